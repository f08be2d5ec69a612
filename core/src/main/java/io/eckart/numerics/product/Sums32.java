package io.eckart.numerics.product;

import io.eckart.numerics.blas.LinearAlgebra;
import io.eckart.numerics.blas.Operand;
import java.util.Arrays;

/** Sums over float32 arrays, with several partial sums so that additions do not wait for each other. */
public final class Sums32 {
    /** The number of entries that are added up in float32 before they are added to a float64 sum. */
    private static final int STRIP = 256;

    private static final float[] ONES = new float[STRIP];

    static {
        Arrays.fill(ONES, 1);
    }

    private Sums32() {}

    /** {@code sum x_i^2} in float64. */
    public static double squares(float[] x, int offset, int count) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int whole = offset + (count & ~3);
        for (int i = offset; i < whole; i += 4) {
            s0 += (double) x[i] * x[i];
            s1 += (double) x[i + 1] * x[i + 1];
            s2 += (double) x[i + 2] * x[i + 2];
            s3 += (double) x[i + 3] * x[i + 3];
        }
        for (int i = whole; i < offset + count; i++) {
            s0 += (double) x[i] * x[i];
        }
        return (s0 + s1) + (s2 + s3);
    }

    /** {@code sum x_i^2}, strips of 256 in float32: twice as fast, and accurate enough for a loss. */
    static double squaresByStrips(float[] x, int offset, int count) {
        double sum = 0;
        for (int from = offset; from < offset + count; from += STRIP) {
            sum += strip(x, from, Math.min(from + STRIP, offset + count));
        }
        return sum;
    }

    private static float strip(float[] x, int from, int to) {
        float s0 = 0;
        float s1 = 0;
        float s2 = 0;
        float s3 = 0;
        float s4 = 0;
        float s5 = 0;
        float s6 = 0;
        float s7 = 0;
        int whole = from + ((to - from) & ~7);
        for (int i = from; i < whole; i += 8) {
            s0 += x[i] * x[i];
            s1 += x[i + 1] * x[i + 1];
            s2 += x[i + 2] * x[i + 2];
            s3 += x[i + 3] * x[i + 3];
            s4 += x[i + 4] * x[i + 4];
            s5 += x[i + 5] * x[i + 5];
            s6 += x[i + 6] * x[i + 6];
            s7 += x[i + 7] * x[i + 7];
        }
        for (int i = whole; i < to; i++) {
            s0 += x[i] * x[i];
        }
        return ((s0 + s1) + (s2 + s3)) + ((s4 + s5) + (s6 + s7));
    }

    /** {@code x_j += sum over rows of y_ij}, which BLAS vectorises. */
    static Runnable columns(float[] x, int offset, float[] y, int from, int rows, int columns) {
        Operand to = Operand.of(x, offset, 1, columns, columns);
        Operand all = Operand.of(y, from, rows, columns, columns);
        Operand[] strips = new Operand[Math.ceilDiv(rows, STRIP)];
        Arrays.setAll(strips, i -> all.rows(i * STRIP, Math.min(rows, (i + 1) * STRIP)));
        Operand[] ones = new Operand[strips.length];
        Arrays.setAll(ones, i -> Operand.of(ONES, 1, strips[i].rows()));
        return () -> {
            for (int i = 0; i < strips.length; i++) {
                LinearAlgebra.get().addRows(strips[i], ones[i], to);
            }
        };
    }
}
