/** Tribuo's side of the comparison. */
@NullMarked
package io.eckart.benchmarks.tribuo;

import org.jspecify.annotations.NullMarked;
