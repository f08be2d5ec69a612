package io.eckart.data.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.eckart.numerics.DoubleMatrix;
import java.util.List;
import org.junit.jupiter.api.Test;

class LowRankTest {
    /** Sums of at most 200 products of size below 10, each rounded at 1e-16 relative: far below this. */
    private static final double ROUNDING = 1e-11;

    private final LowRank settings = new LowRank(200, 13, List.of(9.0, 4.0, 4.0, 0.25), 0.3, 5);

    @Test
    void secondMomentOfTheTruthHasThePlantedEigenvaluesAndComponents() {
        LowRank.Sample sample = settings.generate();
        DoubleMatrix v = sample.components();
        for (int j = 0; j < 13; j++) {
            for (int l = 0; l < 13; l++) {
                double moment = 0;
                for (int i = 0; i < 200; i++) {
                    moment += sample.clean().get(i, j) * sample.clean().get(i, l) / 200;
                }
                double planted = 0;
                for (int k = 0; k < 4; k++) {
                    planted += v.get(k, j) * settings.eigenvalues().get(k) * v.get(k, l);
                }
                assertThat(moment).as("moment %d, %d", j, l).isCloseTo(planted, within(ROUNDING));
            }
        }
    }

    @Test
    void componentsAreOrthonormal() {
        DoubleMatrix v = settings.generate().components();
        for (int k = 0; k < 4; k++) {
            for (int l = 0; l < 4; l++) {
                double dot = 0;
                for (int j = 0; j < 13; j++) {
                    dot += v.get(k, j) * v.get(l, j);
                }
                assertThat(dot).as("rows %d and %d", k, l).isCloseTo(k == l ? 1 : 0, within(1e-14));
            }
        }
    }

    @Test
    void truthHasTheIntrinsicDimensionAsItsRankAndMeanZero() {
        DoubleMatrix clean = settings.generate().clean();
        assertThat(Elimination.rank(clean, ROUNDING)).isEqualTo(4);
        for (int j = 0; j < clean.columns(); j++) {
            double sum = 0;
            for (int i = 0; i < clean.rows(); i++) {
                sum += clean.get(i, j);
            }
            assertThat(sum / clean.rows()).as("mean of column %d", j).isCloseTo(0, within(ROUNDING));
        }
    }

    @Test
    void noiseHasItsStandardDeviation() {
        LowRank.Sample sample = settings.generate();
        double squares = 0;
        for (int i = 0; i < 2600; i++) {
            double noise = sample.values().values()[i] - sample.clean().values()[i];
            squares += noise * noise;
        }
        // The standard error of a standard deviation is sigma / sqrt(2 n) = 0.0042; four of them.
        assertThat(Math.sqrt(squares / 2600)).as("seed 5").isCloseTo(0.3, within(0.017));
    }

    @Test
    void fullRankOfTheSmallestSizesWorks() {
        LowRank.Sample square = new LowRank(7, 6, List.of(6.0, 5.0, 4.0, 3.0, 2.0, 1.0), 0, 3).generate();
        assertThat(Elimination.rank(square.clean(), 1e-10)).isEqualTo(6);
        assertThat(square.values().values()).isEqualTo(square.clean().values());
        DoubleMatrix smallest = new LowRank(2, 1, List.of(4.0), 0, 3).generate().clean();
        assertThat(Math.abs(smallest.get(0, 0))).isCloseTo(2, within(1e-14));
        assertThat(smallest.get(0, 0) + smallest.get(1, 0)).isCloseTo(0, within(1e-14));
    }

    @Test
    void sameSeedGivesTheSameBitsAndAnotherSeedOthers() {
        double[] values = settings.generate().values().values();
        assertThat(settings.generate().values().values()).isEqualTo(values);
        LowRank other = new LowRank(200, 13, settings.eigenvalues(), 0.3, 6);
        assertThat(other.generate().values().values()).isNotEqualTo(values);
    }

    @Test
    void badSettingsAreRefusedWithValueAndRange() {
        refused(() -> new LowRank(1, 3, List.of(1.0), 0, 0), "rows must be from 2 to 2147483647, got 1");
        refused(() -> new LowRank(5, 0, List.of(1.0), 0, 0), "columns must be from 1 to 2147483647, got 0");
        refused(() -> new LowRank(1 << 16, 1 << 16, List.of(1.0), 0, 0), "rows x columns", "4294967296");
        refused(() -> new LowRank(5, 3, List.of(), 0, 0), "number of eigenvalues must be from 1 to 3, got 0");
        refused(() -> new LowRank(3, 3, List.of(1.0, 1.0, 1.0), 0, 0), "from 1 to 2, got 3");
        refused(
                () -> new LowRank(5, 3, List.of(1.0, 2.0), 0, 0),
                "eigenvalue 2 must be above 0 and at most 1.0, got 2.0");
        refused(() -> new LowRank(5, 3, List.of(0.0), 0, 0), "eigenvalue 1", "got 0.0");
        refused(() -> new LowRank(5, 3, List.of(Double.NaN), 0, 0), "eigenvalue 1", "got NaN");
        refused(() -> new LowRank(5, 3, List.of(1.0), -0.5, 0), "noise must be at least 0 and finite, got -0.5");
        refused(() -> new LowRank(5, 3, List.of(1.0), Double.NaN, 0), "noise", "got NaN");
    }

    private static void refused(Runnable settings, String... parts) {
        assertThatThrownBy(settings::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(parts);
    }
}
