package io.eckart.study.trial;

import io.eckart.numerics.DoubleMatrix;
import io.eckart.study.StudyDesign;

/**
 * Exact expected errors of linear maps on input with noise as in training, over that of the exact optimum of the same rank for the rows
 * trained on: what training with noise could reach.
 */
final class NoisyErrors {
    private final double noise;
    private final DoubleMatrix trained;
    private final DoubleMatrix test;
    private final LinearMap denoiser;

    NoisyErrors(StudyDesign design, Replicate replicate, int codeSize) {
        this.noise = design.noise(StudyDesign.NOISE);
        this.trained = replicate.moments().secondMoment();
        this.test = replicate.second();
        this.denoiser = LinearMap.denoiser(trained, noise, codeSize);
    }

    double heldOut(LinearMap map) {
        return map.error(test, noise) / denoiser.error(test, noise);
    }

    double trainedOn(LinearMap map) {
        return map.error(trained, noise) / denoiser.error(trained, noise);
    }
}
