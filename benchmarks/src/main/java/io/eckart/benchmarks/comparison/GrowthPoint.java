package io.eckart.benchmarks.comparison;

/**
 * One size.
 *
 * @param method what is run
 * @param over which of n, d, k and threads changes
 * @param value of that
 * @param seconds median
 * @param megabytes the most that the process had in memory
 */
record GrowthPoint(String method, String over, int value, double seconds, double megabytes) {}
