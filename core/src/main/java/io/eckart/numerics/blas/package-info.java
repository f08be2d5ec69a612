/** The seam to BLAS and LAPACK, and its two providers. */
@NullMarked
package io.eckart.numerics.blas;

import org.jspecify.annotations.NullMarked;
