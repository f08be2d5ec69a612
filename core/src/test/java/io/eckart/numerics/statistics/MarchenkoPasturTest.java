package io.eckart.numerics.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarchenkoPasturTest {

    @Test
    void theUpperEdgeIsThatOfTheFormula() {
        assertThat(new MarchenkoPastur(0.25).upperEdge()).isCloseTo(2.25, within(1e-15));
        assertThat(new MarchenkoPastur(1).upperEdge()).isCloseTo(4, within(1e-15));
    }

    /** For a ratio of 1 the root y of an eigenvalue has the quarter circle as its density, whose parts are known. */
    @ParameterizedTest
    @ValueSource(doubles = {0.001, 0.1, 0.5, 0.9, 0.999})
    void quantilesOfASquareMatrixAreThoseOfTheQuarterCircle(double part) {
        double y = Math.sqrt(new MarchenkoPastur(1).quantile(part));
        double below = (y * Math.sqrt(4 - y * y) / 2 + 2 * Math.asin(y / 2)) / Math.PI;
        assertThat(below).isCloseTo(part, within(1e-6));
    }

    /** The mean of the distribution is 1, its variance the ratio, its third central moment the ratio squared. */
    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.25, 0.7, 1})
    void quantilesHaveTheMomentsOfTheDistribution(double ratio) {
        MarchenkoPastur distribution = new MarchenkoPastur(ratio);
        double[] quantiles = IntStream.range(0, 400)
                .mapToDouble(i -> distribution.quantile((i + 0.5) / 400))
                .toArray();
        double mean = 0;
        double variance = 0;
        double third = 0;
        for (double value : quantiles) {
            mean += value / 400;
            variance += (value - 1) * (value - 1) / 400;
            third += Math.pow(value - 1, 3) / 400;
        }
        // The midpoint rule over 400 parts loses a little at the edges.
        assertThat(mean).isCloseTo(1, within(2e-4));
        assertThat(variance).isCloseTo(ratio, within(2e-3 * ratio));
        assertThat(third).isCloseTo(ratio * ratio, within(6e-3 * ratio));
    }

    @Test
    void quantilesLieBetweenTheEdges() {
        MarchenkoPastur distribution = new MarchenkoPastur(0.25);
        assertThat(distribution.quantile(1e-12)).isCloseTo(0.25, within(1e-6));
        assertThat(distribution.quantile(1 - 1e-12)).isCloseTo(2.25, within(1e-6));
        assertThat(distribution.quantile(1)).isCloseTo(2.25, within(1e-6));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.5, 1.0000001, Double.NaN})
    void aRatioOutOfRangeIsRefused(double ratio) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MarchenkoPastur(ratio))
                .withMessageContaining("got " + ratio);
    }
}
