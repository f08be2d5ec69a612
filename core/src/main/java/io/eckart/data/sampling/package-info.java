/** Parts of the rows: samples, splits, folds and selected rows. */
@NullMarked
package io.eckart.data.sampling;

import org.jspecify.annotations.NullMarked;
