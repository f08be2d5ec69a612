package io.eckart.numerics.product;

import io.eckart.numerics.Activation;
import io.eckart.numerics.Draws;
import io.eckart.numerics.blas.Operand;
import java.util.Arrays;

/** A float32 array, for training on batches. */
@SuppressWarnings("ArrayRecordComponent") // a view of the array it is made from; never compared
public record Reals32(float[] values) implements Reals {
    /** A strip this high of a tall matrix stays in cache while it is read across. */
    private static final int TILE = 32;

    private static final int ONE = Float.floatToRawIntBits(1f);

    private static float[] of(Reals other) {
        return ((Reals32) other).values;
    }

    @Override
    public Precision precision() {
        return Precision.FLOAT32;
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
        values[index] = (float) value;
    }

    @Override
    public void fill(int offset, int count, double value) {
        Arrays.fill(values, offset, offset + count, (float) value);
    }

    @Override
    public void scale(int offset, int count, double alpha) {
        float by = (float) alpha;
        for (int i = offset; i < offset + count; i++) {
            values[i] *= by;
        }
    }

    @Override
    public void add(int offset, int count, double alpha, Reals other, int otherOffset) {
        float[] y = of(other);
        float by = (float) alpha;
        for (int i = 0; i < count; i++) {
            values[offset + i] += by * y[otherOffset + i];
        }
    }

    @Override
    public void copy(int offset, int count, Reals other, int otherOffset) {
        System.arraycopy(of(other), otherOffset, values, offset, count);
    }

    @Override
    public void addTransposed(int offset, int rows, int columns, double alpha, Reals other, int otherOffset) {
        float[] y = of(other);
        float by = (float) alpha;
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
        return Sums32.squares(values, offset, count);
    }

    @Override
    public Operand operand(int offset, int rows, int columns) {
        return Operand.of(values, offset, rows, columns, columns);
    }

    @Override
    public Runnable columnSums(int offset, Reals other, int otherOffset, int rows, int columns) {
        return Sums32.columns(values, offset, of(other), otherOffset, rows, columns);
    }

    @Override
    public void activate(Activation f, int offset, int count, Reals z, int zOffset) {
        float[] in = of(z);
        if (offset == zOffset) {
            Activations32.activate(f, in, values, offset, offset + count);
        } else {
            System.arraycopy(in, zOffset, values, offset, count);
            Activations32.activate(f, values, values, offset, offset + count);
        }
    }

    @Override
    public void activateAndDifferentiate(Activation f, int offset, int count, Reals z) {
        Activations32.differentiate(f, of(z), values, offset, offset + count);
    }

    @Override
    public void multiply(int offset, int count, Reals y) {
        float[] by = of(y);
        for (int i = offset; i < offset + count; i++) {
            values[i] *= by[i];
        }
    }

    @Override
    public void residual(int offset, int count, Reals target, Reals hidden) {
        float[] t = of(target);
        float[] h = of(hidden);
        for (int i = offset; i < offset + count; i++) {
            values[i] = (1 - h[i]) * (t[i] - values[i]);
        }
    }

    @Override
    public void clearWhere(int offset, int count, Reals hidden) {
        float[] h = of(hidden);
        for (int i = offset; i < offset + count; i++) {
            values[i] *= 1 - h[i];
        }
    }

    @Override
    public void addSigns(int offset, int count, double alpha, Reals y, int yOffset) {
        float[] signs = of(y);
        float by = (float) alpha;
        for (int i = 0; i < count; i++) {
            values[offset + i] += by * Math.signum(signs[yOffset + i]);
        }
    }

    @Override
    public double errors(int offset, int count, double factor, Reals output, Reals target) {
        float[] o = of(output);
        float[] t = of(target);
        for (int i = offset; i < offset + count; i++) {
            values[i] = o[i] - t[i];
        }
        double sum = Sums32.squaresByStrips(values, offset, count);
        if (Double.isNaN(sum)) {
            for (int i = offset; i < offset + count; i++) {
                values[i] = Float.isNaN(t[i]) ? 0 : values[i];
            }
            sum = Sums32.squaresByStrips(values, offset, count);
        }
        scale(offset, count, factor);
        return sum;
    }

    @Override
    public void take(int offset, int count, float[] rows, int from) {
        System.arraycopy(rows, from, values, offset, count);
    }

    @Override
    public void addNoise(int offset, int count, double deviation, Draws draws) {
        for (int i = offset; i < offset + count; i++) {
            values[i] += (float) (deviation * draws.nextGaussian());
        }
    }

    @Override
    public void hideMissing(int offset, int count, Reals hidden) {
        float[] h = of(hidden);
        for (int i = offset; i < offset + count; i++) {
            boolean observed = !Float.isNaN(values[i]);
            h[i] = observed ? 0 : 1;
            values[i] = observed ? values[i] : 0;
        }
    }

    @Override
    public void hide(int offset, int count, double probability, Reals hidden, Draws draws) {
        float[] h = of(hidden);
        int bound = Draws.bound((float) probability);
        for (int i = offset; i < offset + count; i++) {
            // Without a branch, since it could not be predicted.
            int drawn = draws.isBelow(bound);
            h[i] = Float.intBitsToFloat((drawn & ONE) | (~drawn & Float.floatToRawIntBits(h[i])));
            values[i] = Float.intBitsToFloat(~drawn & Float.floatToRawIntBits(values[i]));
        }
    }
}
