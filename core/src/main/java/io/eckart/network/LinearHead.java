package io.eckart.network;

/**
 * The head for numeric labels: linear regression on the code, trained on the squared error {@code L = (z - t)^2}, {@code dL/dz = 2 (z - t)}, with
 * {@code t = (value - shift) / scale}.
 *
 * @param shift the number subtracted from a label, such as the mean
 * @param scale the number that a label is divided by, above 0, such as the standard deviation
 */
public record LinearHead(double shift, double scale) implements Head {

    /** @throws IllegalArgumentException if a number is not finite or the scale is not above 0 */
    public LinearHead {
        if (!Double.isFinite(shift) || !Double.isFinite(scale) || scale <= 0) {
            throw new IllegalArgumentException(
                    "a head for values needs a finite shift and a scale above 0, got " + shift + " and " + scale);
        }
    }

    @Override
    public int outputs() {
        return 1;
    }

    /** The label for an output z. */
    public double value(double z) {
        return shift + scale * z;
    }

    /** The target t for a label. */
    public double target(double value) {
        return (value - shift) / scale;
    }
}
