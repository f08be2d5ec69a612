package io.eckart.training;

import io.eckart.model.Pca;

/**
 * A fitted PCA and the record of its run.
 *
 * @param model the components kept
 * @param solver the solver that was used
 * @param reason why this solver, in plain words
 * @param spectrum energies {@code lambda_i = s_i^2 / n}, descending, as many as the solver found (all d or min(n, d) of them
 *     but for the randomized one): the curve that k is chosen from
 * @param passes passes over the data
 * @param iterations iterations of an iterative solver, else 0
 */
@SuppressWarnings("ArrayRecordComponent") // identity is never asked of a run's record
public record PcaFit(Pca model, PcaSolver solver, String reason, double[] spectrum, int passes, int iterations) {}
