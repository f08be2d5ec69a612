/** Nearest rows and nearest centroids, found exactly. */
@NullMarked
package io.eckart.numerics.neighbour;

import org.jspecify.annotations.NullMarked;
