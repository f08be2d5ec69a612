package io.eckart.task.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.eckart.model.fitted.FittedModel;
import io.eckart.model.fitted.RowScore;
import io.eckart.numerics.FloatMatrix;
import io.eckart.task.FitOptions;
import io.eckart.task.PlantedTable;
import io.eckart.task.RowScores;
import io.eckart.task.Scores;
import io.eckart.task.fit.Fit;
import io.eckart.training.KMeansConfig;
import io.eckart.training.PcaConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ThresholdTest {
    private final FittedModel<?> pca = fit();

    private static FittedModel<?> fit() {
        return Fit.pca(PlantedTable.of(200, 3), PcaConfig.components(3), FitOptions.DEFAULT.withThreads(1))
                .model();
    }

    private static RowScores scored(double... errors) {
        double[] none = new double[errors.length];
        FloatMatrix cells = FloatMatrix.zeros(errors.length, 1);
        return new RowScores(new Scores(errors, errors, cells), none, none, none);
    }

    @Test
    void onlyAScoreAboveTheThresholdIsOdd() {
        Threshold threshold = new Threshold(RowScore.ERROR, 2);
        RowScores scores = scored(1, 2, Math.nextUp(2.0), Double.NaN, Double.POSITIVE_INFINITY);
        assertThat(threshold.flag(scores, 0)).isZero();
        assertThat(threshold.flag(scores, 1)).isZero();
        assertThat(threshold.flag(scores, 2)).isEqualTo(1);
        assertThat(threshold.flag(scores, 3)).isNaN();
        assertThat(threshold.flag(scores, 4)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", " 1.5 ", "15e-1"})
    void aNumberIsTheThreshold(String text) {
        assertThat(Threshold.parse(text, RowScore.ERROR, pca)).isEqualTo(new Threshold(RowScore.ERROR, 1.5));
    }

    @Test
    void aQuantileIsTheOneOfTheFittedRows() {
        var reference = pca.scores().orElseThrow();
        for (double part : new double[] {0, 0.25, 1}) {
            assertThat(Threshold.parse("quantile:" + part, RowScore.SUM, pca).value())
                    .isEqualTo(reference.quantile(RowScore.SUM, part));
        }
        assertThat(Threshold.parse(" Quantile: 0.9 ", RowScore.NORM, pca).value())
                .isCloseTo(reference.quantile(RowScore.NORM, 0.9), within(1e-15));
    }

    @ParameterizedTest
    @ValueSource(strings = {"quantile:-0.01", "quantile:1.01"})
    void aQuantileOutOfRangeIsRefused(String text) {
        assertThatThrownBy(() -> Threshold.parse(text, RowScore.ERROR, pca))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("from 0 to 1, got " + text.substring("quantile:".length()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "quantile:NaN", "much", "", "quantile:"})
    void whatIsNotANumberIsRefused(String text) {
        assertThatThrownBy(() -> Threshold.parse(text, RowScore.ERROR, pca))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("got '" + text + "'");
    }

    @Test
    void aScoreThatTheModelDoesNotHaveIsRefused() {
        FittedModel<?> kMeans = Fit.kMeans(
                        PlantedTable.of(200, 3), KMeansConfig.clusters(3), FitOptions.DEFAULT.withThreads(1))
                .model();
        assertThatThrownBy(() -> Threshold.parse("1", RowScore.SUM, kMeans))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no score sum");
    }
}
