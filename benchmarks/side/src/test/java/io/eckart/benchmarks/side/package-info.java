@NullMarked
package io.eckart.benchmarks.side;

import org.jspecify.annotations.NullMarked;
