package io.eckart.training;

import io.eckart.model.Gaussian;

/**
 * A fitted normal distribution and the record of its run.
 *
 * @param iterations made; 0 where no cell was missing
 * @param converged whether they ended because nothing changed any more
 * @param logLikelihood of the observed cells, natural logarithm, mean over the rows, before the last step
 */
public record GaussianFit(Gaussian model, int iterations, boolean converged, double logLikelihood) {}
