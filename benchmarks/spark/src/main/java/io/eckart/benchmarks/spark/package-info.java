/** Spark MLlib's side of the comparison. */
@NullMarked
package io.eckart.benchmarks.spark;

import org.jspecify.annotations.NullMarked;
