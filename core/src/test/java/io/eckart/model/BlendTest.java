package io.eckart.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.Workers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlendTest {
    private static final Constant LOW = constant(1, 2);
    private static final Constant HIGH = constant(5, 10);

    private static Constant constant(double... means) {
        return new Constant(means, new double[means.length], 3);
    }

    private static FloatMatrix fill(Filler filler, float... row) {
        try (Workers workers = Workers.of(1)) {
            return filler.fill(new FloatMatrix(1, row.length, row), workers);
        }
    }

    @Test
    void aMissingCellGetsTheWeightedMeanAndAnObservedOneStays() {
        assertThat(fill(new Blend(LOW, HIGH, 0.25), Float.NaN, 0.1f).values())
                .as(".25 of 1 and .75 of 5")
                .containsExactly(4f, 0.1f);
        assertThat(fill(new Blend(HIGH, LOW, 0.25), Float.NaN, Float.NaN).values())
                .containsExactly(2f, 4f);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -0.5, Double.NaN})
    void aWeightThatLeavesOneOutIsRefused(double weight) {
        assertThatThrownBy(() -> new Blend(LOW, HIGH, weight))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("above 0 and below 1")
                .hasMessageContaining(String.valueOf(weight));
    }

    @Test
    void modelsThatDoNotGoTogetherAreRefused() {
        assertThatThrownBy(() -> new Blend(LOW, constant(1), 0.5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("mean over 2 and mean over 1");
        KMeans none = new KMeans(DoubleMatrix.zeros(1, 2), new double[2], 0, 3);
        assertThatThrownBy(() -> new Blend(LOW, none, 0.5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("kmeans");
        assertThatThrownBy(() -> new Blend(LOW, new Blend(LOW, HIGH, 0.5), 0.5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("another blend");
    }
}
