/**
 * The same work on the same data by Eckart and by others, in turns: {@code benchmarks/compare} starts it. Each side is a process of
 * its own ({@link io.eckart.benchmarks.side}).
 */
@NullMarked
package io.eckart.benchmarks.comparison;

import org.jspecify.annotations.NullMarked;
