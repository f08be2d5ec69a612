package io.eckart.study.demo;

import io.eckart.data.Encoding;
import io.eckart.data.Scaling;
import io.eckart.data.Table;
import io.eckart.data.corruption.Corruption;
import io.eckart.data.corruption.CorruptionTasks;
import io.eckart.data.corruption.Corruptor;
import io.eckart.model.Autoencoder;
import io.eckart.model.Pca;
import io.eckart.model.fitted.FittedModel;
import io.eckart.network.UnrolledEncoder;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.RandomStreams;
import io.eckart.study.demo.DamagedDigits.GivenBack;
import io.eckart.task.FitOptions;
import io.eckart.task.RowExamples;
import io.eckart.task.fit.Fit;
import io.eckart.training.AutoencoderConfig;
import io.eckart.training.PcaConfig;
import io.eckart.training.TrainingConfig;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Trains four models on drawings, and lets them give back other drawings that were damaged. */
final class DigitTrial {
    private static final double NOISE = 0.5;
    private static final double ERASED = 0.25;
    private static final int CODE_SIZE = 32;
    private static final int DEPTH = 10;
    /** Noise and erased pixels, half of the time each. */
    private static final CorruptionTasks TASKS = new CorruptionTasks(List.of(
            new CorruptionTasks.Task(Corruption.gaussian(NOISE), 1),
            new CorruptionTasks.Task(Corruption.mask(ERASED), 1)));

    private static final TrainingConfig TRAINING = TrainingConfig.DEFAULT.withHeldOut(0);
    /** Bounds the time: an iteration on the moments of so many pixels is not cheap. */
    private static final int ITERATIONS = 40;
    /** From its start at PCA, damped for the noise, one pass gains what there is to gain; its cost grows with the depth. */
    private static final TrainingConfig ONE_PASS =
            TRAINING.withEpochs(1).withBatch(256).withLearningRate(3e-3);

    private final Table drawings;
    private final DemoSize size;
    private final FitOptions options;
    private final int codeSize;
    private final Table train;
    private final Table test;

    DigitTrial(Table drawings, DemoSize size, FitOptions options) {
        this.drawings = drawings;
        this.size = size;
        this.options = options;
        this.codeSize = Math.min(CODE_SIZE, drawings.width() / 4);
        this.train = drawings.select(IntStream.range(0, size.trained()).toArray());
        this.test = drawings.select(testRows());
    }

    /** The models, what they gave back, and examples of it. */
    record Outcome(
            DamagedDigits found,
            RowExamples noisy,
            RowExamples erased,
            FittedModel<Pca> pca,
            FittedModel<Autoencoder> unrolled,
            FittedModel<Autoencoder> network) {}

    private record Version(String what, Table table) {}

    private record Models(
            FittedModel<Pca> pca,
            FittedModel<Autoencoder> zeros,
            FittedModel<Autoencoder> masks,
            FittedModel<Autoencoder> network) {}

    Outcome run() {
        Models models = models();
        Table erased = damaged(Corruption.mask(ERASED));
        List<Version> fromNoise = fromNoise(models, damaged(Corruption.gaussian(NOISE)));
        List<Version> fromGaps = fromGaps(models, erased);
        return new Outcome(
                found(fromNoise, fromGaps, erased),
                examples(fromNoise),
                examples(fromGaps),
                models.pca(),
                models.masks(),
                models.network());
    }

    private Models models() {
        AutoencoderConfig unrolled = AutoencoderConfig.of(UnrolledEncoder.automatic(DEPTH), codeSize);
        return new Models(
                Fit.pca(train, PcaConfig.components(codeSize), options).model(),
                fitted(unrolled.withHiddenAsZeros(true).withTraining(TRAINING.withEpochs(ITERATIONS))),
                fitted(unrolled.withTraining(ONE_PASS)),
                fitted(AutoencoderConfig.network(codeSize).withTraining(TRAINING.withEpochs(size.networkEpochs()))));
    }

    private List<Version> fromNoise(Models models, Table noisy) {
        return List.of(
                new Version("with noise", noisy),
                new Version("the mean drawing", mean()),
                new Version("PCA", models.pca().reconstruct(noisy)),
                new Version("P4, gaps fed as zeros", models.zeros().reconstruct(noisy)),
                new Version("P4, gaps left out", models.masks().reconstruct(noisy)),
                new Version("network, gaps marked", models.network().reconstruct(noisy)));
    }

