package io.eckart.report;

/**
 * How a result came about.
 *
 * @param command the exact command that gives it again
 * @param version of Eckart
 * @param seed of all randomness; for results without any, empty
 * @param threads worker threads; they change no bit
 * @param numerics the linear algebra provider
 * @param created time, ISO 8601 in UTC
 */
public record Origin(String command, String version, String seed, int threads, String numerics, String created) {}
