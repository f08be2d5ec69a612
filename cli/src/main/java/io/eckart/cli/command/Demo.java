package io.eckart.cli.command;

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
import io.eckart.task.Scores;
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
import java.util.ArrayList;
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
            SensorTable settings = new SensorTable(
                    size.rows,
                    SensorTable.DEFAULT.sensors(),
                    SensorTable.DEFAULT.rank(),
                    SensorTable.DEFAULT.noise(),
                    SensorTable.DEFAULT.missingRate(),
                    size.broken,
                    options.seed());
            Sensors sensors = settings.generate();
            write(SENSORS, sensors.table());
            Fitted<Pca, PcaFit> sensorFit = Fit.pca(read(SENSORS), PcaConfig.keepingEnergy(ENERGY), options);
            save(SENSORS_PCA, sensorFit.model());

            Table digits = new DrawnDigits(size.drawings, options.seed()).generate();
            write(DIGITS, digits);
            TableSource digitFile = read(DIGITS);
            Fitted<Pca, PcaFit> digitFit = Fit.pca(digitFile, PcaConfig.components(DIGIT_CODE), options);
            save(DIGITS_PCA, digitFit.model());
            Fitted<KMeans, KMeansFit> clusters = Fit.kMeans(digitFile, KMeansConfig.clusters(10), options);
            save(DIGITS_KMEANS, clusters.model());
            return findings(settings, sensors, sensorFit, digits, digitFit, clusters, workers);
        }
    }

    private void write(String name, Table table) {
        List<String> names = new ArrayList<>();
        table.schema().features().forEach(column -> names.add(column.name()));
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

    private DemoFindings findings(
            SensorTable settings,
            Sensors sensors,
            Fitted<Pca, PcaFit> sensorFit,
            Table digits,
            Fitted<Pca, PcaFit> digitFit,
            Fitted<KMeans, KMeansFit> clusters,
            Workers workers) {
        Pca pca = sensorFit.run().model();
        FloatMatrix rows = sensorFit.model().encoding().encode(sensors.table());
        double[] angles = PrincipalAngles.between(pca.components(), sensors.components());
        double[] scores = Scores.of(rows, pca, workers).errorsPerCell();
        int[] suspects = Ranking.largest(scores, size.broken);
        FloatMatrix digitRows = digitFit.model().encoding().encode(digits);
        DemoFindings.Sensors found = new DemoFindings.Sensors(
                settings.rank(),
                pca.codeSize(),
                Arrays.stream(sensorFit.run().spectrum()).boxed().toList(),
                Math.toDegrees(angles[angles.length - 1]),
                (int) IntStream.range(0, rows.values().length)
                        .filter(i -> Float.isNaN(rows.values()[i]))
                        .count(),
                holeError(sensors, rows, pca.reconstruct(rows, workers)),
                holeError(sensors, rows, repeated(pca.featureMeans(), rows.rows())),
                size.broken,
                (int) Arrays.stream(suspects).filter(i -> sensors.broken()[i]).count(),
                Ranking.areaUnderRoc(scores, sensors.broken()),
                Ranking.areaUnderRoc(norms(rows), sensors.broken()));
        DemoFindings.Digits drawn = new DemoFindings.Digits(
                size.drawings,
                digitFit.evaluation().errorPerCell(),
                digitFit.evaluation().columnMeanErrorPerCell(),
                digitFit.evaluation().energyExplained(),
                Certificate.of(digitFit).orElseThrow().gap(),
                Purity.of(clusters.run().labels(), labels(digits)),
                sameCodes(digitFit.run().model(), digitRows, workers));
        DemoFindings.Pictures pictures = DemoPictures.of(
                scores,
                sensors.broken(),
                digits,
                digitRows,
                digitFit.model(),
                clusters.run().labels(),
                workers);
        return new DemoFindings(folder, folder.resolve(REPORT), found, drawn, pictures);
    }

    /** Root mean square difference to the truth in the missing cells of intact rows. */
    private static double holeError(Sensors sensors, FloatMatrix rows, FloatMatrix guess) {
        double sum = 0;
        int holes = 0;
        for (int i = 0; i < rows.rows(); i++) {
            for (int j = 0; j < rows.columns() && !sensors.broken()[i]; j++) {
                if (Float.isNaN(rows.get(i, j))) {
                    double difference = guess.get(i, j) - sensors.clean().get(i, j);
                    sum += difference * difference;
                    holes++;
                }
            }
        }
        return Math.sqrt(sum / Math.max(1, holes));
    }

    private static FloatMatrix repeated(float[] row, int times) {
        FloatMatrix matrix = FloatMatrix.zeros(times, row.length);
        for (int i = 0; i < times; i++) {
            System.arraycopy(row, 0, matrix.values(), i * row.length, row.length);
        }
        return matrix;
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

    private boolean sameCodes(Pca model, FloatMatrix rows, Workers workers) {
        FittedModel<?> loaded = FittedModel.load(folder.resolve(DIGITS_PCA));
        return loaded.model() instanceof Pca again
                && Arrays.equals(
                        again.encode(rows, workers).values(),
                        model.encode(rows, workers).values());
    }
}
