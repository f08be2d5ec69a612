package io.eckart.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eckart.data.DataException;
import io.eckart.data.Scaling;
import io.eckart.data.Table;
import io.eckart.model.fitted.EveryAutoencoder;
import io.eckart.model.fitted.FittedModel;
import io.eckart.model.fitted.ModelFile;
import io.eckart.network.NetworkEncoder;
import io.eckart.numerics.Activation;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.Workers;
import io.eckart.task.FitOptions;
import io.eckart.task.fill.Fill;
import io.eckart.task.fill.FillMethod;
import io.eckart.task.fit.Fit;
import io.eckart.training.AutoencoderConfig;
import io.eckart.training.GaussianConfig;
import io.eckart.training.MaskedConfig;
import io.eckart.training.NeighboursConfig;
import io.eckart.training.TrainingConfig;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every model that fills must do, whatever it is. */
public class FillerConformanceTest {
    private static final FitOptions OPTIONS = FitOptions.DEFAULT.withThreads(2).withScaling(Scaling.STANDARD);

    static Stream<String> names() {
        return Stream.concat(
                Stream.of("mean", "gaussian", "neighbours", "masked", "blend", "pca", "way unrolled"),
                EveryAutoencoder.names());
    }

    static Stream<String> onlyFillers() {
        return Stream.of("mean", "gaussian", "neighbours", "masked", "blend");
    }

    public static FillMethod method(String name) {
        return switch (name) {
            case "mean" -> new FillMethod.Means();
            case "gaussian" -> new FillMethod.Normal(GaussianConfig.DEFAULT);
            case "neighbours" -> new FillMethod.Neighbours(NeighboursConfig.DEFAULT);
            case "blend" -> new FillMethod.Blend(method("neighbours"), method("masked"), 0.25);
            case "pca" -> new FillMethod.Principal(2);
            case "way unrolled" -> new FillMethod.Unrolled(2);
            default ->
                new FillMethod.Masked(MaskedConfig.DEFAULT
                        .withArchitecture(NetworkEncoder.mirrored(List.of(8), Activation.GELU, false), 4)
                        .withTraining(TrainingConfig.DEFAULT.withEpochs(5)));
        };
    }

    private static FittedModel<?> fit(String name, Table table, FitOptions options) {
        if (EveryAutoencoder.names().anyMatch(name::equals)) {
            AutoencoderConfig config = AutoencoderConfig.of(EveryAutoencoder.of(name), 2)
                    .withTraining(TrainingConfig.DEFAULT.withEpochs(5));
            return Fit.autoencoder(table, config, options).model();
        }
        return Fill.with(table, method(name), options);
    }

