package io.eckart.training.moments;

import io.eckart.data.corruption.CorruptionTasks;
import io.eckart.network.pass.Starts;
import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.product.MatrixView;
import io.eckart.numerics.statistics.Moments;

/**
 * All that the error of a linear autoencoder depends on, of data and corruption: with input x~ and target x, both minus the origin and
 * over the scale, {@code Sx = E[x~ x']}, {@code Sxx = E[x~ x~']} and {@code E||x||^2}, exact expectations over noise and masks.
 *
 * <p>For a second moment Sigma, noise s and a cell kept with probability q: {@code Sx = q Sigma},
 * {@code Sxx = q^2 Sigma + q (1 - q) diag(Sigma) + q s^2 I}, hidden cells being fed in as zeros. Several tasks add up with
 * their weights. With a bias the means are subtracted; the best bias then follows from the map.
 *
 * @param cross Sx, d x d, symmetric
 * @param input Sxx, d x d, symmetric
 * @param energy E||x||^2
 * @param targetMean E[x], d values; zeros without a bias
 * @param inputShare E[x~] as a part of E[x]: the mean probability that a cell is kept
 * @param clean whether input and target are the same
 * @param scale what one unit is in the user's units
 */
@SuppressWarnings("ArrayRecordComponent") // shared without copies within a fit; not exported
public record LinearProblem(
        DoubleMatrix cross,
        DoubleMatrix input,
        double energy,
        double[] targetMean,
        double inputShare,
        boolean clean,
        double scale) {
    /** Deviations of this size move the optimum by their square. */
    private static final double SAME = 1e-5;

    private static final double DAMPING = 1e-12;

    /**
     * The problem of rows with these moments.
     *
     * @param origin d values that are subtracted from a row; hidden cells are fed in at them
     * @param scale what cells are divided by; see {@link #scale(Moments, double[], boolean)}
     */
    public static LinearProblem of(
            Moments moments, CorruptionTasks tasks, double[] origin, boolean bias, double scale) {
        int d = origin.length;
        double[] sigma = moments.about(origin).values();
        double[] cross = new double[d * d];
        double[] input = new double[d * d];
        double share = 0;
        for (CorruptionTasks.Task task : tasks.tasks()) {
            double q = 1 - task.corruption().hidden();
            double noise = task.corruption().noise() / scale;
            share += task.weight() * q;
            for (int i = 0; i < d * d; i++) {
                boolean diagonal = i % (d + 1) == 0;
                double second = sigma[i] / (scale * scale);
                cross[i] += task.weight() * q * second;
                input[i] += task.weight() * (diagonal ? q * (second + noise * noise) : q * q * second);
            }
        }
        double[] mean = bias ? standardizedMean(moments, origin, scale) : new double[d];
        double energy = -subtract(cross, input, mean, share);
        for (int j = 0; j < d; j++) {
            energy += sigma[j * (d + 1)] / (scale * scale);
        }
        boolean clean =
                tasks.tasks().stream().allMatch(task -> task.corruption().isNone());
        DoubleMatrix sx = new DoubleMatrix(d, d, cross);
        return new LinearProblem(sx, new DoubleMatrix(d, d, input), energy, mean, share, clean, scale);
    }

    private static double[] standardizedMean(Moments moments, double[] origin, double scale) {
        double[] mean = moments.mean();
        for (int j = 0; j < mean.length; j++) {
            mean[j] = (mean[j] - origin[j]) / scale;
        }
        return mean;
    }

    /** Takes the means out of the second moments; returns the squared length of the target's mean. */
    private static double subtract(double[] cross, double[] input, double[] mean, double share) {
        int d = mean.length;
        double square = 0;
        for (int i = 0; i < d; i++) {
            square += mean[i] * mean[i];
            for (int j = 0; j < d; j++) {
                cross[i * d + j] -= share * mean[i] * mean[j];
                input[i * d + j] -= share * share * mean[i] * mean[j];
            }
        }
        return square;
    }

    /** The root mean square cell about the origin, or about the mean where there is a bias; 1 where all cells are alike. */
    public static double scale(Moments moments, double[] origin, boolean bias) {
        double trace = moments.about(bias ? moments.mean() : origin).trace();
        double scale = Math.sqrt(trace / origin.length);
        return scale > 0 ? scale : 1;
    }

    int features() {
        return cross.rows();
    }

    /** The best map of full rank, {@code Sx' Sxx^-1}; the identity without corruption. */
    MatrixView regression() {
        MatrixView map = MatrixView.zeros(features(), features());
        if (clean) {
            Starts.identity(map);
        } else {
            MatrixView inverse = new DampedInverse(features(), DAMPING).of(MatrixView.of(input));
            map.setProduct(MatrixView.of(cross).t(), inverse);
        }
        return map;
    }

    /**
     * Whether {@code Sxx = a Sx + b I} up to rounding: without masks always, with masks where all features have the same variance. Then
     * both have the same eigenvectors, within every subspace too.
     */
    boolean isIsotropic() {
        MatrixView x = MatrixView.of(cross);
        MatrixView y = MatrixView.of(input);
        double spread = features() * x.sumOfSquares() - cross.trace() * cross.trace();
        double shared = features() * x.inner(y) - cross.trace() * input.trace();
        double a = spread > SAME * features() * x.sumOfSquares() ? shared / spread : 0;
        double b = (input.trace() - a * cross.trace()) / features();
        double rest = 0;
        for (int i = 0; i < x.rows(); i++) {
            for (int j = 0; j < x.rows(); j++) {
                double left = y.get(i, j) - a * x.get(i, j) - (i == j ? b : 0);
                rest += left * left;
            }
        }
        return rest <= SAME * SAME * y.sumOfSquares();
    }
}
