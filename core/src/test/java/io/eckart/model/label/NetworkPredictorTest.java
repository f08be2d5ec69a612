package io.eckart.model.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eckart.data.Column;
import io.eckart.data.ColumnType;
import io.eckart.data.Schema;
import io.eckart.data.Table;
import io.eckart.model.Autoencoder;
import io.eckart.model.Classifier;
import io.eckart.model.ModelConformance;
import io.eckart.model.Regressor;
import io.eckart.model.RowAgreement;
import io.eckart.model.fitted.FittedModel;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.Workers;
import io.eckart.task.FitOptions;
import io.eckart.task.fit.Fit;
import io.eckart.task.label.FineTune;
import io.eckart.task.label.FineTuneOptions;
import io.eckart.task.label.LabelTask;
import io.eckart.training.AutoencoderConfig;
import io.eckart.training.FineTuneConfig;
import io.eckart.training.TrainingConfig;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What every network with a head must do, for classes and for values. */
public class NetworkPredictorTest {
    /** The table of the conformance suite with a label that follows from its columns, empty in every fourth row. */
    static Table labelled(int n, double holes, LabelTask task) {
        Table plain = ModelConformance.mixed(n, holes);
        Table full = ModelConformance.mixed(n, 0);
        List<Column> columns = new ArrayList<>(plain.schema().columns());
        columns.add(new Column("y", ColumnType.LABEL, List.of()));
        double[] cells = new double[4 * n];
        @Nullable String[] labels = new String[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < 4; j++) {
                cells[4 * i + j] = plain.cell(i, j);
            }
            double z = full.cell(i, 0) - 10;
            labels[i] = task == LabelTask.REGRESSION ? String.valueOf(50 + 7 * z) : z > 0 ? "up" : "down";
        }
        for (int i = 0; i < n; i += 4) {
            labels[i] = null;
        }
        return new Table("mixed", Schema.of(columns), n, cells, labels);
    }

    public static FittedModel<NetworkPredictor> fit(double holes, LabelTask task) {
        Table table = labelled(200, holes, task);
        FitOptions options = FitOptions.DEFAULT.withThreads(1).withScaling(io.eckart.data.Scaling.STANDARD);
        FittedModel<Autoencoder> pretrained = Fit.autoencoder(
                        table, AutoencoderConfig.network(3).withTraining(TrainingConfig.DEFAULT.withEpochs(5)), options)
                .model();
        FineTuneConfig config = FineTuneConfig.DEFAULT
                .withFrozenEpochs(50)
                .withEpochs(100)
                .withLearningRate(1e-3)
                .withCompanions(0);
        return FineTune.of(
                        table,
                        pretrained,
                        config,
                        FineTuneOptions.DEFAULT.withTask(task).withCheck(0),
                        options)
                .model();
    }

    /** The answers for rows: probabilities, or estimates as one column. */
    private static FloatMatrix answers(FittedModel<?> fitted, FloatMatrix rows, int threads) {
        try (Workers workers = Workers.of(threads)) {
            return switch (fitted.model()) {
                case Classifier classifier -> classifier.probabilities(rows, workers);
                case Regressor regressor -> {
                    double[] estimates = regressor.estimates(rows, workers);
                    float[] column = new float[estimates.length];
                    for (int i = 0; i < column.length; i++) {
                        column[i] = (float) estimates[i];
                    }
                    yield new FloatMatrix(column.length, 1, column);
                }
                default -> throw new IllegalStateException("no predictor");
            };
        }
    }

    @ParameterizedTest
    @CsvSource({"0, CLASSIFICATION", "0.2, CLASSIFICATION", "0, REGRESSION", "0.2, REGRESSION"})
    void savedAndLoadedItAnswersTheSameAndARowAloneAsInABatch(double holes, LabelTask task, @TempDir Path folder) {
        FittedModel<NetworkPredictor> fitted = fit(holes, task);
        FloatMatrix rows = fitted.encoding().encode(ModelConformance.mixed(70, holes));
        FloatMatrix before = rows.copyRows(0, rows.rows());
        FloatMatrix answers = answers(fitted, rows, 1);
        assertThat(rows.values()).as("the rows stay as they are").isEqualTo(before.values());
        assertThat(answers(fitted, rows, 3).values()).isEqualTo(answers.values());
        Path file = folder.resolve("model.safetensors");
        fitted.save(file, false);
        FittedModel<?> loaded = FittedModel.load(file);
        assertThat(loaded.model().kind()).isEqualTo(fitted.model().kind());
        assertThat(answers(loaded, rows, 1).values()).isEqualTo(answers.values());
        assertThat(loaded.encode(ModelConformance.mixed(70, holes)).values())
                .isEqualTo(fitted.encode(ModelConformance.mixed(70, holes)).values());
        for (int i = 0; i < rows.rows(); i++) {
            FloatMatrix row = rows.copyRows(i, i + 1);
            RowAgreement.assertAgree(answers(fitted, row, 1), answers.copyRows(i, i + 1), row, "row " + i);
        }
    }

    @ParameterizedTest
    @EnumSource(LabelTask.class)
    void aRowWithoutAnObservedCellHasNoAnswer(LabelTask task) {
        FittedModel<NetworkPredictor> fitted = fit(0.2, task);
        FloatMatrix rows = fitted.encoding().encode(ModelConformance.mixed(3, 0));
        java.util.Arrays.fill(rows.values(), rows.columns(), 2 * rows.columns(), Float.NaN);
        FloatMatrix answers = answers(fitted, rows, 1);
        for (int j = 0; j < answers.columns(); j++) {
            assertThat(answers.get(0, j)).isFinite();
            assertThat(answers.get(1, j)).isNaN();
            assertThat(answers.get(2, j)).isFinite();
        }
        assertThatThrownBy(() -> answers(fitted, FloatMatrix.zeros(1, 3), 1)).hasMessageContaining("features");
    }

    @ParameterizedTest
    @EnumSource(LabelTask.class)
    void itLearnsWhatTheColumnsSayOfTheLabel(LabelTask task) {
        FittedModel<NetworkPredictor> fitted = fit(0, task);
        FloatMatrix answers = answers(fitted, fitted.encoding().encode(ModelConformance.mixed(200, 0)), 1);
        Table truth = labelled(200, 0, task);
        double wrong = 0;
        for (int i = 0; i < 200; i++) {
            String label = truth.label(i);
            if (label == null) {
                continue;
            }
            wrong += task == LabelTask.REGRESSION
                    ? Math.abs(answers.get(i, 0) - Double.parseDouble(label)) > 7 ? 1 : 0
                    : (answers.get(i, 1) > 0.5) == label.equals("up") ? 0 : 1;
        }
        // The label spreads by 7 units, and half of the classes would be wrong by chance.
        assertThat(wrong).isLessThan(25);
    }
}
