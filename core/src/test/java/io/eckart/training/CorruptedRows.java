package io.eckart.training;

import io.eckart.data.corruption.Corruption;
import io.eckart.data.corruption.CorruptionTasks;
import io.eckart.numerics.FloatMatrix;

/**
 * Every corrupted copy of every row, with its probability. All masks are listed; noise is replaced by the points
 * {@code +- s sqrt(d) e_j}, which have its mean and covariance, and a squared error sees no more.
 */
@SuppressWarnings("ArrayRecordComponent") // identity is never asked of it
public record CorruptedRows(FloatMatrix rows, CorruptionTasks tasks, double[] origin, double scale) {

    public interface Visitor {
        /** Both standardised; the probabilities of all visits add up to 1. */
        void visit(double[] target, double[] input, double probability);
    }

    public void forEach(Visitor visitor) {
        int d = rows.columns();
        for (int i = 0; i < rows.rows(); i++) {
            double[] target = new double[d];
            for (int j = 0; j < d; j++) {
                target[j] = (rows.get(i, j) - origin[j]) / scale;
            }
            for (CorruptionTasks.Task task : tasks.tasks()) {
                withNoise(target, task.corruption(), task.weight() / rows.rows(), visitor);
            }
        }
    }

    private void withNoise(double[] target, Corruption corruption, double probability, Visitor visitor) {
        int d = target.length;
        for (int point = 0; point < 2 * d; point++) {
            double[] input = target.clone();
            input[point / 2] += (point % 2 == 0 ? 1 : -1) * corruption.noise() / scale * Math.sqrt(d);
            withMasks(target, input, corruption.hidden(), probability / (2 * d), visitor);
        }
    }

    private static void withMasks(double[] target, double[] noisy, double hide, double probability, Visitor visitor) {
        int d = target.length;
        for (int mask = 0; mask < 1 << d; mask++) {
            int hidden = Integer.bitCount(mask);
            double[] input = noisy.clone();
            for (int j = 0; j < d; j++) {
                input[j] = (mask >> j & 1) == 1 ? 0 : input[j];
            }
            visitor.visit(target, input, probability * Math.pow(hide, hidden) * Math.pow(1 - hide, d - hidden));
        }
    }
}
