/** Noise and hidden cells that are put into rows for training and measuring. */
@NullMarked
package io.eckart.data.corruption;

import org.jspecify.annotations.NullMarked;
