package io.eckart.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.eckart.data.Column;
import io.eckart.data.DataException;
import io.eckart.data.Scaling;
import io.eckart.data.Schema;
import io.eckart.data.Table;
import io.eckart.model.fitted.FittedModel;
import io.eckart.model.fitted.ModelFile;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.RandomStreams;
import io.eckart.numerics.Workers;
import io.eckart.task.FitOptions;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every model that encodes and reconstructs must do; each kind only supplies how it is fitted. */
public abstract class ModelConformance<M extends Model & Encoder & Reconstructor> {
    private static final long SEED = 31;

    abstract FittedModel<M> fit(Table table, int codeSize, FitOptions options);

    /** The same with training enough that it is no longer what limits the model. */
    FittedModel<M> fitWell(Table table, int codeSize, FitOptions options) {
        return fit(table, codeSize, options);
    }

    /** How far the cells of a single sample may be from their reconstruction, the largest being 4; a reason stands beside it. */
    double oneSampleTolerance() {
        return 0;
    }

    private static void assertSame(FloatMatrix actual, FloatMatrix expected, String what) {
        assertThat(actual.values()).as(what).hasSameSizeAs(expected.values());
        for (int i = 0; i < actual.values().length; i++) {
            assertThat(actual.values()[i])
                    .as("%s, entry %d, seed %d", what, i, SEED)
                    .isEqualTo(expected.values()[i]);
        }
    }

    private FittedModel<M> fit(Table table, int codeSize) {
        return fit(table, codeSize, FitOptions.DEFAULT.withThreads(2));
    }

    /** Numbers, a boolean and a category, with holes. */
    public static Table mixed(int n, double holes) {
        SplittableRandom random = new RandomStreams(SEED).stream("mixed");
        Schema schema = Schema.of(List.of(
                Column.number("a"),
                new Column("b", io.eckart.data.ColumnType.BOOLEAN, List.of("no", "yes")),
                Column.category("c", List.of("low", "mid", "high")),
                Column.number("d")));
        double[] cells = new double[4 * n];
        for (int i = 0; i < n; i++) {
            double z = random.nextGaussian();
            cells[4 * i] = 10 + z + 0.1 * random.nextGaussian();
            cells[4 * i + 1] = z > 0 ? 1 : 0;
            cells[4 * i + 2] = z < -0.5 ? 0 : z < 0.5 ? 1 : 2;
            cells[4 * i + 3] = -3 * z + random.nextGaussian();
        }
        for (int i = 4; i < cells.length; i++) {
            cells[i] = random.nextDouble() < holes ? Double.NaN : cells[i];
        }
        return new Table("mixed", schema, n, cells, null);
    }

    static Table numbers(int n, int d, double... values) {
        List<Column> columns = java.util.stream.IntStream.range(0, d)
                .mapToObj(j -> Column.number("x" + j))
                .toList();
        return new Table("numbers", Schema.of(columns), n, values, null);
    }

