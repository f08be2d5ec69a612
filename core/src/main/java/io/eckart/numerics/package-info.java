/** Row-major matrices, the seam to BLAS and LAPACK, decompositions with guaranteed order and sign, random streams. */
@NullMarked
package io.eckart.numerics;

import org.jspecify.annotations.NullMarked;
