package io.eckart.study;

/**
 * One training run of the designed experiment; it is measured at both budgets, on inputs with every level of noise.
 *
 * @param seed which replicate, counted from 0
 */
public record StudyRun(
        int seed, Parameterization parameterization, CodeSize codeSize, TrainingCorruption corruption, Start start) {}
