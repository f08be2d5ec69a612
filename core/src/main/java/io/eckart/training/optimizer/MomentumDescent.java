package io.eckart.training.optimizer;

import io.eckart.numerics.product.Reals;
import java.util.Map;

/**
 * Gradient descent with momentum (Polyak 1964) and decoupled weight decay: {@code v = mu v + g}, {@code x = (1 - r w) x - r v};
 * plain gradient descent where mu = 0.
 */
public final class MomentumDescent implements Optimizer {
    private final double momentum;
    private final double weightDecay;
    private final Reals velocity;
    private double rate;

    public MomentumDescent(Reals.Precision precision, int length, double momentum, double weightDecay) {
        this.momentum = momentum;
        this.weightDecay = weightDecay;
        this.velocity = precision.zeros(length);
    }

    @Override
    public void begin(long step, double learningRate) {
        rate = learningRate;
    }

    @Override
    public void move(Reals parameters, Reals gradient, int offset, int count) {
        velocity.scale(offset, count, momentum);
        velocity.add(offset, count, 1, gradient, offset);
        parameters.scale(offset, count, 1 - rate * weightDecay);
        parameters.add(offset, count, -rate, velocity, offset);
    }

    @Override
    public Map<String, Reals> state() {
        return Map.of("velocity", velocity);
    }
}
