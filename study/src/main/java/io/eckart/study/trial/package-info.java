/** One run of the experiment: training, measuring, curves over time. */
@NullMarked
package io.eckart.study.trial;

import org.jspecify.annotations.NullMarked;
