package io.eckart.training.label;

import io.eckart.model.label.Temperature;
import io.eckart.numerics.FloatMatrix;

/**
 * Fits the temperature of probabilities to known classes by maximum likelihood (Guo et al. 2017): the minimum over T of
 * {@code -sum_i sum_c q_ic log p_ic(T) / n}, with p(T) of {@link Temperature}. The target q of a row is 1 - e for its class, and e shared evenly by the
 * others, e = 1 / (m + 2) for m different rows (Platt 1999): m rows that are all right do not show that an error is impossible.
 * The sum is convex in 1/T, so its derivative is bisected.
 */
public final class TemperatureFit {
    private static final double MOST = 100;
    /** Enough for a relative width of 1e-9 of the interval from 1/100 to 100. */
    private static final int HALVINGS = 34;
    /** The least normal float32: what is less was rounded. */
    private static final double LEAST_PROBABILITY = Float.MIN_NORMAL;

    private final int outputs;
    private final double[] scores;
    private final int[] classes;
    private final double doubt;
    private final double[] powers;

    private TemperatureFit(FloatMatrix probabilities, int[] classes, long rows) {
        this.outputs = probabilities.columns();
        this.scores = new double[probabilities.values().length];
        this.classes = classes;
        this.doubt = 1.0 / (rows + 2);
        this.powers = new double[outputs];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = Math.log(Math.max(probabilities.values()[i], LEAST_PROBABILITY));
        }
    }

    /**
     * The temperature, in [1/100, 100].
     *
     * @param probabilities n x c of rows that the model was not fitted on, each row of sum 1, c at least 2
     * @param classes n entries, 0 to c - 1
     * @param rows the number m of different rows, at most n
     * @throws IllegalArgumentException if the sizes do not agree
     */
    public static double of(FloatMatrix probabilities, int[] classes, long rows) {
        if (classes.length != probabilities.rows() || classes.length < 1 || probabilities.columns() < 2) {
            throw new IllegalArgumentException(classes.length + " classes for " + probabilities.rows() + " x "
                    + probabilities.columns() + " probabilities");
        }
        return new TemperatureFit(probabilities, classes, rows).temperature();
    }

    private double temperature() {
        double low = -Math.log(MOST);
        double high = Math.log(MOST);
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (derivative(Math.exp(middle)) < 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return Math.exp(-(low + high) / 2);
    }

    /** {@code sum_i sum_c (p_ic - q_ic) s_ic} with s = log p: the derivative with respect to the power 1/T. */
    private double derivative(double power) {
        double sum = 0;
        for (int i = 0; i < classes.length; i++) {
            sum += rowDerivative(i * outputs, classes[i], power);
        }
        return sum;
    }

    private double rowDerivative(int at, int own, double power) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < outputs; c++) {
            largest = Math.max(largest, scores[at + c]);
        }
        double total = 0;
        for (int c = 0; c < outputs; c++) {
            powers[c] = Math.exp(power * (scores[at + c] - largest));
            total += powers[c];
        }
        double sum = 0;
        for (int c = 0; c < outputs; c++) {
            double target = c == own ? 1 - doubt : doubt / (outputs - 1);
            sum += (powers[c] / total - target) * (scores[at + c] - largest);
        }
        return sum;
    }
}