    private List<Version> fromGaps(Models models, Table erased) {
        Table black = withZeros(erased);
        return List.of(
                new Version("a quarter erased", erased),
                new Version("the mean drawing", mean()),
                new Version("PCA, gaps fed as zeros", models.pca().reconstruct(black)),
                new Version("PCA, gaps left out", models.pca().reconstruct(erased)),
                new Version("P4, gaps fed as zeros", models.zeros().reconstruct(black)),
                new Version("P4, gaps left out", models.masks().reconstruct(erased)),
                new Version("network, gaps marked", models.network().reconstruct(erased)));
    }

    private FittedModel<Autoencoder> fitted(AutoencoderConfig config) {
        return Fit.autoencoder(train, config.withTasks(TASKS), options).model();
    }

    private DamagedDigits found(List<Version> fromNoise, List<Version> fromGaps, Table erased) {
        int width = test.width();
        return new DamagedDigits(
                train.rows(),
                test.rows(),
                width,
                codeSize,
                DEPTH,
                NOISE,
                ERASED,
                errors(fromNoise, _ -> true),
                errors(fromGaps, at -> erased.isMissing(at / width, at % width)));
    }

    private List<GivenBack> errors(List<Version> versions, IntPredicate where) {
        return versions.stream()
                .map(version -> new GivenBack(version.what(), error(version.table(), where)))
                .toList();
    }

    /** Mean squared error per pixel; a pixel that is still erased counts as black. */
    private double error(Table other, IntPredicate where) {
        int width = test.width();
        return IntStream.range(0, test.rows() * width)
                .filter(where)
                .mapToDouble(at -> {
                    double given = other.cell(at / width, at % width);
                    double difference = test.cell(at / width, at % width) - (Double.isNaN(given) ? 0 : given);
                    return difference * difference;
                })
                .average()
                .orElse(0);
    }

    private Table damaged(Corruption corruption) {
        FloatMatrix rows = Encoding.fit(test, Scaling.NONE, false).encode(test);
        float[] cells = new Corruptor(corruption, new RandomStreams(options.seed()))
                .next(rows)
                .values();
        double[] wide = new double[cells.length];
        Arrays.setAll(wide, i -> cells[i]);
        return test.withCells(wide);
    }

    private static Table withZeros(Table erased) {
        double[] cells = cells(erased);
        Arrays.setAll(cells, i -> Double.isNaN(cells[i]) ? 0 : cells[i]);
        return erased.withCells(cells);
    }

    private Table mean() {
        int width = train.width();
        double[] cells = cells(train);
        double[] mean = new double[width];
        for (int i = 0; i < cells.length; i++) {
            mean[i % width] += cells[i] / train.rows();
        }
        double[] repeated = new double[test.rows() * width];
        Arrays.setAll(repeated, i -> mean[i % width]);
        return test.withCells(repeated);
    }

    private static double[] cells(Table table) {
        double[] cells = new double[table.rows() * table.width()];
        table.copyCells(cells, 0);
        return cells;
    }

    /** One drawing of each digit in each version. */
    private RowExamples examples(List<Version> versions) {
        int[] shown = IntStream.range(0, DemoSize.DIGITS)
                .boxed()
                .sorted(Comparator.comparing(i -> Objects.requireNonNull(test.label(i))))
                .mapToInt(i -> i)
                .toArray();
        long[] numbers = IntStream.of(shown).mapToLong(i -> testRows()[i] + 1L).toArray();
        List<RowExamples.View> views = IntStream.rangeClosed(0, versions.size())
                .mapToObj(v -> v == 0 ? new Version("the drawing", test) : versions.get(v - 1))
                .map(version ->
                        new RowExamples.View(version.what(), version.table().select(shown)))
                .toList();
        return RowExamples.of(test.rows(), numbers, views);
    }

    /** The last drawings, from the beginning of a ten, which has each digit once. */
    private int[] testRows() {
        int from = (drawings.rows() - size.tested()) / DemoSize.DIGITS * DemoSize.DIGITS;
        return IntStream.range(from, from + size.tested()).toArray();
    }
}
