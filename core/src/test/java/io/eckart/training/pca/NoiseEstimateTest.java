package io.eckart.training.pca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.eckart.data.Features;
import io.eckart.data.synthetic.LowRank;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.RandomStreams;
import io.eckart.numerics.Workers;
import io.eckart.numerics.statistics.MarchenkoPastur;
import io.eckart.training.NoiseLevel;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoiseEstimateTest {
    private static final long SEED = 9;

    private static NoiseLevel level(FloatMatrix rows) {
        try (Workers workers = Workers.of(2)) {
            return NoiseEstimate.of(Features.of(rows), new RandomStreams(SEED), workers);
        }
    }

    /** The tolerance: a few per cent of the median of so few eigenvalues, and the signals' own noise. */
    @ParameterizedTest
    @CsvSource({"2000, 10, .2, .04", "500, 40, .5, .03", "60, 200, .3, .04", "300, 300, .3, .03", "5000, 8, 1.2, .06"})
    void thePlantedNoiseIsFound(int rows, int columns, double noise, double tolerance) {
        LowRank planted = new LowRank(rows, columns, List.of(40.0, 20.0, 10.0), noise, SEED);
        NoiseLevel level = level(planted.generate().values().toFloat());
        assertThat(level.deviation()).as("seed %d", SEED).isCloseTo(noise, within(tolerance * noise));
        // The largest noise eigenvalues scatter about the edge.
        assertThat(level.signals()).isBetween(3, 6);
    }

    @Test
    void missingCellsAreLeftOutPairByPair() {
        FloatMatrix rows = new LowRank(3000, 12, List.of(10.0, 5.0), .5, SEED)
                .generate()
                .values()
                .toFloat();
        SplittableRandom random = new RandomStreams(SEED).stream("holes");
        for (int i = 0; i < rows.values().length; i++) {
            rows.values()[i] = random.nextInt(10) == 0 ? Float.NaN : rows.values()[i];
        }
        assertThat(level(rows).deviation()).as("seed %d", SEED).isCloseTo(.5, within(.05));
    }

    @Test
    void tooFewDirectionsAreRefused() {
        FloatMatrix narrow =
                new LowRank(100, 4, List.of(3.0), .5, SEED).generate().values().toFloat();
        assertThatThrownBy(() -> level(narrow))
                .hasMessageContaining("4 directions")
                .hasMessageContaining("gaussian:S");
        FloatMatrix flat = new LowRank(100, 30, List.of(3.0, 2.0), 0, SEED)
                .generate()
                .values()
                .toFloat();
        assertThatThrownBy(() -> level(flat)).hasMessageContaining("directions");
    }

    /** Against the density itself, summed up by the midpoint rule. */
    @ParameterizedTest
    @CsvSource({"1", ".5", ".01"})
    void theMedianHalvesTheDensity(double ratio) {
        MarchenkoPastur noise = new MarchenkoPastur(ratio);
        double median = noise.quantile(.5);
        double least = (1 - Math.sqrt(ratio)) * (1 - Math.sqrt(ratio));
        int steps = 400_000;
        double step = (median - least) / steps;
        double sum = 0;
        for (int i = 0; i < steps; i++) {
            double x = least + (i + .5) * step;
            sum += Math.sqrt((noise.upperEdge() - x) * (x - least)) / (2 * Math.PI * ratio * x) * step;
        }
        // For beta = 1 the density is infinite at 0, and the midpoint rule loses some 1e-3 there.
        assertThat(sum).isCloseTo(.5, within(1e-3));
        assertThat(noise.quantile(1 - 1e-12)).isCloseTo(noise.upperEdge(), within(1e-3));
    }
}
