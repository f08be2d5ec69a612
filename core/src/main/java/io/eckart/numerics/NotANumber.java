package io.eckart.numerics;

/** Finds NaN among float32 values. */
public final class NotANumber {
    private NotANumber() {}

    /** Whether any of the values {@code from} (included) to {@code to} (excluded) is NaN. */
    public static boolean in(float[] values, int from, int to) {
        return finite(values, from, to) < to - from && isAmong(values, from, to);
    }

    /** The number of finite values: 0 x + 1 is 1 for these and else NaN, which is 0 as an integer. No branch, so the JIT vectorises it. */
    private static int finite(float[] values, int from, int to) {
        int count = 0;
        for (int i = from; i < to; i++) {
            count += (int) (values[i] * 0f + 1f);
        }
        return count;
    }

    private static boolean isAmong(float[] values, int from, int to) {
        for (int i = from; i < to; i++) {
            if (Float.isNaN(values[i])) {
                return true;
            }
        }
        return false;
    }
}
