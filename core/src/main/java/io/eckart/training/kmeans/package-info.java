/** k-means: Lloyd's algorithm from k-means++ starts, with exact bounds. */
@NullMarked
package io.eckart.training.kmeans;

import org.jspecify.annotations.NullMarked;
