package io.eckart.data.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.eckart.numerics.DoubleMatrix;
import org.junit.jupiter.api.Test;

class CurvedSurfaceTest {
    private static final double ROUNDING = 1e-11;

    @Test
    void bendsThroughThreeDirectionsForEachOfItsOwn() {
        assertThat(Elimination.rank(clean(1, 0), ROUNDING)).isEqualTo(6);
        assertThat(Elimination.rank(clean(0.5, 0), ROUNDING)).isEqualTo(6);
        assertThat(Elimination.rank(clean(0, 0), ROUNDING)).isEqualTo(2);
        assertThat(Elimination.rank(clean(0, 3), ROUNDING))
                .as("a plane off the origin")
                .isEqualTo(3);
    }

    @Test
    void offsetIsTheMean() {
        DoubleMatrix at = clean(0.7, 5);
        DoubleMatrix without = clean(0.7, 0);
        double length = 0;
        for (int j = 0; j < 10; j++) {
            double moved = at.get(0, j) - without.get(0, j);
            length += moved * moved;
            double mean = 0;
            for (int i = 0; i < 2000; i++) {
                mean += at.get(i, j) / 2000;
            }
            // Coordinates have variance near 1: the mean of 2000 is off by 0.022, here by less than five of these.
            assertThat(mean).isCloseTo(moved, within(0.11));
        }
        assertThat(Math.sqrt(length)).isCloseTo(5, within(1e-9));
    }

    @Test
    void noiseIsAddedToTheSameSurface() {
        CurvedSurface.Sample sample = new CurvedSurface(2000, 10, 2, 1, 0, 0.3, 7).generate();
        assertThat(sample.clean().values()).containsExactly(clean(1, 0).values());
        double squares = 0;
        for (int i = 0; i < 20_000; i++) {
            squares += Math.pow(sample.values().values()[i] - sample.clean().values()[i], 2);
        }
        // The relative deviation of a variance of 20,000 is 1 %.
        assertThat(squares / 20_000).isCloseTo(0.09, within(0.0045));
    }

    @Test
    void settingsOutOfRangeAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CurvedSurface(10, 6, 2, 1, 0, 0, 1))
                .withMessageContaining("dimension must be from 1 to 1, got 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CurvedSurface(10, 7, 2, Double.NaN, 0, 0, 1))
                .withMessageContaining("turns");
    }

    private static DoubleMatrix clean(double turns, double offset) {
        return new CurvedSurface(2000, 10, 2, turns, offset, 0, 7).generate().clean();
    }
}
