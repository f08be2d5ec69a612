package io.eckart.numerics;

/**
 * The float32 loops of {@link Activation}, one for each function so that the JIT vectorises it; which it does only where both
 * arrays are read and written at the same index, since it cannot know that they are two.
 */
final class Activations32 {
    private static final float SLOPE = (float) Activation.GELU_SLOPE;
    private static final float CUBE = (float) Activation.GELU_CUBE;

    private Activations32() {}

    /** {@code out_i = f(in_i)}. */
    static void activate(Activation f, float[] in, float[] out, int from, int to) {
        switch (f) {
            case IDENTITY -> System.arraycopy(in, from, out, from, to - from);
            case RELU -> {
                for (int i = from; i < to; i++) {
                    out[i] = Math.max(in[i], 0f);
                }
            }
            case GELU -> {
                for (int i = from; i < to; i++) {
                    float x = in[i];
                    out[i] = 0.5f * x * (1 + Tanh32.of(SLOPE * (x + CUBE * x * x * x)));
                }
            }
            case TANH -> {
                for (int i = from; i < to; i++) {
                    out[i] = Tanh32.of(in[i]);
                }
            }
            case SIGMOID -> {
                for (int i = from; i < to; i++) {
                    out[i] = 0.5f + 0.5f * Tanh32.of(0.5f * in[i]);
                }
            }
        }
    }

    /** {@code out_i *= f'(in_i)}. */
    static void multiplyByDerivative(Activation f, float[] in, float[] out, int from, int to) {
        switch (f) {
            case IDENTITY -> {}
            case RELU -> {
                for (int i = from; i < to; i++) {
                    out[i] *= Math.signum(Math.max(in[i], 0f));
                }
            }
            case GELU -> {
                for (int i = from; i < to; i++) {
                    float x = in[i];
                    float t = Tanh32.of(SLOPE * (x + CUBE * x * x * x));
                    float inner = SLOPE * (1 + 3 * CUBE * x * x);
                    out[i] *= 0.5f * (1 + t) + 0.5f * x * (1 - t * t) * inner;
                }
            }
            case TANH -> {
                for (int i = from; i < to; i++) {
                    float t = Tanh32.of(in[i]);
                    out[i] *= 1 - t * t;
                }
            }
            case SIGMOID -> {
                for (int i = from; i < to; i++) {
                    float t = Tanh32.of(0.5f * in[i]);
                    out[i] *= 0.25f * (1 - t * t);
                }
            }
        }
    }
}
