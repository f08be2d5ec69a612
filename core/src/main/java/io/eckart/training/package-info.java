/** How models are fitted: configurations, solvers, training loops and the events they publish. */
@NullMarked
package io.eckart.training;

import org.jspecify.annotations.NullMarked;
