package io.eckart.numerics.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudentTTest {

    /** For one and two degrees of freedom by the closed forms tan(pi (p - 1/2)) and (2p - 1) sqrt(2 / (1 - (2p - 1)^2)). */
    @ParameterizedTest
    @CsvSource({
        "0.975, 12.706204736432095, 1",
        "0.75, 1, 1",
        "0.975, 4.302652729911275, 2",
        "0.9, 1.8856180831641267, 2"
    })
    void quantilesOfFewDegreesOfFreedom(double p, double expected, int freedom) {
        assertThat(StudentT.quantile(p, freedom)).isCloseTo(expected, within(1e-9 * expected));
    }

    /** Rounded values of every printed table. */
    @ParameterizedTest
    @CsvSource({"0.975, 2.262, 9", "0.975, 2.776, 4", "0.975, 2.042, 30", "0.995, 3.250, 9", "0.975, 1.960, 1000000"})
    void quantilesOfPrintedTables(double p, double expected, int freedom) {
        assertThat(StudentT.quantile(p, freedom)).isCloseTo(expected, within(5e-4));
    }

    /** {@code scipy.stats.t.ppf} of SciPy 1.17.1: near the median, in the tail, and for many degrees of freedom. */
    @ParameterizedTest
    @CsvSource({
        "0.6, 0.32491969623290634, 1",
        "0.501, 0.003141602989056244, 1",
        "0.9999, 70.70007107496818, 2",
        "0.9, 1.637744353696209, 3",
        "0.999, 7.173182219782307, 4",
        "0.95, 2.0150483733330233, 5",
        "0.51, 0.026131359673892598, 6",
        "0.99, 2.9979515668685277, 7",
        "0.75, 0.6998120613124317, 10",
        "0.975, 2.045229642132703, 29",
        "0.95, 1.6576508993552352, 120",
        "0.995, 2.580754698065951, 1000"
    })
    void quantilesOfScipy(double p, double expected, int freedom) {
        assertThat(StudentT.quantile(p, freedom)).isCloseTo(expected, within(1e-9 * expected));
    }

    @ParameterizedTest
    @CsvSource({"0.5, 3", "1, 3", "NaN, 3", "0.9, 0"})
    void whatIsOutOfRangeIsRefused(double p, int freedom) {
        assertThatThrownBy(() -> StudentT.quantile(p, freedom))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("got " + p + " and " + freedom);
    }
}