    private static byte[] parameters(FittedModel<?> fitted, Path folder) {
        Path file = folder.resolve("parameters.safetensors");
        fitted.save(file, true);
        return ModelFile.tensorsChecksum(file).getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.15})
    void aRefitGivesTheSameBitsForAnyNumberOfThreads(double holes, @TempDir Path folder) {
        Table table = mixed(300, holes);
        byte[] once = parameters(fit(table, 2, FitOptions.DEFAULT.withThreads(1)), folder);
        assertThat(parameters(fit(table, 2, FitOptions.DEFAULT.withThreads(1)), folder))
                .isEqualTo(once);
        assertThat(parameters(fit(table, 2, FitOptions.DEFAULT.withThreads(3)), folder))
                .isEqualTo(once);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.15})
    void aBatchGivesTheSameBitsForAnyNumberOfThreads(double holes) {
        Table table = mixed(1000, holes);
        FittedModel<M> fitted = fit(table, 2);
        FloatMatrix rows = fitted.encoding().encode(table);
        try (Workers one = Workers.of(1)) {
            for (int threads : new int[] {2, 3, 5}) {
                try (Workers many = Workers.of(threads)) {
                    String what = threads + " threads";
                    assertSame(fitted.model().encode(rows, many), fitted.model().encode(rows, one), what);
                    assertSame(
                            fitted.model().reconstruct(rows, many),
                            fitted.model().reconstruct(rows, one),
                            what);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.15})
    void aBatchGivesWhatItsRowsGive(double holes) {
        Table table = mixed(250, holes);
        FittedModel<M> fitted = fit(table, 2);
        FloatMatrix rows = fitted.encoding().encode(table);
        try (Workers workers = Workers.of(2)) {
            FloatMatrix codes = fitted.model().encode(rows, workers);
            FloatMatrix again = fitted.model().reconstruct(rows, workers);
            for (int from : new int[] {0, 1, 7, 104, 111, 112, 175, 176, 249}) {
                for (int count : new int[] {1, 2, 9, 112, 113, 176, 177}) {
                    int to = Math.min(250, from + count);
                    FloatMatrix part = rows.copyRows(from, to);
                    String what = "rows " + from + " to " + to;
                    RowAgreement.assertAgree(
                            fitted.model().encode(part, workers), codes.copyRows(from, to), part, what);
                    RowAgreement.assertAgree(
                            fitted.model().reconstruct(part, workers), again.copyRows(from, to), part, what);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.15})
    void aRowServedAloneAgreesWithTheBatch(double holes) {
        Table table = mixed(150, holes);
        FittedModel<M> fitted = fit(table, 2);
        FloatMatrix rows = fitted.encoding().encode(table);
        try (Workers workers = Workers.of(2)) {
            FloatMatrix codes = fitted.model().encode(rows, workers);
            RowEncoder encoder = fitted.model().rowEncoder();
            float[] code = new float[codes.columns()];
            for (int i : new int[] {0, 149, 1, 2, 3, 77, 77, 148, 4}) {
                float[] row = rows.copyRows(i, i + 1).values();
                float[] copy = row.clone();
                encoder.encode(row, code);
                RowAgreement.assertAgree(
                        new FloatMatrix(1, code.length, code),
                        codes.copyRows(i, i + 1),
                        new FloatMatrix(1, row.length, row),
                        "row " + i);
                assertThat(row).isEqualTo(copy);
            }
        }
    }

    @Test
    void aRowOrACodeOfAnotherLengthIsAnError() {
        M model = fit(mixed(50, 0), 2).model();
        int k = model.codeNames().size();
        RowEncoder encoder = model.rowEncoder();
        assertThatThrownBy(() -> encoder.encode(new float[5], new float[k]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("6 features")
                .hasMessageContaining("has 5");
        assertThatThrownBy(() -> encoder.encode(new float[6], new float[k + 1]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(k + " entries")
                .hasMessageContaining("has " + (k + 1));
    }

    @Test
    void usingAModelChangesNothing(@TempDir Path folder) {
        Table table = mixed(100, 0.1);
        FittedModel<M> fitted = fit(table, 2);
        byte[] before = parameters(fitted, folder);
        FloatMatrix rows = fitted.encoding().encode(table);
        float[] copy = rows.values().clone();
        try (Workers workers = Workers.of(2)) {
            float[] first = fitted.model().encode(rows, workers).values();
            fitted.model().reconstruct(rows, workers);
            fitted.model().featureMeans()[0] = 1e9f;
            fitted.model().origin()[0] = 1e9f;
            assertThat(fitted.model().encode(rows, workers).values()).isEqualTo(first);
        }
        assertThat(rows.values()).isEqualTo(copy);
        assertThat(parameters(fitted, folder)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NONE", "CENTER", "STANDARD", "MINMAX"})
    void whatIsSavedIsWhatIsLoaded(Scaling scaling, @TempDir Path folder) {
        Table table = mixed(100, 0.1);
        FittedModel<M> fitted =
                fit(table, 2, FitOptions.DEFAULT.withScaling(scaling).withSeed(7));
        Path file = folder.resolve("model.safetensors");
        fitted.save(file, false);
        FittedModel<?> loaded = FittedModel.load(file);
        assertThat(loaded.provenance()).isEqualTo(fitted.provenance());
        assertThat(loaded.encoding().schema()).isEqualTo(fitted.encoding().schema());
        assertThat(loaded.encoding().scaling()).isEqualTo(scaling);
        assertThat(loaded.encode(table).values()).isEqualTo(fitted.encode(table).values());
        assertThatThrownBy(() -> fitted.save(file, false))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("allow it to be replaced");
    }

    @Test
    void reconstructionsHaveTheColumnsOfTheTable() {
        Table table = mixed(100, 0.1);
        Table again = fit(table, 2).reconstruct(table);
        assertThat(again.schema().features()).isEqualTo(table.schema().features());
        assertThat(again.rows()).isEqualTo(100);
        for (int i = 0; i < 100; i++) {
            assertThat(again.isMissing(i, 0)).isFalse();
            assertThat(again.cell(i, 1)).isIn(0.0, 1.0);
            assertThat(again.cell(i, 2)).isIn(0.0, 1.0, 2.0);
        }
    }

    @Test
    void oneSampleIsLegal() {
        Table one = numbers(1, 2, 3, 4);
        Table again = fitWell(one, 1, FitOptions.DEFAULT.withThreads(2)).reconstruct(one);
        assertThat(again.cell(0, 0)).isCloseTo(3, within(oneSampleTolerance()));
        assertThat(again.cell(0, 1)).isCloseTo(4, within(oneSampleTolerance()));
    }

    @Test
    void oneFeatureAndAConstantColumnAreLegal() {
        Table feature = numbers(4, 1, 1, 2, 3, 4);
        assertThat(fit(feature, 1).encode(feature).rows()).isEqualTo(4);
        Table constant = numbers(4, 2, 1, 5, 2, 5, 3, 5, 4, 5);
        assertThat(fit(constant, 1).reconstruct(constant).rows()).isEqualTo(4);
    }

    @Test
    void aColumnWithoutAnObservedCellIsAnError() {
        Table table = numbers(3, 2, 1, Double.NaN, 2, Double.NaN, 3, Double.NaN);
        assertThatThrownBy(() -> fit(table, 1))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("x1");
    }

    @Test
    void aRowWithoutAnObservedCellHasAReconstruction() {
        Table table = mixed(100, 0.1);
        FittedModel<M> fitted = fit(table, 2);
        double[] cells = new double[4];
        Arrays.fill(cells, Double.NaN);
        Table row = new Table("blank", table.schema(), 1, cells, null);
        assertThat(fitted.reconstruct(row).isMissing(0, 0)).isFalse();
    }

    @Test
    void otherColumnsAreAnErrorThatNamesThem() {
        FittedModel<M> fitted = fit(mixed(50, 0), 2);
        assertThatThrownBy(() -> fitted.encode(numbers(1, 2, 1, 2)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("'a'");
        try (Workers workers = Workers.of(1)) {
            assertThatThrownBy(() -> fitted.model().encode(FloatMatrix.zeros(2, 3), workers))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("6 features")
                    .hasMessageContaining("2 x 3");
        }
    }

    @Test
    void aLargerCodeIsNotWorse() {
        Table table = mixed(200, 0);
        double worst = Double.POSITIVE_INFINITY;
        for (int k = 1; k <= 4; k++) {
            FittedModel<M> fitted = fitWell(table, k, FitOptions.DEFAULT.withThreads(2));
            FloatMatrix rows = fitted.encoding().encode(table);
            try (Workers workers = Workers.of(2)) {
                double error = io.eckart.task.Evaluation.of(io.eckart.data.Features.of(rows), fitted.model(), workers)
                        .errorPerSample();
                assertThat(error).as("k = %d", k).isLessThan(worst);
                worst = error;
            }
        }
    }
}
