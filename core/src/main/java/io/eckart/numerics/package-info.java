/** Row-major matrices of float and double, worker threads, and random streams from one seed. */
@NullMarked
package io.eckart.numerics;

import org.jspecify.annotations.NullMarked;
