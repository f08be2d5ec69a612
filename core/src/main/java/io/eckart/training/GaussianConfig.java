package io.eckart.training;

/**
 * How long expectation-maximisation goes on.
 *
 * @param maxIterations at least 1
 * @param tolerance it has converged when the mean log-likelihood of an observed cell rises by less than this, at least 0
 */
public record GaussianConfig(int maxIterations, double tolerance) {
    /** At most 15 iterations, a tolerance of 1e-5. */
    public static final GaussianConfig DEFAULT = new GaussianConfig(15, 1e-5);

    /** @throws IllegalArgumentException if a value is out of its range */
    public GaussianConfig {
        SettingCheck.require(maxIterations >= 1, "iterations must be at least 1", maxIterations);
        SettingCheck.require(tolerance >= 0, "the tolerance must be at least 0", tolerance);
    }

    public GaussianConfig withMaxIterations(int count) {
        return new GaussianConfig(count, tolerance);
    }
}
