/** BLAS and LAPACK, from two providers. */
@NullMarked
package io.eckart.numerics.blas;

import org.jspecify.annotations.NullMarked;
