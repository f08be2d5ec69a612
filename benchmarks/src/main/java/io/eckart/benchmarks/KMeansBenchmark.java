package io.eckart.benchmarks;

import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.RandomStreams;
import io.eckart.numerics.Workers;
import io.eckart.training.KMeansConfig;
import io.eckart.training.KMeansFit;
import io.eckart.training.TrainingListener;
import io.eckart.training.kmeans.KMeansTrainer;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** The time of 20 iterations of k-means, started from the first k rows. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
@Warmup(iterations = 2)
@Measurement(iterations = 5)
public class KMeansBenchmark {
    private static final int ITERATIONS = 20;

    @Param({"10", "128"})
    public int clusters = 1;

    /** 0 for every processor. */
    @Param("0")
    public int threads;

    private final FloatMatrix rows = BenchmarkData.load().values();
    private Workers workers = Workers.of(1);

    @Setup(Level.Trial)
    public void start() {
        workers = Workers.of(threads == 0 ? Runtime.getRuntime().availableProcessors() : threads);
    }

    @TearDown(Level.Trial)
    public void stop() {
        workers.close();
    }

    @Benchmark
    public KMeansFit fit() {
        KMeansConfig config = KMeansConfig.clusters(clusters)
                .withMaxIterations(ITERATIONS)
                .withStart(rows.copyRows(0, clusters).toDouble());
        return new KMeansTrainer(config, new RandomStreams(0), workers, TrainingListener.SILENT).fit(rows);
    }
}
