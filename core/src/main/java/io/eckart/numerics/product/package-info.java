/** Products of matrices and element-wise loops, in float32 and float64. */
@NullMarked
package io.eckart.numerics.product;

import org.jspecify.annotations.NullMarked;
