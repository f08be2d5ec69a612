package io.eckart.study;

import io.eckart.data.corruption.Corruption;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.Workers;
import io.eckart.training.moments.LinearFloor;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The least expected errors on the held-out rows of every linear map of one code size, hidden cells being fed in as zeros; encoders
 * that leave hidden cells out may go below {@code masked}.
 *
 * @param noisy for each level of {@link StudyDesign#TEST_NOISE}
 */
public record LeastErrors(double clean, List<Double> noisy, double masked) {

    /** For every code size of a design, by k. */
    public static Map<Integer, LeastErrors> of(FloatMatrix test, StudyDesign design, Workers workers) {
        Map<Integer, LeastErrors> least = new TreeMap<>();
        for (CodeSize size : CodeSize.values()) {
            least.computeIfAbsent(design.codeSize(size), k -> of(test, design, k, workers));
        }
        return least;
    }

    private static LeastErrors of(FloatMatrix test, StudyDesign design, int k, Workers workers) {
        List<Double> noisy = StudyDesign.TEST_NOISE.stream()
                .map(level -> floor(test, Corruption.gaussian(design.noise(level)), k, workers))
                .toList();
        double masked = floor(test, Corruption.mask(StudyDesign.HIDDEN), k, workers);
        return new LeastErrors(floor(test, Corruption.NONE, k, workers), noisy, masked);
    }

    private static double floor(FloatMatrix test, Corruption corruption, int k, Workers workers) {
        return LinearFloor.perCell(test, corruption, k, workers).orElse(Double.NaN);
    }
}
