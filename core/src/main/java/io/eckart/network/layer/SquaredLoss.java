package io.eckart.network.layer;

import io.eckart.numerics.product.MatrixView;
import io.eckart.numerics.product.Reals;

/**
 * The squared error of a {@link io.eckart.network.LinearHead}, in its units: {@code L = (z - t)^2}, {@code dL/dz = 2 (z - t)} with
 * {@code t = (value - shift) / scale}.
 */
public record SquaredLoss() implements HeadLoss {

    @Override
    public double loss(MatrixView outputs, Reals targets, double[] weights, double factor, MatrixView gradient) {
        double sum = 0;
        for (int i = 0; i < outputs.rows(); i++) {
            double difference = outputs.get(i, 0) - targets.get(i);
            sum += weights[i] * difference * difference;
            gradient.set(i, 0, 2 * factor * weights[i] * difference);
        }
        return sum;
    }
}
