package io.eckart.benchmarks;

import io.eckart.data.Features;
import io.eckart.numerics.RandomStreams;
import io.eckart.numerics.Workers;
import io.eckart.training.PcaConfig;
import io.eckart.training.PcaFit;
import io.eckart.training.PcaSolver;
import io.eckart.training.TrainingListener;
import io.eckart.training.pca.PcaTrainer;
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

/**
 * The time of one fit of PCA with 32 components.
 *
 * <p>{@code -p solver=THIN_SVD} measures that one too, which is made for fewer rows than features. Regularised EM is for
 * missing cells, which this data has none of.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
@Warmup(iterations = 2)
@Measurement(iterations = 5)
public class PcaBenchmark {
    private static final int COMPONENTS = 32;

    @Param({"MOMENTS", "RANDOMIZED"})
    public PcaSolver solver = PcaSolver.MOMENTS;

    @Param({"false", "true"})
    public boolean centered;

    /** 0 for every processor. */
    @Param("0")
    public int threads;

    private final Features data = BenchmarkData.load();
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
    public PcaFit fit() {
        PcaConfig config = PcaConfig.components(COMPONENTS).withCenter(centered).withSolver(solver);
        return new PcaTrainer(config, new RandomStreams(0), workers, TrainingListener.SILENT).fit(data);
    }
}
