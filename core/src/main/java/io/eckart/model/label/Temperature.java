package io.eckart.model.label;

import io.eckart.numerics.FloatMatrix;

/**
 * Probabilities of classes at a temperature T, {@code p_c <- p_c^(1/T) / sum_j p_j^(1/T)} (Guo et al. 2017): above 1 they are less certain,
 * below 1 more; the most probable class stays the same. For {@code p = softmax(z)} this is {@code softmax(z / T)}.
 */
public final class Temperature {
    private Temperature() {}

    /**
     * The value itself.
     *
     * @throws IllegalArgumentException if the temperature is not above 0 and finite
     */
    public static double checked(double temperature) {
        if (!(temperature > 0 && temperature < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("the temperature must be above 0 and finite, got " + temperature);
        }
        return temperature;
    }

    /**
     * The probabilities at a temperature; a row of NaN stays one.
     *
     * @param probabilities n x c, each row of sum 1
     * @throws IllegalArgumentException if the temperature is not above 0 and finite
     */
    public static FloatMatrix apply(FloatMatrix probabilities, double temperature) {
        double power = 1 / checked(temperature);
        if (power == 1) {
            return probabilities;
        }
        int c = probabilities.columns();
        FloatMatrix scaled = FloatMatrix.zeros(probabilities.rows(), c);
        for (int i = 0; i < probabilities.rows(); i++) {
            // Of the quotient with the largest: small probabilities of a high power do not all become 0.
            double largest = probabilities.get(i, probabilities.argmax(i));
            double sum = 0;
            for (int j = 0; j < c; j++) {
                sum += Math.pow(probabilities.get(i, j) / largest, power);
            }
            for (int j = 0; j < c; j++) {
                scaled.values()[i * c + j] = (float) (Math.pow(probabilities.get(i, j) / largest, power) / sum);
            }
        }
        return scaled;
    }
}
