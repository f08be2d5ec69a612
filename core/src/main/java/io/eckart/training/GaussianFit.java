package io.eckart.training;

import io.eckart.model.Gaussian;

/**
 * A fitted normal distribution and the record of its run.
 *
 * @param model the distribution
 * @param iterations their number; 0 where no cell was missing
 * @param converged whether the log-likelihood had stopped rising
 * @param logLikelihood of the observed cells, natural logarithm, mean over the rows, before the last step
 */
public record GaussianFit(Gaussian model, int iterations, boolean converged, double logLikelihood) {}
