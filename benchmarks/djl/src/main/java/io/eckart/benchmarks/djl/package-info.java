/** DJL's side of the comparison. */
@NullMarked
package io.eckart.benchmarks.djl;

import org.jspecify.annotations.NullMarked;
