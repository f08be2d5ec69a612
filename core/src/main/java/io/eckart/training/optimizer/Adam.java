package io.eckart.training.optimizer;

import io.eckart.numerics.product.Reals;
import io.eckart.numerics.product.Reals32;
import io.eckart.numerics.product.Reals64;
import java.util.Map;

/**
 * Adam (Kingma and Ba 2015, algorithm 1) with decoupled weight decay (Loshchilov and Hutter 2019):
 *
 * <pre>
 *   m = b1 m + (1 - b1) g,  v = b2 v + (1 - b2) g^2
 *   x = (1 - r w) x - r m / (1 - b1^t) / (sqrt(v / (1 - b2^t)) + e)
 * </pre>
 */
public final class Adam implements Optimizer {
    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.999;
    private static final double EPSILON = 1e-8;

    /*
     * Added and taken away again, they make zeros of float32 numbers 2^-24 times smaller. Moments of a weight that gets no gradient
     * any more would decay to subnormal numbers and stay there, with which processors are many times slower; so would small squares
     * and products with the rate. Compared with EPSILON all this is negligible.
     */
    private static final float FLUSHED_GRADIENT = 1e-10f;
    private static final float FLUSHED_FIRST = 1e-20f;
    private static final float FLUSHED_SECOND = 1e-30f;

    private final double weightDecay;
    private final Reals first;
    private final Reals second;
    private double rate;
    private double epsilon;
    private double keep;

    public Adam(Reals.Precision precision, int length, double weightDecay) {
        this.weightDecay = weightDecay;
        this.first = precision.zeros(length);
        this.second = precision.zeros(length);
    }

    @Override
    public void begin(long step, double learningRate) {
        double root = Math.sqrt(1 - Math.pow(BETA2, (double) step));
        rate = learningRate * root / (1 - Math.pow(BETA1, (double) step));
        epsilon = EPSILON * root;
        keep = 1 - learningRate * weightDecay;
    }

    @Override
    public void move(Reals parameters, Reals gradient, int offset, int count) {
        switch (parameters) {
            case Reals32(float[] x) ->
                move(
                        x,
                        ((Reals32) gradient).values(),
                        ((Reals32) first).values(),
                        ((Reals32) second).values(),
                        offset,
                        offset + count);
            case Reals64(double[] x) ->
                move(
                        x,
                        ((Reals64) gradient).values(),
                        ((Reals64) first).values(),
                        ((Reals64) second).values(),
                        offset,
                        offset + count);
        }
    }

    private void move(float[] x, float[] g, float[] m, float[] v, int from, int to) {
        float step = (float) rate;
        float b1 = (float) BETA1;
        float b2 = (float) BETA2;
        float c1 = (float) (1 - BETA1);
        float c2 = (float) (1 - BETA2);
        float tiny = (float) epsilon;
        float kept = (float) keep;
        for (int i = from; i < to; i++) {
            float slope = (g[i] + FLUSHED_GRADIENT) - FLUSHED_GRADIENT;
            float mean = (b1 * m[i] + c1 * slope + FLUSHED_FIRST) - FLUSHED_FIRST;
            float square = (b2 * v[i] + c2 * slope * slope + FLUSHED_SECOND) - FLUSHED_SECOND;
            m[i] = mean;
            v[i] = square;
            x[i] = kept * x[i] - step * mean / ((float) Math.sqrt(square) + tiny);
        }
    }

    private void move(double[] x, double[] g, double[] m, double[] v, int from, int to) {
        for (int i = from; i < to; i++) {
            m[i] = BETA1 * m[i] + (1 - BETA1) * g[i];
            v[i] = BETA2 * v[i] + (1 - BETA2) * g[i] * g[i];
            x[i] = keep * x[i] - rate * m[i] / (Math.sqrt(v[i]) + epsilon);
        }
    }

    @Override
    public Map<String, Reals> state() {
        return Map.of("adam.first", first, "adam.second", second);
    }
}
