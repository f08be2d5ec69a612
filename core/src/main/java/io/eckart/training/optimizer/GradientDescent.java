package io.eckart.training.optimizer;

/** Plain gradient descent with a fixed learning rate, {@code x = x - r g}, for study. */
public final class GradientDescent implements Minimizer {
    private final Objective objective;
    private final double rate;
    private final double[] point;
    private final double[] gradient;
    private double value;

    public GradientDescent(Objective objective, double[] start, double rate) {
        this.objective = objective;
        this.rate = rate;
        this.point = start.clone();
        this.gradient = new double[start.length];
        this.value = objective.evaluate(point, gradient);
    }

    @Override
    public boolean iterate() {
        for (int i = 0; i < point.length; i++) {
            point[i] -= rate * gradient[i];
        }
        value = objective.evaluate(point, gradient);
        return true;
    }

    @Override
    public double[] point() {
        return point;
    }

    @Override
    public double value() {
        return value;
    }
}
