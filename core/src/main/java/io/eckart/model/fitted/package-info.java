/** A model with its columns, its provenance and the scores of its rows; how it is saved and loaded. */
@NullMarked
package io.eckart.model.fitted;

import org.jspecify.annotations.NullMarked;
