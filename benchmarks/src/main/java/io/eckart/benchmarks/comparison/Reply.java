package io.eckart.benchmarks.comparison;

/**
 * What a side answers.
 *
 * @param seconds of the fit alone
 * @param error mean over the rows of the squared distance between row and reconstruction, in float64
 * @param iterations done; 0 where there are none
 */
record Reply(double seconds, double error, int iterations) {}
