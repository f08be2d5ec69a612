package io.eckart.benchmarks.comparison;

/**
 * How near the machine's limit something comes.
 *
 * @param what it is
 * @param seconds median
 * @param gigaflops thousand million operations in a second
 * @param fraction of the peak
 */
record LimitRow(String what, double seconds, double gigaflops, double fraction) {}
