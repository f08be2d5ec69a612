package io.eckart.training;

import io.eckart.data.corruption.CorruptionTasks;
import io.eckart.network.Architecture;
import io.eckart.network.Dimensions;
import io.eckart.network.kind.Networks;
import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.PlainMath;
import io.eckart.numerics.RandomStreams;
import io.eckart.numerics.Workers;
import io.eckart.numerics.product.Reals64;
import io.eckart.numerics.statistics.Moments;
import io.eckart.training.moments.LinearProblem;
import java.util.Optional;
import java.util.SplittableRandom;

/** Small data for tests of training. */
public final class Rows {
    public static final RunOptions QUIET = options(1);

    private Rows() {}

    public static RunOptions options(int threads) {
        return new RunOptions(threads, event -> {}, () -> false, Optional.empty());
    }

    /** Correlated rows about a mean that is not 0. */
    public static FloatMatrix draw(int n, int d, long seed) {
        SplittableRandom random = new RandomStreams(seed).stream("rows");
        DoubleMatrix mixing = PlainMath.gaussian(d, d, random);
        DoubleMatrix rows = PlainMath.product(PlainMath.gaussian(n, d, random), mixing);
        for (int i = 0; i < n * d; i++) {
            rows.values()[i] += 0.5 * (i % d) - 0.4;
        }
        return rows.toFloat();
    }

    public static Moments moments(FloatMatrix rows) {
        try (Workers workers = Workers.of(1)) {
            return Moments.of(rows, workers);
        }
    }

    /** The problem of rows with this second moment and mean 0. */
    public static LinearProblem problem(DoubleMatrix sigma, String tasks) {
        int d = sigma.rows();
        Moments moments = new Moments(1, new double[d], new double[d], sigma);
        return LinearProblem.of(moments, CorruptionTasks.parse(tasks), new double[d], false, 1);
    }

    /** A second moment with these eigenvalues. */
    public static DoubleMatrix sigma(long seed, double... eigenvalues) {
        return PlainMath.symmetric(eigenvalues, new RandomStreams(seed).stream("sigma"));
    }

    /** A random start, moved off it by Gaussian numbers of this deviation. */
    public static double[] start(Architecture architecture, Dimensions dimensions, double moved, long seed) {
        SplittableRandom random = new RandomStreams(seed).stream("start");
        Reals64 values = new Reals64(
                new double[Networks.of(architecture).layout(dimensions).length()]);
        Networks.of(architecture).start(dimensions, values, random);
        for (int i = 0; i < values.length(); i++) {
            values.set(i, values.get(i) + moved * random.nextGaussian());
        }
        Networks.of(architecture).constraint(dimensions, values).enforce();
        return values.values();
    }

    public static int[] range(int from, int to) {
        return java.util.stream.IntStream.range(from, to).toArray();
    }
}
