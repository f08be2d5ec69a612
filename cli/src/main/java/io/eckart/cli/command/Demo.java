package io.eckart.cli.command;

import io.eckart.data.Column;
import io.eckart.data.Table;
import io.eckart.data.TableSource;
import io.eckart.data.file.Tables;
import io.eckart.data.format.OutputFile;
import io.eckart.data.format.ReadOptions;
import io.eckart.data.format.TableWriter;
import io.eckart.data.synthetic.DrawnDigits;
import io.eckart.data.synthetic.SensorTable;
import io.eckart.data.synthetic.Sensors;
import io.eckart.model.KMeans;
import io.eckart.model.Pca;
import io.eckart.model.fitted.FittedModel;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.Workers;
import io.eckart.report.result.DemoFindings;
import io.eckart.task.FitOptions;
import io.eckart.task.RowExamples;
import io.eckart.task.Scores;
import io.eckart.task.explore.Exploration;
import io.eckart.task.explore.Purity;
import io.eckart.task.fit.Certificate;
import io.eckart.task.fit.Fit;
import io.eckart.task.fit.Fitted;
import io.eckart.task.fit.PrincipalAngles;
import io.eckart.task.score.Ranking;
import io.eckart.training.KMeansConfig;
import io.eckart.training.KMeansFit;
import io.eckart.training.PcaConfig;
import io.eckart.training.PcaFit;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/** Makes two data sets from a seed, writes them to files, and does the product's jobs on the files, end to end. */
final class Demo {
    static final String SENSORS = "sensors.csv";
    static final String REPORT = "report.html";
    static final String DIGITS = "digits.csv";
    private static final String SENSORS_PCA = "sensors.pca.safetensors";
    private static final String DIGITS_PCA = "digits.pca.safetensors";
    private static final String DIGITS_KMEANS = "digits.kmeans.safetensors";
    private static final List<String> FILES = List.of(SENSORS, DIGITS, SENSORS_PCA, DIGITS_PCA, DIGITS_KMEANS, REPORT);
    private static final double ENERGY = 0.95;
    private static final int DIGIT_CODE = 32;
    private static final int SUSPECTS = 30;

    /** How much data is made. */
    enum Size {
        FULL(1000, 20, 5000),
        TINY(60, 4, 40);

        private final int rows;
        private final int broken;
        private final int drawings;

        Size(int rows, int broken, int drawings) {
            this.rows = rows;
            this.broken = broken;
            this.drawings = drawings;
        }
    }

    private final Path folder;
    private final Size size;
    private final FitOptions options;
    private final boolean overwrite;

    Demo(Path folder, Size size, FitOptions options, boolean overwrite) {
        this.folder = folder;
        this.size = size;
        this.options = options;
        this.overwrite = overwrite;
    }

    DemoFindings run() {
        FILES.forEach(name -> OutputFile.requireWritable(folder.resolve(name), overwrite));
        try (Workers workers = Workers.of(options.threads())) {
            Sensors sensors = sensorTable().generate();
            write(SENSORS, sensors.table());
            Fitted<Pca, PcaFit> sensorFit = pca(SENSORS, PcaConfig.keepingEnergy(ENERGY), SENSORS_PCA);
            FloatMatrix rows = sensorFit.model().encoding().encode(sensors.table());
            double[] scores = Scores.of(rows, sensorFit.run().model(), workers).errorsPerCell();

            Table digits = new DrawnDigits(size.drawings, options.seed()).generate();
            write(DIGITS, digits);
            Fitted<Pca, PcaFit> digitFit = pca(DIGITS, PcaConfig.components(DIGIT_CODE), DIGITS_PCA);
            Fitted<KMeans, KMeansFit> fitted = Fit.kMeans(read(DIGITS), KMeansConfig.clusters(10), options);
            save(DIGITS_KMEANS, fitted.model());
            int[] clusters = fitted.run().labels();
            return new DemoFindings(
                    folder,
                    folder.resolve(REPORT),
                    found(sensors, sensorFit.run(), rows, scores, workers),
                    found(digits, digitFit, clusters, workers),
                    new DemoFindings.Pictures(
                            suspects(scores, sensors.broken()),
                            map(digits, digitFit.model(), clusters, workers),
                            examples(digits, digitFit.model())));
        }
    }

    private SensorTable sensorTable() {
        SensorTable usual = SensorTable.DEFAULT;
        return new SensorTable(
                size.rows,
                usual.sensors(),
                usual.rank(),
                usual.noise(),
                usual.missingRate(),
                size.broken,
                options.seed());
    }

    private void write(String name, Table table) {
        List<String> names =
                table.schema().features().stream().map(Column::name).toList();
        try (TableWriter writer = Tables.writer(folder.resolve(name), names, overwrite)) {
            writer.write(table);
            writer.commit();
        }
    }

    private TableSource read(String name) {
        return Tables.open(folder.resolve(name), ReadOptions.DEFAULT);
    }

    private void save(String name, FittedModel<?> fitted) {
        fitted.save(folder.resolve(name), overwrite);
    }

