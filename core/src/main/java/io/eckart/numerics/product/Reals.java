package io.eckart.numerics.product;

import io.eckart.numerics.Activation;
import io.eckart.numerics.Draws;
import io.eckart.numerics.blas.Operand;

/**
 * A flat array of numbers in one precision, with the loops that training runs over it. A formula written once over this
 * interface runs in float32 to train and in float64 to be checked against finite differences.
 *
 * <p>Ranges are given by an offset and a count; the other array of an operation must have the same precision. Nothing here
 * allocates.
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

    /** Takes as many values as this array has. */
    void copyFrom(double[] values);

    /** Gives as many values as this array has. */
    void copyTo(double[] values);

    void fill(int offset, int count, double value);

    /** {@code x_i *= alpha}. */
    void scale(int offset, int count, double alpha);

    /** {@code x_i += alpha y_i}. */
    void add(int offset, int count, double alpha, Reals other, int otherOffset);

    /** {@code x_i = y_i}. */
    void copy(int offset, int count, Reals other, int otherOffset);

    /** {@code x_i = y_i} from an array of any precision. */
    void convert(int offset, int count, Reals other, int otherOffset);

    /** {@code x_ij += alpha y_ji} for x of rows x columns. */
    void addTransposed(int offset, int rows, int columns, double alpha, Reals other, int otherOffset);

    /** {@code sum x_i^2} in float64. */
    double sumOfSquares(int offset, int count);

    /** {@code C = alpha op(A) op(B) + beta C}, as {@link io.eckart.numerics.blas.LinearAlgebra#gemm}, C standing in this array. */
    void product(
            boolean transposeA,
            boolean transposeB,
            int m,
            int n,
            int k,
            double alpha,
            Operand a,
            int aStride,
            Operand b,
            int bStride,
            double beta,
            Operand c,
            int cStride);

    /** A matrix that begins there, for products. */
    Operand operand(int offset);

    /** Sets each row to the {@code columns} values of a vector. */
    void fillRows(int offset, int rows, int columns, Reals vector, int vectorOffset);

    /** {@code x_j += sum over rows of y_ij}. */
    void addColumnSums(int offset, Reals other, int otherOffset, int rows, int columns);

    /** {@code x_i = f(z_i)}. */
    void activate(Activation f, int offset, int count, Reals z, int zOffset);

    /** {@code x_i = f(z_i)}, and {@code z_i} becomes {@code f'(z_i)}, which shares nearly all of the work. */
    void activateAndDifferentiate(Activation f, int offset, int count, Reals z);

    /** {@code x_i *= y_i}. */
    void multiply(int offset, int count, Reals y);

    /** {@code x_i = (1 - hidden_i) (target_i - x_i)}; all are finite. */
    void residual(int offset, int count, Reals target, Reals hidden);

    /** {@code x_i *= 1 - hidden_i}. */
    void clearWhere(int offset, int count, Reals hidden);

    /** {@code x_i += alpha sign(y_i)}. */
    void addSigns(int offset, int count, double alpha, Reals y, int yOffset);

    /** {@code sum |x_i|} in float64. */
    double sumOfMagnitudes(int offset, int count);

    /**
     * {@code x_i = factor (output_i - target_i)}, 0 where the target is NaN.
     *
     * @return the sum of {@code (output_i - target_i)^2} over the others
     */
    double errors(int offset, int count, double factor, Reals output, Reals target);

    /** Takes values from a float32 array. */
    void take(int offset, int count, float[] rows, int from);

    /** {@code x_j = (x_j - origin_j) / scale} for the {@code count} values of a data row; NaN stays NaN. */
    void standardize(int offset, int count, double[] origin, double scale);

    /** {@code x_j = (row_j - origin_j) / scale} for the {@code count} values of a data row; NaN stays NaN. */
    default void standardize(int offset, int count, float[] rows, int from, double[] origin, double scale) {
        take(offset, count, rows, from);
        standardize(offset, count, origin, scale);
    }

    /** {@code row_j = origin_j + scale x_j}: the way back. */
    void restore(int offset, int count, double[] origin, double scale, float[] rows, int to);

    /** Gives values to a float32 array. */
    void copyTo(int offset, int count, float[] target, int to);

    /** Adds Gaussian noise of this standard deviation. */
    void addNoise(int offset, int count, double deviation, Draws draws);

    /** Where x is NaN: 0, and 1 among the hidden; elsewhere 0 among the hidden. */
    void hideMissing(int offset, int count, Reals hidden);

    /** Hides each value with this probability: 0, and 1 among the hidden. Those already hidden stay hidden. */
    void hide(int offset, int count, double probability, Reals hidden, Draws draws);

    /** {@code x_i = max(x_i, least)}. */
    void raiseTo(int offset, int count, double least);
}
