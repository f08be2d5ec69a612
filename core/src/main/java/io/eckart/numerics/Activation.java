package io.eckart.numerics;

/** The activation function of the hidden units of a network, applied to each entry. */
public enum Activation {
    /** {@code z}. */
    IDENTITY,
    /** {@code max(z, 0)}. */
    RELU,
    /** {@code z/2 (1 + tanh(sqrt(2/pi) (z + 0.044715 z^3)))}, the closed form of Hendrycks and Gimpel (2016). */
    GELU,
    /** {@code tanh(z)}. */
    TANH,
    /** {@code 1 / (1 + exp(-z))}. */
    SIGMOID;

    /** The factor of {@link #GELU} within tanh. */
    public static final double GELU_SLOPE = Math.sqrt(2 / Math.PI);
    /** The coefficient of {@code z^3} in {@link #GELU}. */
    public static final double GELU_CUBE = 0.044715;

    /**
     * The c for which {@code f(z) - f(-z) = c z} for every z, or 0 if there is none. If there is one, two hidden units can pass
     * a number on unchanged, so a network can start as any linear map.
     */
    public double oddGain() {
        return switch (this) {
            case IDENTITY -> 2;
            case RELU, GELU -> 1;
            case TANH, SIGMOID -> 0;
        };
    }

    /** f(z). */
    public double value(double z) {
        return switch (this) {
            case IDENTITY -> z;
            case RELU -> Math.max(z, 0);
            case GELU -> 0.5 * z * (1 + Math.tanh(GELU_SLOPE * (z + GELU_CUBE * z * z * z)));
            case TANH -> Math.tanh(z);
            case SIGMOID -> 0.5 + 0.5 * Math.tanh(0.5 * z);
        };
    }

    /** f'(z); 0 for {@link #RELU} at 0. */
    public double derivative(double z) {
        return switch (this) {
            case IDENTITY -> 1;
            case RELU -> z > 0 ? 1 : 0;
            case GELU -> {
                double t = Math.tanh(GELU_SLOPE * (z + GELU_CUBE * z * z * z));
                double inner = GELU_SLOPE * (1 + 3 * GELU_CUBE * z * z);
                yield 0.5 * (1 + t) + 0.5 * z * (1 - t * t) * inner;
            }
            case TANH -> {
                double t = Math.tanh(z);
                yield 1 - t * t;
            }
            case SIGMOID -> {
                double t = Math.tanh(0.5 * z);
                yield 0.25 * (1 - t * t);
            }
        };
    }
}
