package io.eckart.study;

import java.util.Collections;
import java.util.List;

/**
 * What one trained model does on rows held out. Errors are squared, per cell, in units of the scaled features.
 *
 * @param clean rows given back as they are
 * @param noisy clean rows given back from noisy ones, for each level of {@link StudyDesign#TEST_NOISE}
 * @param masked clean rows given back while cells are hidden, all cells counted
 * @param holes the same, hidden cells alone
 * @param identityDistance {@code ||BA - I||_F / sqrt(d)}
 * @param noiseGain {@code ||BA||_F^2}
 * @param contrast how much larger B is along the d' principal directions than along the others: the ratio of the root mean squares of
 *     {@code ||B'u||}; 1 for a random B; NaN for networks
 * @param exactDenoiser with noise at the level of training in the input, the error of the exact optimum of the same rank for the rows
 *     trained on: what training with noise could reach
 * @param spuriousGain {@code ||BA (I - P)||_F^2 / (d - d')} with P the projection on the d' principal directions: the part of noise outside
 *     of the signal that passes, 1 for the identity; NaN for networks
 * @param largestGain the largest singular value of BA: noise in its direction grows where it is above 1; NaN for networks
 * @param largestAngle between the columns of B and the principal subspace, in degrees; NaN for networks and for k at least d
 * @param spectrum singular values of B, descending; empty for networks
 * @param least what no linear map of the code size goes below on these rows
 */
public record Measures(
        double clean,
        List<Double> noisy,
        double masked,
        double holes,
        double identityDistance,
        double noiseGain,
        double spuriousGain,
        double largestGain,
        double contrast,
        double exactDenoiser,
        double largestAngle,
        List<Double> spectrum,
        LeastErrors least) {
    public Measures {
        noisy = List.copyOf(noisy);
        spectrum = List.copyOf(spectrum);
    }

    /** With noise at the level of training in the input. */
    public double denoised() {
        return noisy.get(StudyDesign.TEST_NOISE.indexOf(StudyDesign.NOISE));
    }

    /** What noise at the level of training adds to the error of clean input; {@code s^2 ||BA||_F^2 / d} for a linear map. */
    public double added() {
        return denoised() - clean;
    }

    /** Of a run that has diverged. */
    public static Measures none() {
        double nan = Double.NaN;
        List<Double> noisy = Collections.nCopies(StudyDesign.TEST_NOISE.size(), nan);
        return new Measures(nan, noisy, nan, nan, nan, nan, nan, nan, nan, nan, nan, List.of(), LeastErrors.none());
    }
}
