package io.eckart.model.label;

import io.eckart.model.PaddedBlocks;
import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.Workers;

/**
 * Linear regression: {@code y = w'x + b}. Computed in float64, row by row.
 *
 * @param weights w, k entries
 * @param bias b
 */
@SuppressWarnings("ArrayRecordComponent") // copied in and out; weights are never compared
public record LinearRule(double[] weights, double bias) implements RegressionRule {
    public LinearRule {
        weights = weights.clone();
    }

    @Override
    public double[] weights() {
        return weights.clone();
    }

    @Override
    public int features() {
        return weights.length;
    }

    @Override
    public double[] estimates(FloatMatrix features, Workers workers) {
        PaddedBlocks.checkWidth(features, features());
        DoubleMatrix row = new DoubleMatrix(1, weights.length, weights);
        double[] origin = {bias};
        double[] result = new double[features.rows()];
        double[] value = new double[1];
        for (int i = 0; i < result.length; i++) {
            LinearScores.of(row, origin, features.values(), i * weights.length, value);
            result[i] = value[0];
        }
        return result;
    }
}
