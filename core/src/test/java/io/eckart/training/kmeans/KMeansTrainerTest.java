package io.eckart.training.kmeans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.eckart.RealData;
import io.eckart.data.DataException;
import io.eckart.data.Encoding;
import io.eckart.data.Scaling;
import io.eckart.data.Table;
import io.eckart.data.file.Tables;
import io.eckart.data.format.ReadOptions;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.RandomStreams;
import io.eckart.numerics.Workers;
import io.eckart.training.KMeansConfig;
import io.eckart.training.KMeansFit;
import io.eckart.training.PlainLloyd;
import io.eckart.training.TrainingListener;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KMeansTrainerTest {
    private static KMeansFit fit(FloatMatrix rows, KMeansConfig config, long seed, int threads) {
        try (Workers workers = Workers.of(threads)) {
            return new KMeansTrainer(config, new RandomStreams(seed), workers, TrainingListener.SILENT).fit(rows);
        }
    }

    static FloatMatrix iris() {
        Table table = Tables.read(RealData.file("iris/iris.csv.gz"), ReadOptions.DEFAULT.withLabel("label"));
        return Encoding.fit(table, Scaling.NONE).encode(table);
    }

    /** Best inertias known, scikit-learn 1.2.1. */
    @ParameterizedTest
    @CsvSource({"2, 152.347952", "3, 78.851441", "4, 57.228473", "5, 46.446182"})
    void irisReachesTheBestKnownInertia(int k, double best) {
        KMeansFit fit = fit(iris(), KMeansConfig.clusters(k).withRestarts(50), 0, 2);
        // The reference has six decimals; the rows are float32, which moves a sum of 150 squares by less than 1e-5.
        assertThat(fit.model().inertia()).isCloseTo(best, within(1e-5));
        assertThat(fit.converged()).isTrue();
    }

    @Test
    void theSameSeedGivesTheSameBitsForAnyNumberOfThreads() {
        FloatMatrix rows = LloydTest.blobs(3000, 12, 8, 0.05);
        KMeansConfig config = KMeansConfig.clusters(7).withRestarts(3);
        KMeansFit one = fit(rows, config, 5, 1);
        KMeansFit three = fit(rows, config, 5, 3);
        assertThat(three.model().centroids().values())
                .isEqualTo(one.model().centroids().values());
        assertThat(three.labels()).isEqualTo(one.labels());
    }

    @Test
    void thePlusPlusStartIsBetterThanRandomRowsOnSeparatedClusters() {
        FloatMatrix rows = FloatMatrix.zeros(400, 2);
        RandomStreams random = new RandomStreams(3);
        var noise = random.stream("noise");
        for (int i = 0; i < 400; i++) {
            rows.values()[2 * i] = (float) (100 * (i % 20) + noise.nextGaussian());
            rows.values()[2 * i + 1] = (float) noise.nextGaussian();
        }
        KMeansFit fit = fit(rows, KMeansConfig.clusters(20).withRestarts(1), 0, 2);
        // One cluster for each group: about 2 per row; a group missed costs 10,000 per row of it.
        assertThat(fit.model().inertia()).isLessThan(1000);
    }

    @Test
    void fewerDistinctRowsThanClustersIsAnErrorThatSaysSo() {
        FloatMatrix rows = new FloatMatrix(5, 1, new float[] {1, 1, 2, 2, -0f});
        assertThat(fit(rows, KMeansConfig.clusters(3), 0, 1).model().inertia()).isZero();
        assertThatThrownBy(() -> fit(rows, KMeansConfig.clusters(4), 0, 1))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("only 3")
                .hasMessageContaining("k = 3 or less");
        assertThatThrownBy(() -> fit(rows, KMeansConfig.clusters(6), 0, 1))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("the data has 5");
    }

    @Test
    void oneRowIsItsOwnCluster() {
        KMeansFit fit = fit(new FloatMatrix(1, 2, new float[] {3, 4}), KMeansConfig.clusters(1), 0, 2);
        assertThat(fit.model().centroids().values()).containsExactly(3, 4);
        assertThat(fit.model().inertia()).isZero();
    }

    @Test
    void negativeZeroAndZeroAreTheSameValue() {
        FloatMatrix rows = new FloatMatrix(2, 1, new float[] {0f, -0f});
        assertThatThrownBy(() -> fit(rows, KMeansConfig.clusters(2), 0, 1)).isInstanceOf(DataException.class);
    }

    @Test
    void largeOffsetsDoNotSpoilTheClusters() {
        FloatMatrix rows = LloydTest.blobs(1000, 4, 5, 0);
        float[] shifted = rows.values().clone();
        for (int i = 0; i < shifted.length; i++) {
            shifted[i] = Math.round(shifted[i] * 64) / 64f + 1024;
        }
        FloatMatrix far = new FloatMatrix(1000, 4, shifted);
        PlainLloyd plain = new PlainLloyd(far, LloydTest.firstRows(far, 5));
        for (int i = 0; i < 40; i++) {
            plain.iterate();
        }
        KMeansConfig config =
                KMeansConfig.clusters(5).withStart(LloydTest.firstRows(far, 5)).withMaxIterations(40);
        assertThat(fit(far, config, 0, 2).labels()).isEqualTo(plain.labels);
    }

    @Test
    void badSettingsNameTheirRange() {
        assertThatThrownBy(() -> KMeansConfig.clusters(0)).hasMessageContaining("at least 1, got 0");
        assertThatThrownBy(() -> KMeansConfig.clusters(2).withRestarts(0)).hasMessageContaining("at least 1");
        assertThatThrownBy(() -> KMeansConfig.clusters(2).withMaxIterations(0)).hasMessageContaining("at least 1");
        FloatMatrix rows = LloydTest.blobs(10, 2, 2, 0);
        KMeansConfig narrow = KMeansConfig.clusters(1).withStart(io.eckart.numerics.DoubleMatrix.zeros(1, 3));
        assertThatThrownBy(() -> fit(rows, narrow, 0, 1)).hasMessageContaining("3 features, the rows have 2");
    }

    /** Starts are cheap on small data only; a number that was chosen is the number. */
    @Test
    void smallDataGetMoreStarts() {
        KMeansConfig config = KMeansConfig.clusters(10);
        assertThat(config.restartsFor(150, 4)).isEqualTo(100);
        assertThat(config.restartsFor(70_000, 784)).isEqualTo(10);
        assertThat(config.restartsFor(5_000, 4)).isBetween(11, 99);
        assertThat(config.withRestarts(3).restartsFor(150, 4)).isEqualTo(3);
    }

    @Test
    void sizesCountTheRows() {
        KMeansFit fit = fit(iris(), KMeansConfig.clusters(3).withRestarts(10), 1, 2);
        assertThat(Arrays.stream(fit.sizes()).sum()).isEqualTo(150);
        assertThat(fit.restart()).isBetween(1, 10);
    }
}
