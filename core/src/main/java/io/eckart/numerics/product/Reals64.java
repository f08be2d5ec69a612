package io.eckart.numerics.product;

import io.eckart.numerics.Activation;
import io.eckart.numerics.Draws;
import io.eckart.numerics.blas.LinearAlgebra;
import io.eckart.numerics.blas.Operand;
import java.util.Arrays;

/** float64, for everything d x d and to check formulas. */
@SuppressWarnings("ArrayRecordComponent") // identity is never asked of it; the array is the point
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
    public void product(
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
            int cStride) {
        LinearAlgebra.get()
                .gemm(
                        transposeA,
                        transposeB,
                        m,
                        n,
                        k,
                        alpha,
                        (Operand.OfDoubles) a,
                        aStride,
                        (Operand.OfDoubles) b,
                        bStride,
                        beta,
                        (Operand.OfDoubles) c,
                        cStride);
    }

    @Override
    public Operand operand(int offset) {
        return Operand.OfDoubles.at(values, offset);
    }

    @Override
    public void fillRows(int offset, int rows, int columns, Reals vector, int vectorOffset) {
        double[] v = of(vector);
        for (int at = offset; at < offset + rows * columns; at += columns) {
            System.arraycopy(v, vectorOffset, values, at, columns);
        }
    }

    @Override
    public void addColumnSums(int offset, Reals other, int otherOffset, int rows, int columns) {
        double[] y = of(other);
        for (int at = otherOffset; at < otherOffset + rows * columns; at += columns) {
            for (int j = 0; j < columns; j++) {
                values[offset + j] += y[at + j];
            }
        }
    }

    @Override
    public void activate(Activation f, int offset, int count, Reals z, int zOffset) {
        double[] in = of(z);
        for (int i = 0; i < count; i++) {
            values[offset + i] = f.value(in[zOffset + i]);
        }
    }

    @Override
    public void activateAndDifferentiate(Activation f, int offset, int count, Reals z) {
        double[] in = of(z);
        for (int i = offset; i < offset + count; i++) {
            values[i] = f.value(in[i]);
            in[i] = f.derivative(in[i]);
        }
    }

    @Override
    public void multiply(int offset, int count, Reals y) {
        double[] by = of(y);
        for (int i = offset; i < offset + count; i++) {
            values[i] *= by[i];
        }
    }

    @Override
    public void residual(int offset, int count, Reals target, Reals hidden) {
        double[] t = of(target);
        double[] h = of(hidden);
        for (int i = offset; i < offset + count; i++) {
            values[i] = (1 - h[i]) * (t[i] - values[i]);
        }
    }

    @Override
    public void clearWhere(int offset, int count, Reals hidden) {
        double[] h = of(hidden);
        for (int i = offset; i < offset + count; i++) {
            values[i] *= 1 - h[i];
        }
    }

    @Override
    public void addSigns(int offset, int count, double alpha, Reals y, int yOffset) {
        double[] signs = of(y);
        double by = alpha;
        for (int i = 0; i < count; i++) {
            values[offset + i] += by * Math.signum(signs[yOffset + i]);
        }
    }

    @Override
    public double sumOfMagnitudes(int offset, int count) {
        double sum = 0;
        for (int i = offset; i < offset + count; i++) {
            sum += Math.abs(values[i]);
        }
        return sum;
    }

    @Override
    public double errors(int offset, int count, double factor, Reals output, Reals target) {
        double[] o = of(output);
        double[] t = of(target);
        for (int i = offset; i < offset + count; i++) {
            double difference = o[i] - t[i];
            values[i] = Double.isNaN(t[i]) ? 0 : difference;
        }
        double sum = sumOfSquares(offset, count);
        scale(offset, count, factor);
        return sum;
    }

    @Override
    public void take(int offset, int count, float[] rows, int from) {
        for (int j = 0; j < count; j++) {
            values[offset + j] = rows[from + j];
        }
    }

    @Override
    public void standardize(int offset, int count, double[] origin, double scale) {
        double by = 1 / scale;
        for (int j = 0; j < count; j++) {
            values[offset + j] = (values[offset + j] - origin[j]) * by;
        }
    }

    @Override
    public void restore(int offset, int count, double[] origin, double scale, float[] rows, int to) {
        for (int j = 0; j < count; j++) {
            rows[to + j] = (float) (origin[j] + scale * values[offset + j]);
        }
    }

    @Override
    public void copyTo(int offset, int count, float[] target, int to) {
        for (int i = 0; i < count; i++) {
            target[to + i] = (float) values[offset + i];
        }
    }

    @Override
    public void addNoise(int offset, int count, double deviation, Draws draws) {
        for (int i = offset; i < offset + count; i++) {
            values[i] += (deviation * draws.nextGaussian());
        }
    }

    @Override
    public void hideMissing(int offset, int count, Reals hidden) {
        double[] h = of(hidden);
        for (int i = offset; i < offset + count; i++) {
            boolean observed = !Double.isNaN(values[i]);
            h[i] = observed ? 0 : 1;
            values[i] = observed ? values[i] : 0;
        }
    }

    @Override
    public void hide(int offset, int count, double probability, Reals hidden, Draws draws) {
        double[] h = of(hidden);
        float bound = (float) probability;
        for (int i = offset; i < offset + count; i++) {
            if (draws.nextBoolean(bound)) {
                h[i] = 1;
                values[i] = 0;
            }
        }
    }

    @Override
    public void raiseTo(int offset, int count, double least) {
        for (int i = offset; i < offset + count; i++) {
            values[i] = Math.max(values[i], least);
        }
    }
}
