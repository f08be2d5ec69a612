package io.eckart.benchmarks;

import io.eckart.data.Features;
import io.eckart.data.corruption.Corruption;
import io.eckart.data.corruption.CorruptionTasks;
import io.eckart.data.synthetic.LowRank;
import io.eckart.network.Blueprint;
import io.eckart.network.NetworkEncoder;
import io.eckart.network.UnrolledEncoder;
import io.eckart.numerics.Activation;
import io.eckart.numerics.RandomStreams;
import io.eckart.training.AutoencoderConfig;
import io.eckart.training.RunOptions;
import io.eckart.training.TrainingConfig;
import io.eckart.training.TrainingConfig.ObjectiveKind;
import io.eckart.training.TrainingConfig.Start;
import io.eckart.training.TrainingEvent;
import io.eckart.training.autoencoder.AutoencoderTrainer;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How many samples a second training on batches takes: forward, backward, Adam, the gathering of shuffled rows. An epoch is timed
 * from the end of the one before; the first ones, in which the JIT compiles, are left out.
 *
 * <pre>
 * java --enable-native-access=ALL-UNNAMED -cp ... io.eckart.benchmarks.TrainingThroughput [--threads N] [--epochs N] WORK...
 * </pre>
 *
 * <p>One line for each work: its name, the samples a second of the fastest epoch, those of the median one, and those of a second
 * of the calling thread's processor time at best, which with one thread is what a busy machine cannot spoil.
 */
public final class TrainingThroughput {
    private static final int WARM_UP = 3;

    private static final List<Double> SPECTRUM = List.of(4.0, 3.0, 2.0, 1.5, 1.0, 0.7, 0.5, 0.3);

    /**
     * What is trained.
     *
     * @param features d, of as many rows that are drawn from a seed
     */
    private record Work(
            String name, Blueprint blueprint, int rows, int features, int code, int batch, Corruption corruption) {}

    private static final List<Work> WORKS = List.of(
            network("large", 20_000, 784, List.of(256), 64, 256, Activation.RELU),
            network("large-gelu", 20_000, 784, List.of(256), 64, 256, Activation.GELU),
            network("large-tanh", 20_000, 784, List.of(256), 64, 256, Activation.TANH),
            network("shallow", 40_000, 784, List.of(), 32, 128, Activation.RELU),
            network("small", 100_000, 64, List.of(32), 8, 64, Activation.RELU),
            network("small-gelu", 100_000, 64, List.of(32), 8, 64, Activation.GELU),
            network("small-tanh", 100_000, 64, List.of(32), 8, 64, Activation.TANH),
            denoising("large-noise", Corruption.gaussian(0.5)),
            denoising("large-mask", Corruption.mask(0.5)),
            unrolled("unrolled", Corruption.NONE),
            unrolled("unrolled-mask", Corruption.mask(0.3)));

    private final int threads;
    private final int epochs;
    private final PrintStream out;

    private TrainingThroughput(int threads, int epochs, PrintStream out) {
        this.threads = threads;
        this.epochs = epochs;
        this.out = out;
    }

    private static Work network(
            String name, int rows, int features, List<Integer> hidden, int code, int batch, Activation activation) {
        Blueprint blueprint = (d, k) -> NetworkEncoder.mirrored(hidden, activation, false);
        return new Work(name, blueprint, rows, features, code, batch, Corruption.NONE);
    }

    private static Work denoising(String name, Corruption corruption) {
        Blueprint blueprint = (d, k) -> NetworkEncoder.mirrored(List.of(256), Activation.RELU, false);
        return new Work(name, blueprint, 20_000, 784, 64, 256, corruption);
    }

    private static Work unrolled(String name, Corruption corruption) {
        return new Work(name, (d, k) -> UnrolledEncoder.automatic(10), 20_000, 784, 32, 256, corruption);
    }

    /** See the description of the class. */
    public static void main(String[] arguments) {
        List<String> rest = new ArrayList<>(List.of(arguments));
        int threads = option(rest, "--threads", Runtime.getRuntime().availableProcessors());
        int epochs = option(rest, "--epochs", 12);
        TrainingThroughput throughput = new TrainingThroughput(threads, epochs, System.out);
        for (Work work : WORKS) {
            if (rest.isEmpty() || rest.contains(work.name())) {
                throughput.measure(work);
            }
        }
    }

    private static int option(List<String> arguments, String name, int fallback) {
        int at = arguments.indexOf(name);
        if (at < 0) {
            return fallback;
        }
        arguments.remove(at);
        return Integer.parseInt(arguments.remove(at));
    }

    private void measure(Work work) {
        TrainingConfig training = TrainingConfig.DEFAULT
                .withObjective(ObjectiveKind.BATCHES)
                .withEpochs(WARM_UP + epochs)
                .withBatch(work.batch())
                .withLearningRate(1e-4)
                .withStart(Start.RANDOM)
                .withHeldOut(0);
        AutoencoderConfig config = AutoencoderConfig.of(work.blueprint(), work.code())
                .withTasks(CorruptionTasks.of(work.corruption()))
                .withTraining(training);
        long[] ends = new long[WARM_UP + epochs];
        long[] processor = new long[WARM_UP + epochs];
        ThreadMXBean thread = ManagementFactory.getThreadMXBean();
        RunOptions options = new RunOptions(
                threads,
                event -> {
                    if (event instanceof TrainingEvent.EpochEnded ended) {
                        ends[ended.record().epoch() - 1] = System.nanoTime();
                        processor[ended.record().epoch() - 1] = thread.getCurrentThreadCpuTime();
                    }
                },
                () -> false,
                Optional.empty());
        new AutoencoderTrainer(config, new RandomStreams(1), options).fit(rows(work));
        report(work, seconds(ends), seconds(processor));
    }

    private double[] seconds(long[] ends) {
        double[] seconds = new double[epochs];
        Arrays.setAll(seconds, i -> (ends[WARM_UP + i] - ends[WARM_UP + i - 1]) / 1e9);
        Arrays.sort(seconds);
        return seconds;
    }

    private void report(Work work, double[] wall, double[] processor) {
        out.printf(
                "%-14s %,10.0f samples/s at best, %,10.0f in the median of %d epochs; %,10.0f per processor second%n",
                work.name(), work.rows() / wall[0], work.rows() / wall[epochs / 2], epochs, work.rows() / processor[0]);
    }

    private static Features rows(Work work) {
        LowRank data = new LowRank(work.rows(), work.features(), SPECTRUM, 0.1, 1);
        return Features.of(data.generate().values().toFloat());
    }
}
