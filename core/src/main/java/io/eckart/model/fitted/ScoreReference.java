package io.eckart.model.fitted;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * How the fitted rows score under a model, for judging the scores of new rows. Computed from the fitted rows, or from a sample
 * of them if there are many. Immutable.
 *
 * @param codes the distribution of their codes; empty for PCA, where it follows from the energies, and for models whose codes
 *     have no covariance
 * @param deviations d values, the standard deviation of each feature over its observed cells
 * @param error scale of the squared error of a cell
 * @param mahalanobis scale of the squared Mahalanobis distance; {@link CubeRoot#NONE} where the model has none
 * @param quantiles for each score of the model, its quantiles at {@link #LEVELS} levels
 */
@SuppressWarnings("ArrayRecordComponent") // copied in and out; references are never compared
public record ScoreReference(
        Optional<CodeDistribution> codes,
        double[] deviations,
        CubeRoot error,
        CubeRoot mahalanobis,
        Map<RowScore, double[]> quantiles) {
    /** Every hundredth up to 0.9, then every thousandth. */
    public static final int LEVELS = 191;

    private static final int COARSE = 90;

    /** @throws IllegalArgumentException if quantiles do not ascend or there is not one for each level */
    public ScoreReference {
        quantiles = copy(quantiles);
        deviations = deviations.clone();
        quantiles.forEach((score, values) -> {
            boolean ascends = values.length == LEVELS;
            for (int i = 1; i < values.length; i++) {
                ascends &= values[i] >= values[i - 1];
            }
            if (!ascends) {
                throw new IllegalArgumentException(
                        "the quantiles of " + score.label() + " must be " + LEVELS + " values that ascend");
            }
        });
        for (double deviation : deviations) {
            if (!(deviation >= 0)) {
                throw new IllegalArgumentException("a standard deviation must be at least 0, got " + deviation);
            }
        }
    }

    private static Map<RowScore, double[]> copy(Map<RowScore, double[]> quantiles) {
        Map<RowScore, double[]> copies = new EnumMap<>(RowScore.class);
        quantiles.forEach((score, values) -> copies.put(score, values.clone()));
        return Collections.unmodifiableMap(copies);
    }

    @Override
    public double[] deviations() {
        return deviations.clone();
    }

    @Override
    public Map<RowScore, double[]> quantiles() {
        return copy(quantiles);
    }

    /**
     * Sums of squares made nearly normal: the cube root of a chi-squared variable is (Wilson and Hilferty 1931), so {@code
     * (cbrt(x) - mean) / deviation} is comparable between scores of any scale and number of terms.
     *
     * @param mean of the cube roots
     * @param deviation of the cube roots; 0 where all scores are equal, and then every standardised score is 0
     */
    public record CubeRoot(double mean, double deviation) {
        /** For scores that are all equal or do not exist. */
        public static final CubeRoot NONE = new CubeRoot(0, 0);

        /** @throws IllegalArgumentException if a value is not finite or the deviation is negative */
        public CubeRoot {
            if (!Double.isFinite(mean) || !(deviation >= 0) || deviation == Double.POSITIVE_INFINITY) {
                throw new IllegalArgumentException("cube roots of mean " + mean + " and deviation " + deviation);
            }
        }

        /** The scale of these scores; NaN is ignored. */
        public static CubeRoot of(double[] scores) {
            double[] roots = Arrays.stream(scores)
                    .filter(score -> !Double.isNaN(score))
                    .map(Math::cbrt)
                    .toArray();
            double mean = Arrays.stream(roots).sum() / Math.max(1, roots.length);
            double squares = 0;
            for (double root : roots) {
                squares += (root - mean) * (root - mean);
            }
            return new CubeRoot(mean, Math.sqrt(squares / Math.max(1, roots.length)));
        }

        public double standardised(double score) {
            return deviation == 0 ? 0 * score : (Math.cbrt(score) - mean) / deviation;
        }
    }

    /**
     * The quantiles of scores at {@link #LEVELS} levels, interpolated linearly between rows; NaN is ignored.
     *
     * @throws IllegalArgumentException if there is no score
     */
    public static double[] quantilesOf(double[] scores) {
        double[] sorted = Arrays.stream(scores)
                .filter(score -> !Double.isNaN(score))
                .sorted()
                .toArray();
        if (sorted.length == 0) {
            throw new IllegalArgumentException("quantiles need at least one score");
        }
        double[] quantiles = new double[LEVELS];
        Arrays.setAll(quantiles, i -> between(sorted, level(i) * (sorted.length - 1)));
        return quantiles;
    }

    /**
     * The score that this fraction of the fitted rows does not exceed, interpolated linearly between levels.
     *
     * @param part in [0, 1]
     * @throws IllegalArgumentException if the part is out of range or the model has no such score
     */
    public double quantile(RowScore score, double part) {
        double[] values = quantiles.get(score);
        if (!(part >= 0 && part <= 1) || values == null) {
            throw new IllegalArgumentException("there is no quantile " + part + " of " + score.label());
        }
        double place = part <= 0.9 ? 100 * part : COARSE + 1000 * (part - 0.9);
        return between(values, Math.min(place, LEVELS - 1));
    }

    private static double level(int i) {
        return i <= COARSE ? i / 100.0 : (900 + i - COARSE) / 1000.0;
    }

    private static double between(double[] ascending, double place) {
        int below = (int) Math.floor(place);
        double part = place - below;
        return part == 0 ? ascending[below] : ascending[below] + part * (ascending[below + 1] - ascending[below]);
    }
}
