/** Measurements of what the core costs. */
@NullMarked
package io.eckart.benchmarks;

import org.jspecify.annotations.NullMarked;
