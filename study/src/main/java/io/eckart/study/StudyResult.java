package io.eckart.study;

/**
 * A run at one of its budgets.
 *
 * @param codeSize k
 * @param steps of gradient descent so far
 */
public record StudyResult(StudyRun run, Budget budget, int codeSize, int steps, Measures measures) {}
