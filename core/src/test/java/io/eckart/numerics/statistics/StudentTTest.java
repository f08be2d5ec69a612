package io.eckart.numerics.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
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

    @Test
    void whatIsOutOfRangeIsRefused() {
        assertThatThrownBy(() -> StudentT.quantile(0.5, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> StudentT.quantile(0.9, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
