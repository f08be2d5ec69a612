package io.eckart.numerics.product;

import io.eckart.numerics.Activation;
import java.util.Arrays;

/**
 * The float32 loops of {@link Activation}. Each has its own method, since the JIT does not vectorise a loop that
 * runs with several functions; and both arrays are read and written at the same index, since the JIT cannot know that they are
 * two different arrays.
 */
final class Activations32 {
    private static final float SLOPE = (float) Activation.GELU_SLOPE;
    private static final float CUBIC = (float) (Activation.GELU_SLOPE * Activation.GELU_CUBE);

    private Activations32() {}

    /** {@code out_i = f(in_i)}. */
    static void activate(Activation f, float[] in, float[] out, int from, int to) {
        switch (f) {
            case IDENTITY -> System.arraycopy(in, from, out, from, to - from);
            case RELU -> relu(in, out, from, to);
            case GELU -> gelu(in, out, from, to);
            case TANH -> tanh(in, out, from, to);
            case SIGMOID -> sigmoid(in, out, from, to);
        }
    }

    /** {@code out_i = f(z_i)}, and {@code z_i} becomes {@code f'(z_i)}. */
    static void differentiate(Activation f, float[] z, float[] out, int from, int to) {
        switch (f) {
            case IDENTITY -> {
                System.arraycopy(z, from, out, from, to - from);
                Arrays.fill(z, from, to, 1);
            }
            case RELU -> differentiateRelu(z, out, from, to);
            case GELU -> differentiateGelu(z, out, from, to);
            case TANH -> differentiateTanh(z, out, from, to);
            case SIGMOID -> differentiateSigmoid(z, out, from, to);
        }
    }

    private static void relu(float[] in, float[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = Math.max(in[i], 0f);
        }
    }

    private static void gelu(float[] in, float[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            float x = in[i];
            float y = x * (SLOPE + CUBIC * x * x);
            out[i] = 0.5f * x * (1 + Tanh32.of(y));
        }
    }

    private static void tanh(float[] in, float[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = Tanh32.of(in[i]);
        }
    }

    private static void sigmoid(float[] in, float[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = 0.5f + 0.5f * Tanh32.of(0.5f * in[i]);
        }
    }

    private static void differentiateRelu(float[] z, float[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            float h = Math.max(z[i], 0f);
            out[i] = h;
            z[i] = Math.signum(h);
        }
    }

    /** {@code y = z (s + c z^2)} has {@code z y' = 3 y - 2 s z}; the JIT does not vectorise every form of this sum. */
    private static void differentiateGelu(float[] z, float[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            float x = z[i];
            float y = x * (SLOPE + CUBIC * x * x);
            float t = Tanh32.of(y);
            out[i] = 0.5f * x * (1 + t);
            z[i] = 0.5f + 0.5f * (t + (1 - t * t) * (3 * y - 2 * SLOPE * x));
        }
    }

    private static void differentiateTanh(float[] z, float[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            float t = Tanh32.of(z[i]);
            out[i] = t;
            z[i] = 1 - t * t;
        }
    }

    private static void differentiateSigmoid(float[] z, float[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            float t = Tanh32.of(0.5f * z[i]);
            out[i] = 0.5f + 0.5f * t;
            z[i] = 0.25f * (1 - t * t);
        }
    }
}
