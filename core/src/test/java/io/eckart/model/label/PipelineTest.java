package io.eckart.model.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eckart.data.Scaling;
import io.eckart.data.Table;
import io.eckart.model.Classifier;
import io.eckart.model.ModelConformance;
import io.eckart.model.Regressor;
import io.eckart.model.fitted.FittedModel;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.Workers;
import io.eckart.task.FitOptions;
import io.eckart.task.label.Label;
import io.eckart.task.label.LabelMethod;
import io.eckart.task.label.LabelOptions;
import io.eckart.task.label.LabelTask;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Classifiers and regressors of a stage and a rule: files, rows alone, missing cells. */
class PipelineTest {
    private static final FitOptions FIT = FitOptions.DEFAULT.withThreads(2);

    private static Table table(LabelTask task) {
        Table rows = ModelConformance.mixed(150, 0.1);
        @Nullable String[] labels = new String[150];
        for (int i = 0; i < 50; i++) {
            boolean high = !rows.isMissing(i, 1) && rows.cell(i, 1) == 1;
            labels[i] = task == LabelTask.REGRESSION ? String.valueOf(i * 0.37) : high ? "high" : "low";
        }
        return rows.withLabels("label", labels);
    }

    private static FittedModel<?> fit(LabelMethod method, LabelTask task) {
        LabelOptions options =
                LabelOptions.DEFAULT.withMethod(method).withTask(task).withScaling(Scaling.STANDARD);
        return Label.rows(table(task), options, FIT).model().orElseThrow();
    }

    private static float[] predict(FittedModel<?> fitted, FloatMatrix rows) {
        try (Workers workers = Workers.of(2)) {
            return switch (fitted.model()) {
                case Classifier classifier ->
                    classifier.probabilities(rows, workers).values();
                case Regressor regressor -> {
                    double[] values = regressor.estimates(rows, workers);
                    float[] narrow = new float[values.length];
                    for (int i = 0; i < narrow.length; i++) {
                        narrow[i] = (float) values[i];
                    }
                    yield narrow;
                }
                default -> throw new AssertionError(fitted.model().kind());
            };
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SOFTMAX", "NEAREST", "PCA_SOFTMAX", "PCA_NEAREST", "CLUSTER", "AUTOENCODER_SOFTMAX"})
    void whatIsSavedIsWhatIsLoaded(LabelMethod method, @TempDir Path folder) {
        for (LabelTask task : LabelTask.values()) {
            FittedModel<?> fitted = fit(method, task);
            Path file = folder.resolve(task + ".safetensors");
            fitted.save(file, false);
            FittedModel<?> loaded = FittedModel.load(file);
            FloatMatrix rows = fitted.encoding().encode(table(task));
            assertThat(predict(loaded, rows)).isEqualTo(predict(fitted, rows));
            assertThat(loaded.provenance()).isEqualTo(fitted.provenance());
            assertThat(loaded.model().kind()).isEqualTo(fitted.model().kind());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SOFTMAX", "NEAREST"})
    void aRowAloneGivesTheBitsItGivesInABatch(LabelMethod method) {
        FittedModel<?> fitted = fit(method, LabelTask.CLASSIFICATION);
        FloatMatrix rows = fitted.encoding().encode(table(LabelTask.CLASSIFICATION));
        float[] all = predict(fitted, rows);
        for (int i : new int[] {0, 63, 64, 149}) {
            assertThat(predict(fitted, rows.copyRows(i, i + 1))).isEqualTo(Arrays.copyOfRange(all, 2 * i, 2 * i + 2));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SOFTMAX", "NEAREST", "PCA_SOFTMAX", "PCA_NEAREST"})
    void nothingIsSaidOfARowWithoutAnObservedCell(LabelMethod method) {
        FittedModel<?> fitted = fit(method, LabelTask.CLASSIFICATION);
        FloatMatrix row = FloatMatrix.zeros(1, fitted.model().features());
        Arrays.fill(row.values(), Float.NaN);
        assertThat(predict(fitted, row)).containsOnly(Float.NaN);
        row.values()[0] = 1;
        float[] known = predict(fitted, row);
        assertThat(known[0] + known[1]).isEqualTo(1f, org.assertj.core.api.Assertions.within(1e-6f));
    }

    @ParameterizedTest
    @EnumSource(LabelTask.class)
    void aStageAndARuleMustGoTogether(LabelTask task) {
        FeatureStage stage = new FeatureStage.Raw(new float[2]);
        assertThatThrownBy(() -> {
                    switch (task) {
                        case CLASSIFICATION ->
                            new PipelineClassifier(
                                    stage,
                                    new NeighbourVote(
                                            java.util.List.of("a", "b"), FloatMatrix.zeros(1, 3), new int[] {0}, 1));
                        case REGRESSION -> new PipelineRegressor(stage, new LinearRule(new double[3], 0));
                    }
                })
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("3");
    }
}
