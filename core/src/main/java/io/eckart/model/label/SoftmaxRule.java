package io.eckart.model.label;

import io.eckart.model.PaddedBlocks;
import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.Workers;
import java.util.Arrays;
import java.util.List;

/**
 * Softmax regression, also called multinomial logistic regression: {@code p_c = exp(z_c) / sum_j exp(z_j)} with
 * {@code z = W x + b}. Computed in float64, row by row.
 *
 * @param classes names of the c classes, at least 2
 * @param weights W, c x k
 * @param bias b, c entries
 */
@SuppressWarnings("ArrayRecordComponent") // copied in and out; weights are never compared
public record SoftmaxRule(List<String> classes, DoubleMatrix weights, double[] bias) implements ClassificationRule {
    private static final int BLOCK = 256;

    /** @throws IllegalArgumentException if the sizes do not agree */
    public SoftmaxRule {
        classes = List.copyOf(classes);
        if (classes.size() < 2 || weights.rows() != classes.size() || bias.length != classes.size()) {
            throw new IllegalArgumentException(classes.size() + " classes, weights " + weights.rows() + " x "
                    + weights.columns() + " and " + bias.length + " biases do not go together");
        }
        weights = weights.copyRows(0, weights.rows());
        bias = bias.clone();
    }

    @Override
    public DoubleMatrix weights() {
        return weights.copyRows(0, weights.rows());
    }

    @Override
    public double[] bias() {
        return bias.clone();
    }

    @Override
    public int features() {
        return weights.columns();
    }

    /** The rule with W and b divided by the temperature. */
    @Override
    public SoftmaxRule withTemperature(double temperature) {
        double factor = 1 / Temperature.checked(temperature);
        double[] scaled = weights.values().clone();
        Arrays.setAll(scaled, i -> factor * scaled[i]);
        double[] origin = bias.clone();
        Arrays.setAll(origin, c -> factor * origin[c]);
        return new SoftmaxRule(classes, new DoubleMatrix(weights.rows(), weights.columns(), scaled), origin);
    }

    @Override
    public FloatMatrix probabilities(FloatMatrix features, Workers workers) {
        PaddedBlocks.checkWidth(features, features());
        int c = classes.size();
        FloatMatrix result = FloatMatrix.zeros(features.rows(), c);
        workers.forEach(Math.ceilDiv(features.rows(), BLOCK), block -> {
            double[] scores = new double[c];
            for (int i = block * BLOCK; i < Math.min(features.rows(), (block + 1) * BLOCK); i++) {
                LinearScores.of(weights, bias, features.values(), i * features(), scores);
                normalize(scores);
                for (int j = 0; j < c; j++) {
                    result.values()[i * c + j] = (float) scores[j];
                }
            }
        });
        return result;
    }

    /** {@code z_c <- exp(z_c - m) / sum_j exp(z_j - m)} with m the largest, so that nothing overflows. */
    private static void normalize(double[] scores) {
        double largest = Double.NEGATIVE_INFINITY;
        for (double score : scores) {
            largest = Math.max(largest, score);
        }
        double sum = 0;
        for (int j = 0; j < scores.length; j++) {
            scores[j] = Math.exp(scores[j] - largest);
            sum += scores[j];
        }
        for (int j = 0; j < scores.length; j++) {
            scores[j] /= sum;
        }
    }
}
