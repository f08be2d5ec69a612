package io.eckart.numerics.product;

import io.eckart.numerics.Activation;
import io.eckart.numerics.Draws;
import io.eckart.numerics.blas.Operand;

/**
 * A flat array of numbers in one precision, with the loops that training runs over it. A formula written once over this
 * interface runs in float32 for training and in float64 for checks against finite differences. The loops written here are the
 * plain formulas; {@link Reals32} has fast ones.
 *
 * <p>Ranges are given by an offset and a count, and an operation on two ranges without their own offsets uses the same offset in
 * both; the other array of an operation must have the same precision. Nothing here allocates.
 */
public sealed interface Reals permits Reals32, Reals64 {

    /** The precision of an array. */
    enum Precision {
        FLOAT32,
        FLOAT64;

        /** An array of zeros. */
        public Reals zeros(int length) {
            return switch (this) {
                case FLOAT32 -> new Reals32(new float[length]);
                case FLOAT64 -> new Reals64(new double[length]);
            };
        }
    }

    Precision precision();

    int length();

    double get(int index);

    void set(int index, double value);

    /** Copies values of the same length to this array. */
    default void copyFrom(double[] values) {
        for (int i = 0; i < values.length; i++) {
            set(i, values[i]);
        }
    }

    /** Copies this array to one of the same length. */
    default void copyTo(double[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = get(i);
        }
    }

    void fill(int offset, int count, double value);

    /** {@code x_i *= alpha}. */
    default void scale(int offset, int count, double alpha) {
        for (int i = offset; i < offset + count; i++) {
            set(i, get(i) * alpha);
        }
    }

    /** {@code x_i += alpha y_i}. */
    default void add(int offset, int count, double alpha, Reals other, int otherOffset) {
        for (int i = 0; i < count; i++) {
            set(offset + i, get(offset + i) + alpha * other.get(otherOffset + i));
        }
    }

    /** {@code x_i = y_i}. */
    void copy(int offset, int count, Reals other, int otherOffset);

    /** {@code x_i = y_i} from an array of any precision. */
    default void convert(int offset, int count, Reals other, int otherOffset) {
        for (int i = 0; i < count; i++) {
            set(offset + i, other.get(otherOffset + i));
        }
    }

