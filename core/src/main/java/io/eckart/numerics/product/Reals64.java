package io.eckart.numerics.product;

import io.eckart.numerics.blas.Operand;
import java.util.Arrays;

/** A float64 array, for d x d matrices and to check formulas. */
@SuppressWarnings("ArrayRecordComponent") // a view of the array it is made from; never compared
public record Reals64(double[] values) implements Reals {
    /** A strip this high of a tall matrix stays in cache while it is read across. */
    private static final int TILE = 32;

    private static double[] of(Reals other) {
        return ((Reals64) other).values;
    }

    @Override
    public Precision precision() {
        return Precision.FLOAT64;
    }

    @Override
    public int length() {
        return values.length;
    }

    @Override
    public double get(int index) {
        return values[index];
    }

    @Override
    public void set(int index, double value) {
        values[index] = value;
    }

    @Override
    public void copyFrom(double[] source) {
        System.arraycopy(source, 0, values, 0, values.length);
    }

    @Override
    public void copyTo(double[] target) {
        System.arraycopy(values, 0, target, 0, values.length);
    }

    @Override
    public void fill(int offset, int count, double value) {
        Arrays.fill(values, offset, offset + count, value);
    }

    @Override
    public void scale(int offset, int count, double alpha) {
        double by = alpha;
        for (int i = offset; i < offset + count; i++) {
            values[i] *= by;
        }
    }

    @Override
    public void add(int offset, int count, double alpha, Reals other, int otherOffset) {
        double[] y = of(other);
        double by = alpha;
        for (int i = 0; i < count; i++) {
            values[offset + i] += by * y[otherOffset + i];
        }
    }

    @Override
    public void copy(int offset, int count, Reals other, int otherOffset) {
        System.arraycopy(of(other), otherOffset, values, offset, count);
    }

    @Override
    public void convert(int offset, int count, Reals other, int otherOffset) {
        switch (other) {
            case Reals64 same -> copy(offset, count, same, otherOffset);
            case Reals32(float[] y) -> {
                for (int i = 0; i < count; i++) {
                    values[offset + i] = y[otherOffset + i];
                }
            }
        }
    }

    @Override
    public void addTransposed(int offset, int rows, int columns, double alpha, Reals other, int otherOffset) {
        double[] y = of(other);
        double by = alpha;
        for (int top = 0; top < rows; top += TILE) {
            for (int j = 0; j < columns; j++) {
                for (int i = top; i < Math.min(rows, top + TILE); i++) {
                    values[offset + i * columns + j] += by * y[otherOffset + j * rows + i];
                }
            }
        }
    }

    @Override
    public double sumOfSquares(int offset, int count) {
        double sum = 0;
        for (int i = offset; i < offset + count; i++) {
            sum += values[i] * values[i];
        }
        return sum;
    }

    @Override
    public Operand operand(int offset, int rows, int columns) {
        return Operand.of(values, offset, rows, columns, columns);
    }
}