    private Fitted<Pca, PcaFit> pca(String data, PcaConfig config, String model) {
        Fitted<Pca, PcaFit> fitted = Fit.pca(read(data), config, options);
        save(model, fitted.model());
        return fitted;
    }

    private DemoFindings.Sensors found(
            Sensors sensors, PcaFit fit, FloatMatrix rows, double[] scores, Workers workers) {
        Pca pca = fit.model();
        double[] angles = PrincipalAngles.between(pca.components(), sensors.components());
        float[] means = pca.featureMeans();
        int[] suspects = Ranking.largest(scores, size.broken);
        return new DemoFindings.Sensors(
                SensorTable.DEFAULT.rank(),
                pca.codeSize(),
                Arrays.stream(fit.spectrum()).boxed().toList(),
                Math.toDegrees(angles[angles.length - 1]),
                (int) IntStream.range(0, rows.values().length)
                        .filter(i -> Float.isNaN(rows.values()[i]))
                        .count(),
                holeError(sensors, rows, pca.reconstruct(rows, workers)::get),
                holeError(sensors, rows, (i, j) -> means[j]),
                size.broken,
                (int) Arrays.stream(suspects).filter(i -> sensors.broken()[i]).count(),
                Ranking.areaUnderRoc(scores, sensors.broken()),
                Ranking.areaUnderRoc(norms(rows), sensors.broken()));
    }

    private DemoFindings.Digits found(Table digits, Fitted<Pca, PcaFit> fitted, int[] clusters, Workers workers) {
        return new DemoFindings.Digits(
                size.drawings,
                fitted.evaluation().errorPerCell(),
                fitted.evaluation().columnMeanErrorPerCell(),
                fitted.evaluation().energyExplained(),
                Certificate.of(fitted).orElseThrow().gap(),
                Purity.of(clusters, labels(digits)),
                sameCodes(fitted.model(), digits, workers));
    }

    private static List<DemoFindings.Suspect> suspects(double[] scores, boolean[] broken) {
        return IntStream.of(Ranking.largest(scores, Math.min(SUSPECTS, scores.length)))
                .mapToObj(i -> new DemoFindings.Suspect(i + 1L, scores[i], broken[i] ? "broken" : "intact"))
                .toList();
    }

    private static List<Exploration.Point> map(Table digits, FittedModel<Pca> fitted, int[] clusters, Workers workers) {
        FloatMatrix rows = fitted.encoding().encode(digits);
        FloatMatrix codes = fitted.model().encode(rows, workers);
        double[] errors = Scores.of(rows, fitted.model(), workers).errorsPerCell();
        return IntStream.range(0, rows.rows())
                .mapToObj(i -> new Exploration.Point(
                        i + 1L, codes.get(i, 0), codes.get(i, 1), digits.label(i), clusters[i], errors[i]))
                .toList();
    }

    private static RowExamples examples(Table digits, FittedModel<Pca> fitted) {
        List<RowExamples.View> views = List.of(
                new RowExamples.View("the drawing", digits),
                new RowExamples.View("what 32 numbers give back", fitted.reconstruct(digits)));
        return RowExamples.of(digits.rows(), RowExamples.allRows(digits), views);
    }

    /** What is taken for a cell, by its row and column. */
    private interface Guess {
        float of(int row, int column);
    }

    /** Root mean square difference to the truth in the missing cells of intact rows. */
    private static double holeError(Sensors sensors, FloatMatrix rows, Guess guess) {
        double sum = 0;
        int holes = 0;
        for (int i = 0; i < rows.rows(); i++) {
            for (int j = 0; j < rows.columns() && !sensors.broken()[i]; j++) {
                if (Float.isNaN(rows.get(i, j))) {
                    double difference = guess.of(i, j) - sensors.clean().get(i, j);
                    sum += difference * difference;
                    holes++;
                }
            }
        }
        return Math.sqrt(sum / Math.max(1, holes));
    }

    /** The control for scores: mean square of the observed cells of each row. */
    private static double[] norms(FloatMatrix rows) {
        double[] norms = new double[rows.rows()];
        for (int i = 0; i < norms.length; i++) {
            double sum = 0;
            int observed = 0;
            for (int j = 0; j < rows.columns(); j++) {
                float cell = rows.get(i, j);
                sum += Float.isNaN(cell) ? 0 : (double) cell * cell;
                observed += Float.isNaN(cell) ? 0 : 1;
            }
            norms[i] = sum / Math.max(1, observed);
        }
        return norms;
    }

    private static List<String> labels(Table table) {
        return IntStream.range(0, table.rows())
                .mapToObj(i -> Objects.requireNonNull(table.label(i)))
                .toList();
    }

    private boolean sameCodes(FittedModel<Pca> fitted, Table rows, Workers workers) {
        FittedModel<?> loaded = FittedModel.load(folder.resolve(DIGITS_PCA));
        return loaded.model() instanceof Pca again
                && Arrays.equals(
                        again.encode(fitted.encoding().encode(rows), workers).values(),
                        fitted.model()
                                .encode(fitted.encoding().encode(rows), workers)
                                .values());
    }
}
