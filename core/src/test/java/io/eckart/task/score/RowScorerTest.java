package io.eckart.task.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.eckart.data.Table;
import io.eckart.model.fitted.FittedModel;
import io.eckart.model.fitted.RowScore;
import io.eckart.model.fitted.ScoreReference;
import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.RandomStreams;
import io.eckart.numerics.Workers;
import io.eckart.numerics.statistics.Mahalanobis;
import io.eckart.numerics.statistics.SymmetricEigen;
import io.eckart.task.FitOptions;
import io.eckart.task.PlantedTable;
import io.eckart.task.RowScores;
import io.eckart.task.fit.Fit;
import io.eckart.training.AutoencoderConfig;
import io.eckart.training.KMeansConfig;
import io.eckart.training.PcaConfig;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowScorerTest {
    private static final int N = 400;
    private static final int D = 10;
    private static final long SEED = 12;
    private static final FitOptions OPTIONS = FitOptions.DEFAULT.withThreads(2);
    /** Rounding of float32 codes of size 2, whitened. */
    private static final double FLOAT = 1e-4;

    private static Table shifted() {
        Table planted = PlantedTable.of(N, SEED);
        double[] cells = new double[N * D];
        Arrays.setAll(cells, i -> planted.cell(i / D, i % D) + i % D);
        return PlantedTable.numbers(N, D, cells);
    }

    private static RowScores scores(FittedModel<?> fitted, FloatMatrix rows) {
        try (Workers workers = Workers.of(2)) {
            return RowScorer.of(fitted).score(rows, workers);
        }
    }

    /** With k = d the code is the row in other axes, so its distance is that of the row, in float64 by the plain formula. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void withAllComponentsTheDistanceIsThatOfTheRow(boolean centered) {
        Table table = shifted();
        FittedModel<?> fitted = Fit.pca(table, PcaConfig.components(D).withCenter(centered), OPTIONS)
                .model();
        double[] distances = scores(fitted, fitted.encoding().encode(table)).mahalanobis();
        double[] mean = new double[D];
        for (int i = 0; i < N * D; i++) {
            mean[i % D] += table.cell(i / D, i % D) / N;
        }
        DoubleMatrix covariance = DoubleMatrix.zeros(D, D);
        for (int i = 0; i < N; i++) {
            for (int a = 0; a < D; a++) {
                for (int b = 0; b < D; b++) {
                    covariance.values()[a * D + b] += (table.cell(i, a) - mean[a]) * (table.cell(i, b) - mean[b]) / N;
                }
            }
        }
        SymmetricEigen axes = SymmetricEigen.of(covariance);
        for (int i = 0; i < N; i++) {
            double expected = 0;
            for (int a = 0; a < D; a++) {
                double along = 0;
                for (int b = 0; b < D; b++) {
                    along += axes.vectors().get(a, b) * (table.cell(i, b) - mean[b]);
                }
                expected += along * along / axes.values()[a];
            }
            // Uncentred codes are of size 20, so they lose a digit more.
            assertThat(distances[i])
                    .as("row %d, seed %d", i, SEED)
                    .isCloseTo(expected, within(50 * FLOAT * (1 + expected)));
        }
        assertThat(Arrays.stream(distances).average().orElseThrow())
                .as("the mean over the fitted rows is k")
                .isCloseTo(D, within(.01));
    }

    /** The one is blind to what the other sees, the sum to neither. */
    @Test
    void theSumSeesRowsFarOutWithinTheSubspaceAndRowsBesideIt() {
        FittedModel<?> fitted = Fit.pca(PlantedTable.of(N, SEED), PcaConfig.components(3), OPTIONS)
                .model();
        DoubleMatrix components = ((io.eckart.model.Pca) fitted.model()).components();
        FloatMatrix rows = FloatMatrix.zeros(2, D);
        double beside = 0;
        for (int j = 0; j < D; j++) {
            rows.values()[j] = (float) (12 * components.get(0, j));
        }
        // A row of which the components are taken away.
        SplittableRandom random = new RandomStreams(SEED).stream("beside");
        double[] other = random.doubles(D, -1, 1).toArray();
        for (int i = 0; i < 3; i++) {
            double along = 0;
            for (int j = 0; j < D; j++) {
                along += other[j] * components.get(i, j);
            }
            for (int j = 0; j < D; j++) {
                other[j] -= along * components.get(i, j);
            }
        }
        for (double value : other) {
            beside += value * value;
        }
        for (int j = 0; j < D; j++) {
            rows.values()[D + j] = (float) (3 * other[j] / Math.sqrt(beside));
        }
        RowScores scores = scores(fitted, rows);
        ScoreReference reference = fitted.scores().orElseThrow();
        assertThat(scores.of(RowScore.ERROR)[0]).isLessThan(reference.quantile(RowScore.ERROR, .01));
        assertThat(scores.of(RowScore.MAHALANOBIS)[0]).isGreaterThan(reference.quantile(RowScore.MAHALANOBIS, 1));
        assertThat(scores.of(RowScore.ERROR)[1]).isGreaterThan(reference.quantile(RowScore.ERROR, 1));
        assertThat(scores.of(RowScore.MAHALANOBIS)[1]).isLessThan(reference.quantile(RowScore.MAHALANOBIS, .01));
        FloatMatrix both = FloatMatrix.zeros(1, D);
        Arrays.setAll(new double[D], j -> both.values()[j] = rows.get(0, j) + rows.get(1, j));
        assertThat(scores(fitted, both).sums()[0]).isGreaterThan(reference.quantile(RowScore.SUM, 1));
    }

    @Test
    void ordinaryRowsHaveSumsOfAStandardNormalVariable() {
        FittedModel<?> fitted = Fit.pca(PlantedTable.of(4000, SEED), PcaConfig.components(3), OPTIONS)
                .model();
        ScoreReference reference = fitted.scores().orElseThrow();
        // Standard errors of a median and of the quantile .99 of 4000 normal draws: .02 and .06; the cube root is not
        // exact.
        assertThat(reference.quantile(RowScore.SUM, .5)).isCloseTo(0, within(.1));
        assertThat(reference.quantile(RowScore.SUM, .99)).isCloseTo(2.326, within(.3));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void autoencodersKeepTheirCodesDistributionInTheFile(int threads, @TempDir Path folder) {
        Table table = PlantedTable.of(N, SEED);
        FittedModel<?> fitted = Fit.autoencoder(
                        table,
                        AutoencoderConfig.of(new io.eckart.network.FreeEncoder(), 3),
                        OPTIONS.withThreads(threads))
                .model();
        Path file = folder.resolve("model.safetensors");
        fitted.save(file, false);
        FloatMatrix rows = fitted.encoding().encode(table);
        RowScores before = scores(fitted, rows);
        RowScores after = scores(FittedModel.load(file), rows);
        for (RowScore score : RowScore.values()) {
            assertThat(after.of(score)).as(score.label()).containsExactly(before.of(score));
        }
        assertThat(Arrays.stream(before.mahalanobis()).average().orElseThrow()).isCloseTo(3, within(.01));
    }

    /** A linear autoencoder at its optimum spans the same subspace, and the distance does not depend on its basis. */
    @Test
    void theDistanceIsThatOfPca() {
        Table table = PlantedTable.of(N, SEED);
        RowScores pca = scores(
                Fit.pca(table, PcaConfig.components(3).withCenter(true), OPTIONS)
                        .model(),
                new io.eckart.numerics.FloatMatrix(N, D, cells(table)));
        FittedModel<?> free = Fit.autoencoder(
                        table,
                        AutoencoderConfig.of(new io.eckart.network.FreeEncoder(), 3)
                                .withCenter(true)
                                .withTraining(io.eckart.training.TrainingConfig.DEFAULT.withHeldOut(0)),
                        OPTIONS)
                .model();
        RowScores own = scores(free, new FloatMatrix(N, D, cells(table)));
        for (int i = 0; i < N; i++) {
            // The run ends within 1e-7 of the optimum, so the subspace is within 3e-4 of PCA's.
            assertThat(own.mahalanobis()[i]).isCloseTo(pca.mahalanobis()[i], within(.02 * (1 + pca.mahalanobis()[i])));
        }
    }

    private static float[] cells(Table table) {
        float[] cells = new float[N * D];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = (float) table.cell(i / D, i % D);
        }
        return cells;
    }

    @Test
    void kMeansHasNoDistanceWithinAndARowWithoutACellNoScore() {
        FittedModel<?> clusters = Fit.kMeans(PlantedTable.of(N, SEED), KMeansConfig.clusters(3), OPTIONS)
                .model();
        assertThat(RowScorer.of(clusters).available()).containsExactly(RowScore.ERROR, RowScore.NORM);
        FittedModel<?> pca = Fit.pca(PlantedTable.of(N, SEED), PcaConfig.components(3), OPTIONS)
                .model();
        FloatMatrix empty = FloatMatrix.zeros(1, D);
        Arrays.fill(empty.values(), Float.NaN);
        RowScores scores = scores(pca, empty);
        assertThat(scores.mahalanobis()).containsExactly(Double.NaN);
        assertThat(scores.sums()).containsExactly(Double.NaN);
        assertThat(scores.norms()).containsExactly(Double.NaN);
        assertThat(Threshold.parse("quantile:0.5", RowScore.SUM, pca).flag(scores, 0))
                .isNaN();
    }

    @Test
    void filesFromBeforeScoreWithoutAReference() {
        Path golden = Path.of("src", "test", "resources", "golden");
        assertThat(RowScorer.of(FittedModel.load(golden.resolve("pca-0.1.0.safetensors")))
                        .available())
                .containsExactly(RowScore.ERROR, RowScore.MAHALANOBIS);
        FittedModel<?> network = FittedModel.load(golden.resolve("network-0.1.0.safetensors"));
        assertThat(RowScorer.of(network).available()).containsExactly(RowScore.ERROR);
        assertThatThrownBy(() -> Threshold.parse("quantile:0.9", RowScore.ERROR, network))
                .hasMessageContaining("fit the model again");
    }

    @Test
    void theDistanceOfADegenerateDistributionIsFinite() {
        DoubleMatrix flat = new DoubleMatrix(2, 2, new double[] {4, 0, 0, 0});
        Mahalanobis distance = Mahalanobis.of(new double[] {1, 1}, flat);
        assertThat(distance.squared(new float[] {3, 1}, 0)).isCloseTo(1, within(1e-12));
        assertThat(distance.squared(new float[] {1, 2}, 0)).isCloseTo(1 / 2e-6, within(1e-3));
        assertThat(Mahalanobis.of(new double[1], DoubleMatrix.zeros(1, 1)).squared(new float[] {5}, 0))
                .isZero();
        assertThatThrownBy(() -> Mahalanobis.of(new double[3], flat)).hasMessageContaining("2 x 2");
    }

    @Test
    void quantilesAreThoseOfTheSortedScores() {
        double[] scores = new double[1001];
        Arrays.setAll(scores, i -> (i * 5) % 1001);
        ScoreReference reference = new ScoreReference(
                java.util.Optional.empty(),
                new double[] {1},
                ScoreReference.CubeRoot.NONE,
                ScoreReference.CubeRoot.NONE,
                java.util.Map.of(RowScore.NORM, ScoreReference.quantilesOf(scores)));
        for (double part : new double[] {0, .003, .25, .5, .8995, .95, .9915, .999, .9999, 1}) {
            assertThat(reference.quantile(RowScore.NORM, part))
                    .as("part %s", part)
                    .isCloseTo(1000 * part, within(1e-9));
        }
        assertThatThrownBy(() -> reference.quantile(RowScore.SUM, .5)).hasMessageContaining("sum");
        assertThatThrownBy(() -> reference.quantile(RowScore.NORM, 1.5)).hasMessageContaining("1.5");
    }
}
