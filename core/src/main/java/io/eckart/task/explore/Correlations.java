package io.eckart.task.explore;

import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.FloatMatrix;
import io.eckart.training.pca.PairwiseCovariance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The pairs of features that go together most. */
final class Correlations {
    private static final int SHOWN = 20;

    /** Pairs whose order is known nearly, from which the strongest are taken. */
    private static final int CANDIDATES = 10 * SHOWN;

    /** Two or three rows lie on a line by chance. */
    private static final int LEAST_ROWS = 10;

    private static final Comparator<Exploration.Correlation> STRONGEST =
            Comparator.comparingDouble(pair -> -Math.abs(pair.r()));

    private Correlations() {}

    /**
     * A feature.
     *
     * @param column the column that it comes from: levels of one column are not compared
     */
    record Named(String name, int column) {}

    /**
     * Pearson's r over the rows in which both features are observed, at least ten, the strongest first.
     *
     * @param rows n x d, NaN where a cell is missing
     * @param covariance of these rows; it orders the pairs nearly, since its scales are those of all rows
     * @param features d
     */
    static List<Exploration.Correlation> strongest(
            FloatMatrix rows, PairwiseCovariance covariance, List<Named> features) {
        List<Exploration.Correlation> found = new ArrayList<>();
        for (Pair pair : candidates(covariance.correlation(), features)) {
            double r = r(rows, pair.first(), pair.second());
            if (r != 0) {
                found.add(new Exploration.Correlation(
                        features.get(pair.first()).name(),
                        features.get(pair.second()).name(),
                        r));
            }
        }
        found.sort(STRONGEST);
        return List.copyOf(found.subList(0, Math.min(SHOWN, found.size())));
    }

    private record Pair(int first, int second, double nearly) {}

    private static List<Pair> candidates(DoubleMatrix nearly, List<Named> features) {
        List<Pair> pairs = new ArrayList<>();
        for (int a = 0; a < features.size(); a++) {
            for (int b = a + 1; b < features.size(); b++) {
                if (features.get(a).column() != features.get(b).column() && nearly.get(a, b) != 0) {
                    pairs.add(new Pair(a, b, nearly.get(a, b)));
                }
            }
        }
        pairs.sort(Comparator.comparingDouble(pair -> -Math.abs(pair.nearly())));
        return pairs.subList(0, Math.min(CANDIDATES, pairs.size()));
    }

    /** 0 where too few rows have both, or one does not vary in them. */
    private static double r(FloatMatrix rows, int first, int second) {
        double n = 0;
        double meanA = 0;
        double meanB = 0;
        double aa = 0;
        double bb = 0;
        double ab = 0;
        for (int i = 0; i < rows.rows(); i++) {
            double a = rows.get(i, first);
            double b = rows.get(i, second);
            if (!Double.isNaN(a + b)) {
                n++;
                double stepA = a - meanA;
                double stepB = b - meanB;
                meanA += stepA / n;
                meanB += stepB / n;
                aa += stepA * (a - meanA);
                bb += stepB * (b - meanB);
                ab += stepA * (b - meanB);
            }
        }
        boolean known = n >= LEAST_ROWS && aa > 0 && bb > 0;
        return known ? Math.clamp(ab / Math.sqrt(aa * bb), -1, 1) : 0;
    }
}
