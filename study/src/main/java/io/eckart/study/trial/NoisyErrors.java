package io.eckart.study.trial;

import io.eckart.numerics.DoubleMatrix;
import io.eckart.study.StudyDesign;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Exact expected errors of linear maps on noisy input, over that of the exact optimum of the same rank for the rows trained on: what
 * training with noise could reach.
 */
final class NoisyErrors {
    private final StudyDesign design;
    private final DoubleMatrix trained;
    private final DoubleMatrix test;
    private final Map<Double, LinearMap> denoisers = new HashMap<>();

    NoisyErrors(StudyDesign design, Replicate replicate, int codeSize) {
        this.design = design;
        this.trained = replicate.moments().secondMoment();
        this.test = replicate.second();
        for (double level : StudyDesign.TEST_NOISE) {
            denoisers.put(level, LinearMap.denoiser(trained, design.noise(level), codeSize));
        }
    }

    private double over(DoubleMatrix second, LinearMap map, double level) {
        LinearMap best = Objects.requireNonNull(denoisers.get(level));
        return map.error(second, design.noise(level)) / best.error(second, design.noise(level));
    }

    /** On rows held out. */
    double heldOut(LinearMap map, double level) {
        return over(test, map, level);
    }

    /** On rows held out, noise as in training. */
    double heldOut(LinearMap map) {
        return heldOut(map, StudyDesign.NOISE);
    }

    /** On the rows trained on, noise as in training. */
    double trainedOn(LinearMap map) {
        return over(trained, map, StudyDesign.NOISE);
    }
}
