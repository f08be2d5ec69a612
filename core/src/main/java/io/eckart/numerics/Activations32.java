package io.eckart.numerics;

/** The float32 loops of {@link Activation}, one for each function so that the JIT vectorises it. */
final class Activations32 {
    private static final float SLOPE = (float) Activation.GELU_SLOPE;
    private static final float CUBE = (float) Activation.GELU_CUBE;

    private Activations32() {}

    /** {@code out_i = f(in_i)}. */
    static void activate(Activation f, float[] in, int zOffset, float[] out, int offset, int count) {
        switch (f) {
            case IDENTITY -> System.arraycopy(in, zOffset, out, offset, count);
            case RELU -> {
                for (int i = 0; i < count; i++) {
                    out[offset + i] = Math.max(in[zOffset + i], 0f);
                }
            }
            case GELU -> {
                for (int i = 0; i < count; i++) {
                    float x = in[zOffset + i];
                    out[offset + i] = 0.5f * x * (1 + Tanh32.of(SLOPE * (x + CUBE * x * x * x)));
                }
            }
            case TANH -> {
                for (int i = 0; i < count; i++) {
                    out[offset + i] = Tanh32.of(in[zOffset + i]);
                }
            }
            case SIGMOID -> {
                for (int i = 0; i < count; i++) {
                    out[offset + i] = 0.5f + 0.5f * Tanh32.of(0.5f * in[zOffset + i]);
                }
            }
        }
    }

    /** {@code out_i *= f'(in_i)}. */
    static void multiplyByDerivative(Activation f, float[] in, int zOffset, float[] out, int offset, int count) {
        switch (f) {
            case IDENTITY -> {}
            case RELU -> {
                for (int i = 0; i < count; i++) {
                    out[offset + i] = in[zOffset + i] > 0 ? out[offset + i] : 0f;
                }
            }
            case GELU -> {
                for (int i = 0; i < count; i++) {
                    float x = in[zOffset + i];
                    float t = Tanh32.of(SLOPE * (x + CUBE * x * x * x));
                    float inner = SLOPE * (1 + 3 * CUBE * x * x);
                    out[offset + i] *= 0.5f * (1 + t) + 0.5f * x * (1 - t * t) * inner;
                }
            }
            case TANH -> {
                for (int i = 0; i < count; i++) {
                    float t = Tanh32.of(in[zOffset + i]);
                    out[offset + i] *= 1 - t * t;
                }
            }
            case SIGMOID -> {
                for (int i = 0; i < count; i++) {
                    float t = Tanh32.of(0.5f * in[zOffset + i]);
                    out[offset + i] *= 0.25f * (1 - t * t);
                }
            }
        }
    }
}
