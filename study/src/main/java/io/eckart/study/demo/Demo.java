package io.eckart.study.demo;

import io.eckart.data.Column;
import io.eckart.data.Table;
import io.eckart.data.file.Tables;
import io.eckart.data.format.OutputFile;
import io.eckart.data.format.TableWriter;
import io.eckart.data.format.WriteOptions;
import io.eckart.data.synthetic.DrawnDigits;
import io.eckart.data.synthetic.SensorTable;
import io.eckart.data.synthetic.Sensors;
import io.eckart.model.Pca;
import io.eckart.model.fitted.FittedModel;
import io.eckart.numerics.Workers;
import io.eckart.task.FitOptions;
import io.eckart.task.RowExamples;
import io.eckart.task.fit.Fit;
import io.eckart.task.fit.Fitted;
import io.eckart.training.JobStep;
import io.eckart.training.JobSteps;
import io.eckart.training.PcaConfig;
import io.eckart.training.PcaFit;
import java.nio.file.Path;
import java.util.List;

/**
 * Makes two data sets from a seed and does on them what the subject is about: five parts, each with its controls. Data and models are
 * left in a folder. The same seed gives the same bits.
 *
 * @param folder exists
 * @param overwrite whether files in it may be replaced
 */
public record Demo(Path folder, DemoSize size, FitOptions options, boolean overwrite) {
    public static final String SENSORS = "sensors.csv";
    public static final String SENSORS_PCA = "sensors.pca.safetensors";
    public static final String DIGITS = "digits.csv";
    public static final String DIGITS_UNROLLED = "digits.unrolled.safetensors";
    public static final String DIGITS_NETWORK = "digits.network.safetensors";
    public static final String REPORT = "report.html";

    private static final List<String> FILES =
            List.of(SENSORS, DIGITS, SENSORS_PCA, DIGITS_UNROLLED, DIGITS_NETWORK, REPORT);
    private static final double ENERGY = 0.95;

    /** About how long the parts take, in seconds for the usual size on two processors. */
    private static final List<JobStep> PARTS = List.of(
            JobStep.of("parameterizations", 3),
            JobStep.of("damaged digits", 20),
            JobStep.of("holes", 4),
            JobStep.of("broken rows", 0.2),
            JobStep.of("few labels", 5));

    /**
     * Makes the data, does all five parts, and then writes data and models.
     *
     * @throws io.eckart.data.DataException if a file exists and must not be replaced, or cannot be written
     * @throws java.util.concurrent.CancellationException once asked to stop; then nothing was written
     */
    public DemoFindings run() {
        FILES.forEach(name -> OutputFile.requireWritable(folder.resolve(name), overwrite));
        try (Workers workers = Workers.of(options.threads());
                JobSteps steps = JobSteps.begin("demo", PARTS, options.listener(), options.stop())) {
            steps.next();
            ParameterizationRuns parameterizations = new ParameterizationTrial(size.rows(), options, workers).run();
            steps.next();
            Table drawings = new DrawnDigits(size.drawings(), size.imageSize(), options.seed()).generate();
            DigitTrial.Outcome digits = new DigitTrial(drawings, size, options).run();
            steps.next();
            SensorTable made = sensorTable();
            Sensors sensors = made.generate();
            Fitted<Pca, PcaFit> pca = Fit.pca(sensors.table(), PcaConfig.keepingEnergy(ENERGY), options);
            HoleTrial.Outcome holes = new HoleTrial(made, sensors, ENERGY, options).run(pca);
            steps.next();
            BrokenRowTrial.Outcome broken = new BrokenRowTrial(sensors, pca.model(), workers).run();
            steps.next();
            LabelTrial.Outcome labels = new LabelTrial(drawings, size, options).run(digits.pca());
            DemoFindings found = steps.complete(new DemoFindings(
                    folder,
                    folder.resolve(REPORT),
                    parameterizations,
                    digits.found(),
                    holes.found(),
                    broken.found(),
                    labels.found(),
                    pictures(digits, holes, broken, labels, drawings)));
            write(DIGITS, drawings);
            save(DIGITS_UNROLLED, digits.unrolled());
            save(DIGITS_NETWORK, digits.network());
            write(SENSORS, sensors.table());
            save(SENSORS_PCA, pca.model());
            return found;
        }
    }

    private static DemoFindings.Pictures pictures(
            DigitTrial.Outcome digits,
            HoleTrial.Outcome holes,
            BrokenRowTrial.Outcome broken,
            LabelTrial.Outcome labels,
            Table drawings) {
        List<RowExamples.View> views = List.of(new RowExamples.View("the drawing", drawings));
        return new DemoFindings.Pictures(
                digits.noisy(),
                digits.erased(),
                holes.cells(),
                broken.byError(),
                broken.byNorm(),
                labels.labelled(),
                labels.map(),
                RowExamples.of(drawings.rows(), RowExamples.allRows(drawings), views));
    }

    private SensorTable sensorTable() {
        SensorTable usual = SensorTable.DEFAULT;
        return new SensorTable(
                size.rows(),
                usual.sensors(),
                usual.rank(),
                usual.noise(),
                usual.missingRate(),
                size.broken(),
                options.seed());
    }

    private void save(String name, FittedModel<?> fitted) {
        fitted.save(folder.resolve(name), overwrite);
    }

    private void write(String name, Table table) {
        List<String> names = table.schema().columns().stream().map(Column::name).toList();
        try (TableWriter writer =
                Tables.writer(folder.resolve(name), names, WriteOptions.DEFAULT.withForce(overwrite))) {
            writer.write(table);
            writer.commit();
        }
    }
}
