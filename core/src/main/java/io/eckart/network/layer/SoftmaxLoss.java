package io.eckart.network.layer;

import io.eckart.numerics.product.MatrixView;
import io.eckart.numerics.product.Reals;

/**
 * The cross-entropy of a {@link io.eckart.network.SoftmaxHead}, with {@code p_j = exp(z_j) / sum_l exp(z_l)}:
 *
 * <pre>
 *   L = - sum_j q_j log p_j,   dL/dz_j = p_j sum_l q_l - q_j
 * </pre>
 *
 * with q the target: 1 for the class of the row and 0 for the others, or any weights of at least 0.
 *
 * @param outputs c, the number of classes
 */
public record SoftmaxLoss(int outputs) implements HeadLoss {

    @Override
    public double loss(MatrixView z, Reals targets, double[] weights, double factor, MatrixView gradient) {
        double sum = 0;
        for (int i = 0; i < z.rows(); i++) {
            int at = z.offset() + i * outputs;
            int to = gradient.offset() + i * outputs;
            double row = rowLoss(z.reals(), at, targets, i * outputs, weights[i] * factor, gradient.reals(), to);
            sum += weights[i] * row;
        }
        return sum;
    }

    private double rowLoss(Reals z, int at, Reals q, int target, double factor, Reals gradient, int to) {
        double log = logOfSum(z, at, 1);
        double all = 0;
        double loss = 0;
        for (int j = 0; j < outputs; j++) {
            all += q.get(target + j);
            loss -= q.get(target + j) * (z.get(at + j) - log);
        }
        for (int j = 0; j < outputs; j++) {
            double p = StrictMath.exp(z.get(at + j) - log);
            gradient.set(to + j, factor * (all * p - q.get(target + j)));
        }
        return loss;
    }

    /** {@code log sum_l exp(z_l / t)}, without overflow. */
    private double logOfSum(Reals z, int at, double t) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int j = 0; j < outputs; j++) {
            largest = Math.max(largest, z.get(at + j) / t);
        }
        double sum = 0;
        for (int j = 0; j < outputs; j++) {
            sum += StrictMath.exp(z.get(at + j) / t - largest);
        }
        return largest + StrictMath.log(sum);
    }

    /**
     * Puts the probabilities of the classes of a row at a temperature, {@code p_j} in proportion to {@code exp(z_j / t)}: 1 for
     * those the head is trained on, towards 0 for all on the most probable class.
     *
     * @param z the outputs, from {@code at} on
     * @param temperature t, above 0
     * @param to where they are put, from {@code offset} on
     */
    public void probabilities(Reals z, int at, double temperature, Reals to, int offset) {
        double log = logOfSum(z, at, temperature);
        for (int j = 0; j < outputs; j++) {
            to.set(offset + j, StrictMath.exp(z.get(at + j) / temperature - log));
        }
    }
}
