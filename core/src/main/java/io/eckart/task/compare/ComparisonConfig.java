package io.eckart.task.compare;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What is compared.
 *
 * @param models at least one
 * @param codeSizes ascending; empty: those with which PCA keeps 70, 90 and 97 % of the energy
 * @param noise standard deviation of the noise to be removed, in units of the scaled features; empty: estimated from the data
 * @param hidden the part of the cells to be filled, above 0 and below 1
 * @param folds 2 to 20
 * @param rows the most rows that are used, at least 20
 */
public record ComparisonConfig(
        List<ComparedModel> models, List<Integer> codeSizes, OptionalDouble noise, double hidden, int folds, int rows) {

    /** Means, PCA, k-means, a linear autoencoder and a network; a fifth of the cells hidden; three folds of 5,000 rows. */
    public static final ComparisonConfig DEFAULT = new ComparisonConfig(
            List.of(
                    ComparedModel.MEAN,
                    ComparedModel.PCA,
                    ComparedModel.KMEANS,
                    ComparedModel.FREE,
                    ComparedModel.NETWORK),
            List.of(),
            OptionalDouble.empty(),
            0.2,
            3,
            5000);

    /** @throws IllegalArgumentException if a value is out of its range, with the range */
    public ComparisonConfig {
        models = List.copyOf(models.stream().distinct().toList());
        codeSizes = codeSizes.stream().distinct().sorted().toList();
        require(!models.isEmpty(), "there must be a model to compare", models);
        require(codeSizes.isEmpty() || codeSizes.getFirst() >= 1, "k must be at least 1", codeSizes);
        require(noise.orElse(1) > 0 && Double.isFinite(noise.orElse(1)), "the noise must be above 0 and finite", noise);
        require(hidden > 0 && hidden < 1, "the part of hidden cells must be above 0 and below 1", hidden);
        require(folds >= 2 && folds <= 20, "the number of folds must be 2 to 20", folds);
        require(rows >= 20, "at least 20 rows must be looked at", rows);
    }

    private static void require(boolean holds, String rule, Object value) {
        if (!holds) {
            throw new IllegalArgumentException(rule + ", got " + value);
        }
    }

    public ComparisonConfig withModels(List<ComparedModel> chosen) {
        return new ComparisonConfig(chosen, codeSizes, noise, hidden, folds, rows);
    }

    public ComparisonConfig withCodeSizes(List<Integer> chosen) {
        return new ComparisonConfig(models, chosen, noise, hidden, folds, rows);
    }

    public ComparisonConfig withNoise(double deviation) {
        return new ComparisonConfig(models, codeSizes, OptionalDouble.of(deviation), hidden, folds, rows);
    }

    public ComparisonConfig withHidden(double part) {
        return new ComparisonConfig(models, codeSizes, noise, part, folds, rows);
    }

    public ComparisonConfig withFolds(int count) {
        return new ComparisonConfig(models, codeSizes, noise, hidden, count, rows);
    }

    public ComparisonConfig withRows(int most) {
        return new ComparisonConfig(models, codeSizes, noise, hidden, folds, most);
    }
}
