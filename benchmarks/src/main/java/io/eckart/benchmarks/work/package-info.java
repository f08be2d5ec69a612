/** Eckart's side of each comparison: one class for each discipline, which holds the data and measures itself. */
@NullMarked
package io.eckart.benchmarks.work;

import org.jspecify.annotations.NullMarked;