    private static FloatMatrix fill(FittedModel<?> fitted, FloatMatrix rows) {
        try (Workers workers = Workers.of(2)) {
            return ((Filler) fitted.model()).fill(rows, workers);
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void observedCellsKeepTheirBitsAndAllAreFilled(String name) {
        Table table = ModelConformance.mixed(150, 0.2);
        FittedModel<?> fitted = fit(name, table, OPTIONS);
        Table filled = fitted.fill(table);
        for (int i = 0; i < table.rows(); i++) {
            for (int j = 0; j < table.width(); j++) {
                assertThat(filled.isMissing(i, j)).isFalse();
                if (!table.isMissing(i, j)) {
                    assertThat(filled.cell(i, j)).isEqualTo(table.cell(i, j));
                }
            }
            assertThat(filled.cell(i, 1)).isIn(0.0, 1.0);
            assertThat(filled.cell(i, 2)).isIn(0.0, 1.0, 2.0);
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void whatStandsInAMissingCellChangesNoBit(String name) {
        Table table = ModelConformance.mixed(120, 0.2);
        FittedModel<?> fitted = fit(name, table, OPTIONS);
        FloatMatrix rows = fitted.encoding().encode(table);
        FloatMatrix other = rows.copyRows(0, rows.rows());
        for (int i = 0; i < other.values().length; i++) {
            // Another NaN: the only other thing a missing cell can hold.
            other.values()[i] = Float.isNaN(other.values()[i]) ? Float.intBitsToFloat(0xffc12345) : other.values()[i];
        }
        assertThat(fill(fitted, other).values()).isEqualTo(fill(fitted, rows).values());
    }

    @ParameterizedTest
    @MethodSource("names")
    void aRowAloneGivesWhatItGivesInABatch(String name) {
        Table table = ModelConformance.mixed(150, 0.2);
        FittedModel<?> fitted = fit(name, table, OPTIONS);
        FloatMatrix rows = fitted.encoding().encode(table);
        FloatMatrix all = fill(fitted, rows);
        for (int i : new int[] {0, 1, 63, 64, 65, 149}) {
            FloatMatrix row = rows.copyRows(i, i + 1);
            RowAgreement.assertAgree(fill(fitted, row), all.copyRows(i, i + 1), row, name + ", row " + i);
        }
    }

    @ParameterizedTest
    @MethodSource("onlyFillers")
    void whatIsSavedIsWhatIsLoadedAndThreadsChangeNothing(String name, @TempDir Path folder) {
        Table table = ModelConformance.mixed(100, 0.2);
        FittedModel<?> fitted = fit(name, table, OPTIONS);
        Path file = folder.resolve("model.safetensors");
        fitted.save(file, false);
        FittedModel<?> loaded = FittedModel.load(file);
        assertThat(loaded.model().kind()).isEqualTo(name);
        assertThat(loaded.provenance()).isEqualTo(fitted.provenance());
        assertThat(cells(loaded.fill(table))).isEqualTo(cells(fitted.fill(table)));
        Path again = folder.resolve("again.safetensors");
        fit(name, table, OPTIONS.withThreads(1)).save(again, false);
        assertThat(ModelFile.tensorsChecksum(again)).isEqualTo(ModelFile.tensorsChecksum(file));
    }

    private static double[] cells(Table table) {
        double[] cells = new double[table.rows() * table.width()];
        Arrays.setAll(cells, at -> table.cell(at / table.width(), at % table.width()));
        return cells;
    }

    @ParameterizedTest
    @MethodSource("onlyFillers")
    void aRowWithoutAnObservedCellGetsTheUnconditionalEstimate(String name) {
        Table table = ModelConformance.mixed(150, 0.1);
        FittedModel<?> fitted = fit(name, table, OPTIONS);
        FloatMatrix blank = FloatMatrix.zeros(1, fitted.model().features());
        Arrays.fill(blank.values(), Float.NaN);
        float[] filled = fill(fitted, blank).values();
        for (float cell : filled) {
            assertThat(cell).isFinite();
        }
        if (!name.equals("masked")) {
            // Standardised numbers have the mean 0, up to what the normal distribution infers of missing cells.
            assertThat(Math.abs(filled[0])).isLessThan(0.2f);
        }
    }

    @ParameterizedTest
    @MethodSource("onlyFillers")
    void aConstantColumnIsFilledWithItsValue(String name) {
        double nan = Double.NaN;
        Table table = ModelConformance.numbers(6, 2, 1, 5, 2, 5, 3, 5, nan, 5, 5, nan, 6, 5);
        Table filled = fit(name, table, OPTIONS).fill(table);
        assertThat(filled.cell(4, 1)).isEqualTo(5);
    }

    @ParameterizedTest
    @MethodSource("onlyFillers")
    void aColumnWithoutAnObservedCellIsAnErrorThatNamesIt(String name) {
        Table table = ModelConformance.numbers(3, 2, 1, Double.NaN, 2, Double.NaN, 3, Double.NaN);
        assertThatThrownBy(() -> fit(name, table, OPTIONS))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("x1")
                .hasMessageContaining("leave out column");
    }

    @ParameterizedTest
    @MethodSource("names")
    void numbersStayWithinTheRangeOfTheFittedRows(String name) {
        Table table = ModelConformance.mixed(150, 0.2);
        FittedModel<?> fitted = fit(name, table, OPTIONS);
        if (fitted.encoding().ranges().isEmpty()) {
            return;
        }
        Table far = ModelConformance.mixed(1, 0).withCells(new double[] {1e6, 1, 2, Double.NaN});
        double most = fitted.encoding().ranges().get().most()[3];
        double least = fitted.encoding().ranges().get().least()[3];
        assertThat(fitted.fill(far).cell(0, 3)).isBetween(least, most);
    }
}
