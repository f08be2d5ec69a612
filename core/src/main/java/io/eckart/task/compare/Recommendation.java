package io.eckart.task.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * One sentence that follows from a table of models by a stated rule. Of each code size the best is PCA, unless another model's
 * reconstruction error is less by more than the spread of that difference between the folds and than rounding (k-means is not considered). Of the code sizes it is the smallest whose best explains 95 % of what the best of all explains.
 */
final class Recommendation {
    private static final double ENOUGH = 0.95;
    /** Less than this part of the variance is rounding of float32. */
    private static final double ROUNDING = 1e-6;

    private Recommendation() {}

    /**
     * The sentence.
     *
     * @param entries the column means, PCA for each code size, and others
     */
    static String of(List<Comparison.Entry> entries) {
        double nothing = entries.stream()
                .filter(entry -> entry.model() == ComparedModel.MEAN)
                .mapToDouble(entry -> entry.reconstruction().mean())
                .findFirst()
                .orElse(Double.NaN);
        List<Comparison.Entry> best = new ArrayList<>();
        entries.stream()
                .filter(entry -> entry.model() == ComparedModel.PCA)
                .sorted(Comparator.comparingInt(Comparison.Entry::k))
                .forEach(pca -> best.add(bestBeside(pca, entries, ROUNDING * nothing)));
        if (best.isEmpty() || !(nothing > 0)) {
            return "There is nothing to recommend: the rows do not vary, or the comparison ended before PCA was measured.";
        }
        double most = best.stream()
                .mapToDouble(entry -> explained(entry, nothing))
                .max()
                .orElse(0);
        if (most <= 0) {
            return "Take no model: none reconstructs held-out rows better than the column means.";
        }
        Comparison.Entry chosen = best.stream()
                .filter(entry -> explained(entry, nothing) >= ENOUGH * most)
                .findFirst()
                .orElseThrow();
        Comparison.Entry pca = pca(entries, chosen.k());
        String first = "Take " + chosen.model().label() + " with k = " + chosen.k() + ": it explains "
                + percent(explained(chosen, nothing)) + " of the variance of held-out rows, " + percent(most)
                + " being the most of any code size here; ";
        return first
                + (chosen.model() == ComparedModel.PCA
                        ? "no other model of that size gains more than the spread between folds."
                        : "PCA of that size explains " + percent(explained(pca, nothing))
                                + ", less by more than the spread between folds.");
    }

    private static String percent(double part) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * part);
    }

    private static double explained(Comparison.Entry entry, double nothing) {
        return 1 - entry.reconstruction().mean() / nothing;
    }

    private static Comparison.Entry pca(List<Comparison.Entry> entries, int k) {
        return entries.stream()
                .filter(entry -> entry.model() == ComparedModel.PCA && entry.k() == k)
                .findFirst()
                .orElseThrow();
    }

    private static Comparison.Entry bestBeside(Comparison.Entry pca, List<Comparison.Entry> entries, double rounding) {
        Comparison.Entry best = pca;
        for (Comparison.Entry entry : entries) {
            boolean rival = entry.k() == pca.k()
                    && entry.model() != ComparedModel.MEAN
                    && entry.model() != ComparedModel.KMEANS
                    && entry.model() != ComparedModel.PCA;
            if (rival) {
                Comparison.Measure gain = pca.reconstruction().minus(entry.reconstruction());
                boolean better = gain.mean() > gain.spread()
                        && gain.mean() > rounding
                        && gain.mean() > 1e-3 * pca.reconstruction().mean()
                        && entry.reconstruction().mean() < best.reconstruction().mean();
                best = better ? entry : best;
            }
        }
        return best;
    }
}
