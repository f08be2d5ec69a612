package io.eckart.training.batch;

import io.eckart.numerics.product.Reals;
import io.eckart.training.optimizer.Optimizer;
import java.util.Map;

/** Moves nothing, and adds up the gradients of batches, each with the learning rate as its weight. */
final class GradientSum implements Optimizer {
    private final double[] sum;
    private double weight;

    GradientSum(int length) {
        sum = new double[length];
    }

    @Override
    public void begin(long step, double learningRate) {
        weight = learningRate;
    }

    @Override
    public void move(Reals parameters, Reals gradient, int offset, int count) {
        for (int i = offset; i < offset + count; i++) {
            sum[i] += weight * gradient.get(i);
        }
    }

    @Override
    public Map<String, Reals> state() {
        return Map.of();
    }

    double[] sum() {
        return sum;
    }
}
