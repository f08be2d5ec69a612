/** Fitted models: immutable parameters, what they can do with a row, and their files. */
@NullMarked
package io.eckart.model;

import org.jspecify.annotations.NullMarked;
