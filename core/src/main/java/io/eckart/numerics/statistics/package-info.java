/** Moments, decompositions with guaranteed order and sign, and distributions. */
@NullMarked
package io.eckart.numerics.statistics;

import org.jspecify.annotations.NullMarked;
