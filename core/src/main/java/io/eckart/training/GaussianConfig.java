package io.eckart.training;

/**
 * How long expectation-maximisation goes on.
 *
 * @param maxIterations at least 1
 * @param tolerance it has converged when the mean log-likelihood of an observed cell rises by less than this, at least 0
 */
public record GaussianConfig(int maxIterations, double tolerance) {
    public static final GaussianConfig DEFAULT = new GaussianConfig(15, 1e-5);

    /** @throws IllegalArgumentException if a value is out of its range */
    public GaussianConfig {
        if (maxIterations < 1) {
            throw new IllegalArgumentException("iterations must be at least 1, got " + maxIterations);
        }
        if (!(tolerance >= 0)) {
            throw new IllegalArgumentException("the tolerance must be at least 0, got " + tolerance);
        }
    }

    public GaussianConfig withMaxIterations(int count) {
        return new GaussianConfig(count, tolerance);
    }

    public GaussianConfig withTolerance(double wanted) {
        return new GaussianConfig(maxIterations, wanted);
    }
}
