package io.eckart.study;

import java.util.Collections;
import java.util.List;

/**
 * The least expected errors per cell on the held-out rows of every linear map of one code size, no mean removed, hidden cells being fed
 * in as zeros; encoders that leave hidden cells out, and networks, may go below {@code masked}.
 *
 * @param noisy for each level of {@link StudyDesign#TEST_NOISE}
 * @param energy the mean square cell
 */
public record LeastErrors(double clean, List<Double> noisy, double masked, double energy) {
    public LeastErrors {
        noisy = List.copyOf(noisy);
    }

    /** Unknown. */
    public static LeastErrors none() {
        double nan = Double.NaN;
        return new LeastErrors(nan, Collections.nCopies(StudyDesign.TEST_NOISE.size(), nan), nan, nan);
    }

    /** With noise at the level of training in the input. */
    public double denoised() {
        return noisy.get(StudyDesign.TEST_NOISE.indexOf(StudyDesign.NOISE));
    }
}
