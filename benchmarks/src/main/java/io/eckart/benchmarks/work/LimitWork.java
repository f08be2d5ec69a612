package io.eckart.benchmarks.work;

import io.eckart.benchmarks.side.Introduction;
import io.eckart.benchmarks.side.Reply;
import io.eckart.benchmarks.side.Request;
import io.eckart.benchmarks.side.Work;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.RandomStreams;
import io.eckart.numerics.Workers;
import io.eckart.numerics.blas.LinearAlgebra;
import io.eckart.numerics.blas.Operand;
import io.eckart.numerics.statistics.MomentsAccumulator;
import java.util.SplittableRandom;

/**
 * What the machine can do in single precision, and what the largest products reach of it; the check is the number of operations in a
 * second, a multiplication and an addition being two.
 */
record LimitWork(Workers workers) implements Work {
    private static final int REPEATS = 20_000_000;
    private static final int BLOCK = 1024;

    @Override
    public Introduction introduction() {
        return EckartSide.introduction(0, 0, "peak", "moments", "product");
    }

    @Override
    public Reply answer(Request request) {
        return switch (request.method()) {
            case "peak" -> peak();
            case "moments" -> moments(request.whole(0), request.whole(1));
            case "product" -> product(request.whole(0), request.whole(1), request.whole(2));
            default -> throw Work.unknown(request);
        };
    }

    private static Reply reply(long start, double operations) {
        double seconds = Reply.secondsSince(start);
        return new Reply(seconds, operations / seconds, 0);
    }

    /** The sum of what all threads reach. */
    private Reply peak() {
        int threads = workers.threads();
        float[] sums = new float[threads];
        long start = System.nanoTime();
        workers.forEach(threads, thread -> sums[thread] = PeakLoop.run(REPEATS));
        Reply reply = reply(start, (double) PeakLoop.OPERATIONS * REPEATS * threads);
        if (!(sums[0] > 0)) {
            throw new IllegalStateException("the sums were not computed");
        }
        return reply;
    }

    /** The symmetric X'X, of which half is work, {@code n d (d + 1)} operations, and the sums of the columns. */
    private Reply moments(int n, int d) {
        FloatMatrix rows = draw(n, d);
        MomentsAccumulator moments =
                new MomentsAccumulator(d, MomentsAccumulator.Precision.FLOAT32, workers, LinearAlgebra.get());
        long start = System.nanoTime();
        moments.add(rows);
        moments.finish();
        return reply(start, (double) n * d * (d + 1));
    }

    /** X W in blocks of rows. */
    private Reply product(int n, int d, int k) {
        float[] rows = draw(n, d).values();
        float[] weights = draw(d, k).values();
        float[] out = new float[n * k];
        Operand right = Operand.of(weights, d, k);
        LinearAlgebra algebra = LinearAlgebra.get();
        long start = System.nanoTime();
        workers.forEach(Math.ceilDiv(n, BLOCK), block -> {
            int from = block * BLOCK;
            int count = Math.min(BLOCK, n - from);
            Operand part = Operand.of(rows, from * d, count, d, d);
            algebra.gemm(1, part, right, 0, Operand.of(out, from * k, count, k, k));
        });
        return reply(start, 2.0 * n * d * k);
    }

    private static FloatMatrix draw(int n, int d) {
        SplittableRandom random = new RandomStreams(1).stream("entries");
        float[] values = new float[n * d];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextDouble();
        }
        return new FloatMatrix(n, d, values);
    }
}
