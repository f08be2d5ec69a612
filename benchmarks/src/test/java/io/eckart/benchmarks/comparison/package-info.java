@NullMarked
package io.eckart.benchmarks.comparison;

import org.jspecify.annotations.NullMarked;