    /** {@code x_ij += alpha y_ji} for x of rows x columns. */
    default void addTransposed(int offset, int rows, int columns, double alpha, Reals other, int otherOffset) {
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                int at = offset + i * columns + j;
                set(at, get(at) + alpha * other.get(otherOffset + j * rows + i));
            }
        }
    }

    /** {@code sum x_i^2} in float64. */
    default double sumOfSquares(int offset, int count) {
        double sum = 0;
        for (int i = offset; i < offset + count; i++) {
            sum += get(i) * get(i);
        }
        return sum;
    }

    /**
     * The matrix of {@code rows x columns} from {@code offset} on, for products.
     *
     * @throws IllegalArgumentException if it does not lie within the array
     */
    Operand operand(int offset, int rows, int columns);

    /** Sets each row to the {@code columns} values of a vector. */
    default void fillRows(int offset, int rows, int columns, Reals vector, int vectorOffset) {
        for (int i = 0; i < rows; i++) {
            copy(offset + i * columns, columns, vector, vectorOffset);
        }
    }

    /** The operation {@code x_j += sum over rows of y_ij}, which is made once and allocates nothing when it runs. */
    default Runnable columnSums(int offset, Reals other, int otherOffset, int rows, int columns) {
        return () -> {
            for (int i = 0; i < rows; i++) {
                add(offset, columns, 1, other, otherOffset + i * columns);
            }
        };
    }

    /** {@code x_i = f(z_i)}. */
    default void activate(Activation f, int offset, int count, Reals z, int zOffset) {
        for (int i = 0; i < count; i++) {
            set(offset + i, f.value(z.get(zOffset + i)));
        }
    }

    /** {@code x_i = f(z_i)}, and {@code z_i} becomes {@code f'(z_i)}, which shares most of the work. */
    default void activateAndDifferentiate(Activation f, int offset, int count, Reals z) {
        for (int i = offset; i < offset + count; i++) {
            double input = z.get(i);
            set(i, f.value(input));
            z.set(i, f.derivative(input));
        }
    }

    /** {@code x_i *= y_i}. */
    default void multiply(int offset, int count, Reals y) {
        for (int i = offset; i < offset + count; i++) {
            set(i, get(i) * y.get(i));
        }
    }

    /** {@code x_i = (1 - hidden_i) (target_i - x_i)}; all are finite. */
    default void residual(int offset, int count, Reals target, Reals hidden) {
        for (int i = offset; i < offset + count; i++) {
            set(i, (1 - hidden.get(i)) * (target.get(i) - get(i)));
        }
    }

    /** {@code x_i *= 1 - hidden_i}. */
    default void clearWhere(int offset, int count, Reals hidden) {
        for (int i = offset; i < offset + count; i++) {
            set(i, get(i) * (1 - hidden.get(i)));
        }
    }

    /** {@code x_i += alpha sign(y_i)}. */
    default void addSigns(int offset, int count, double alpha, Reals y, int yOffset) {
        for (int i = 0; i < count; i++) {
            set(offset + i, get(offset + i) + alpha * Math.signum(y.get(yOffset + i)));
        }
    }

    /** {@code sum |x_i|} in float64. */
    default double sumOfMagnitudes(int offset, int count) {
        double sum = 0;
        for (int i = offset; i < offset + count; i++) {
            sum += Math.abs(get(i));
        }
        return sum;
    }

    /**
     * {@code x_i = factor (output_i - target_i)}, 0 where the target is NaN.
     *
     * @return the sum of {@code (output_i - target_i)^2} over the others
     */
    default double errors(int offset, int count, double factor, Reals output, Reals target) {
        for (int i = offset; i < offset + count; i++) {
            set(i, Double.isNaN(target.get(i)) ? 0 : output.get(i) - target.get(i));
        }
        double sum = sumOfSquares(offset, count);
        scale(offset, count, factor);
        return sum;
    }

    /** Copies values from a float32 array. */
    default void take(int offset, int count, float[] rows, int from) {
        for (int j = 0; j < count; j++) {
            set(offset + j, rows[from + j]);
        }
    }

    /** {@code x_j = (x_j - origin_j) / scale} for the {@code count} values of a data row; NaN stays NaN. */
    default void standardize(int offset, int count, double[] origin, double scale) {
        double by = 1 / scale;
        for (int j = 0; j < count; j++) {
            set(offset + j, (get(offset + j) - origin[j]) * by);
        }
    }

    /** {@code x_j = (row_j - origin_j) / scale} for the {@code count} values of a data row; NaN stays NaN. */
    default void standardize(int offset, int count, float[] rows, int from, double[] origin, double scale) {
        take(offset, count, rows, from);
        standardize(offset, count, origin, scale);
    }

    /** {@code row_j = origin_j + scale x_j}, the inverse of {@link #standardize(int, int, double[], double)}. */
    default void restore(int offset, int count, double[] origin, double scale, float[] rows, int to) {
        for (int j = 0; j < count; j++) {
            rows[to + j] = (float) (origin[j] + scale * get(offset + j));
        }
    }

    /** Copies values to a float32 array. */
    default void copyTo(int offset, int count, float[] target, int to) {
        for (int i = 0; i < count; i++) {
            target[to + i] = (float) get(offset + i);
        }
    }

    /** Adds Gaussian noise of this standard deviation. */
    default void addNoise(int offset, int count, double deviation, Draws draws) {
        for (int i = offset; i < offset + count; i++) {
            set(i, get(i) + deviation * draws.nextGaussian());
        }
    }

    /** {@code hidden_i = 1, x_i = 0} where x is NaN; {@code hidden_i = 0} elsewhere. */
    default void hideMissing(int offset, int count, Reals hidden) {
        for (int i = offset; i < offset + count; i++) {
            boolean missing = Double.isNaN(get(i));
            hidden.set(i, missing ? 1 : 0);
            set(i, missing ? 0 : get(i));
        }
    }

    /** {@code hidden_i = 1, x_i = 0} with this probability; the others are unchanged. */
    default void hide(int offset, int count, double probability, Reals hidden, Draws draws) {
        float bound = (float) probability;
        for (int i = offset; i < offset + count; i++) {
            if (draws.nextBoolean(bound)) {
                hidden.set(i, 1);
                set(i, 0);
            }
        }
    }

    /** {@code x_i = max(x_i, least)}. */
    default void raiseTo(int offset, int count, double least) {
        for (int i = offset; i < offset + count; i++) {
            set(i, Math.max(get(i), least));
        }
    }
}
