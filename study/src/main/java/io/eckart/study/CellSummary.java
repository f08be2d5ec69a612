package io.eckart.study;

import java.util.List;

/**
 * What the runs that differ in their seed alone have measured at one budget; errors are squared, per cell, in units of the scaled
 * features.
 *
 * @param k the code size
 * @param start the size of the weights when training began
 * @param steps of gradient descent
 * @param noisy for each level of {@link StudyDesign#TEST_NOISE}
 * @param largestAngle in degrees; NaN for networks and for k at least d
 * @param spectrum mean singular values of B, descending; empty for networks
 * @param least what no linear map of the code size goes below
 */
public record CellSummary(
        String parameterization,
        String codeSize,
        int k,
        String corruption,
        String start,
        String budget,
        int steps,
        MeasuredNumber clean,
        List<MeasuredNumber> noisy,
        MeasuredNumber masked,
        MeasuredNumber holes,
        MeasuredNumber identityDistance,
        MeasuredNumber noiseGain,
        MeasuredNumber spuriousGain,
        MeasuredNumber largestGain,
        MeasuredNumber contrast,
        MeasuredNumber exactDenoiser,
        MeasuredNumber largestAngle,
        List<Double> spectrum,
        LeastErrors least) {
    public CellSummary {
        noisy = List.copyOf(noisy);
        spectrum = List.copyOf(spectrum);
    }
}
