package io.eckart.numerics.statistics;

/**
 * The distribution of the eigenvalues of pure noise. For an n x d matrix of independent entries of variance 1, large and with {@code beta
 * = d / n} at most 1, the eigenvalues of {@code X'X / n} have the density {@code sqrt((b - x)(x - a)) / (2 pi beta x)} between
 * {@code a = (1 - sqrt(beta))^2} and {@code b = (1 + sqrt(beta))^2} (Marchenko and Pastur 1967).
 *
 * @param ratio beta, above 0 and at most 1
 */
public record MarchenkoPastur(double ratio) {
    /** Steps of the midpoint rule over the half circle; its error at this many is below 1e-8. */
    private static final int STEPS = 20_000;

    /** @throws IllegalArgumentException if the ratio is out of its range */
    public MarchenkoPastur {
        if (!(ratio > 0 && ratio <= 1)) {
            throw new IllegalArgumentException(
                    "the ratio of columns to rows must be above 0 and at most 1, got " + ratio);
        }
    }

    /** b, the largest eigenvalue that noise has. */
    public double upperEdge() {
        return (1 + Math.sqrt(ratio)) * (1 + Math.sqrt(ratio));
    }

    /**
     * The eigenvalue that this fraction of the eigenvalues does not exceed.
     *
     * @param part the fraction, in (0, 1)
     */
    public double quantile(double part) {
        // With x = 1 + beta - 2 sqrt(beta) cos(t) the weight of dt is 2 sin(t)^2 / (pi x), t from 0 to pi.
        double step = Math.PI / STEPS;
        double sum = 0;
        for (int i = 0; i < STEPS; i++) {
            double t = (i + 0.5) * step;
            double weight = 2 * Math.sin(t) * Math.sin(t) / (Math.PI * at(t)) * step;
            if (sum + weight >= part) {
                return at(t + step * ((part - sum) / weight - 0.5));
            }
            sum += weight;
        }
        return upperEdge();
    }

    private double at(double t) {
        return 1 + ratio - 2 * Math.sqrt(ratio) * Math.cos(t);
    }
}
