/**
 * The same work on the same data by Eckart and by scikit-learn, in turns: {@code benchmarks/compare} starts it.
 *
 * <p>Each side is a process of its own that loads the data, says in one line of JSON what it is, and then answers each line
 * of its standard input (method, k, iterations) with one line of JSON: the seconds that it took and what came out.
 */
@NullMarked
package io.eckart.benchmarks.comparison;

import org.jspecify.annotations.NullMarked;
