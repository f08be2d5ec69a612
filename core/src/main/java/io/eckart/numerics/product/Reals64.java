package io.eckart.numerics.product;

import io.eckart.numerics.blas.Operand;
import java.util.Arrays;

/** A float64 array, for d x d matrices and to check formulas. */
@SuppressWarnings("ArrayRecordComponent") // a view of the array it is made from; never compared
public record Reals64(double[] values) implements Reals {
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
    public void fill(int offset, int count, double value) {
        Arrays.fill(values, offset, offset + count, value);
    }

    @Override
    public void copy(int offset, int count, Reals other, int otherOffset) {
        System.arraycopy(((Reals64) other).values, otherOffset, values, offset, count);
    }

    @Override
    public Operand operand(int offset, int rows, int columns) {
        return Operand.of(values, offset, rows, columns, columns);
    }
}
