package io.eckart.numerics.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.eckart.numerics.Activation;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ActivationTest {

    /** The definitions, written in another way than in the code. */
    private static DoubleUnaryOperator plain(Activation f) {
        return switch (f) {
            case IDENTITY -> z -> z;
            case RELU -> z -> z > 0 ? z : 0;
            case GELU -> z -> z / (1 + Math.exp(-2 * Math.sqrt(2 / Math.PI) * (z + 0.044715 * Math.pow(z, 3))));
            case TANH -> z -> 1 - 2 / (Math.exp(2 * z) + 1);
            case SIGMOID -> z -> 1 / (1 + Math.exp(-z));
        };
    }

    @ParameterizedTest
    @EnumSource
    void valuesAreThoseOfTheDefinition(Activation f) {
        for (double z = -12.03; z < 12.1; z += 0.11) {
            // A few roundings of numbers up to 12.
            assertThat(f.value(z))
                    .as("%s at %g", f, z)
                    .isCloseTo(plain(f).applyAsDouble(z), within(5e-15 * (1 + Math.abs(z))));
        }
    }

    @ParameterizedTest
    @EnumSource
    void derivativesAreThoseOfCentralDifferences(Activation f) {
        double step = 1e-5;
        for (double z = -6.03; z < 6.1; z += 0.11) {
            double difference = (f.value(z + step) - f.value(z - step)) / (2 * step);
            // Third derivatives are below 5: h^2 / 6 of them is 1e-10, and so is the rounding 1e-15 / h.
            assertThat(f.derivative(z)).as("%s at %g", f, z).isCloseTo(difference, within(1e-9));
        }
    }

    @Test
    void theRectifierIsFlatAtZero() {
        assertThat(Activation.RELU.derivative(0)).isZero();
        assertThat(Activation.RELU.value(-0.0)).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void theOddGainIsThatOfEveryNumberOrThereIsNone(Activation f) {
        double gain = f.oddGain();
        double small = (f.value(0.1) - f.value(-0.1)) / 0.1;
        double large = (f.value(3) - f.value(-3)) / 3;
        if (gain == 0) {
            assertThat(Math.abs(small - large)).as("%s has a gain after all", f).isGreaterThan(0.1);
        } else {
            for (double z = -9.1; z < 9; z += 0.13) {
                assertThat(f.value(z) - f.value(-z)).as("%s at %g", f, z).isCloseTo(gain * z, within(1e-14));
            }
        }
    }

    @Test
    void theTangentIsWithinSixUnitsInTheLastPlace() {
        double most = 0;
        for (double z = -9; z < 9; z += 0.000_37) {
            float x = (float) z;
            double exact = Math.tanh(x);
            most = Math.max(most, Math.abs(Tanh32.of(x) - exact) / Math.ulp((float) exact));
        }
        for (float x = 1; x > 1e-30f; x /= 3) {
            most = Math.max(most, Math.abs(Tanh32.of(x) - Math.tanh(x)) / Math.ulp((float) Math.tanh(x)));
        }
        assertThat(most).as("units in the last place").isLessThan(6).isGreaterThan(0);
    }

    @Test
    void theTangentIsOddAndBoundedAndKeepsWhatIsNoNumber() {
        for (float x : new float[] {0, 1e-40f, 0.3f, 2, 7.9f, 8, 100, Float.MAX_VALUE, Float.POSITIVE_INFINITY}) {
            assertThat(Tanh32.of(-x)).as("tanh(-%g)", x).isEqualTo(-Tanh32.of(x));
            assertThat(Tanh32.of(x)).as("tanh(%g)", x).isBetween(0f, 1f);
        }
        assertThat(Tanh32.of(20)).isCloseTo(1, within(2.4e-7f));
        assertThat(Tanh32.of(Float.NaN)).isNaN();
    }

    @ParameterizedTest
    @EnumSource
    void float32FollowsFloat64OverItsWholeRange(Activation f) {
        int n = 1601;
        Reals32 z = new Reals32(new float[n]);
        for (int i = 0; i < n; i++) {
            z.set(i, (i - 800) / 40.0);
        }
        Reals32 value = new Reals32(new float[n]);
        value.activate(f, 0, n, z, 0);
        Reals32 slope = new Reals32(z.values().clone());
        Reals32 besides = new Reals32(new float[n]);
        besides.activateAndDifferentiate(f, 0, n, slope);
        assertThat(besides.values()).isEqualTo(value.values());
        for (int i = 0; i < n; i++) {
            double at = z.get(i);
            // Six units of float32 in tanh, times |z| for gelu and its derivative's second term.
            double tolerance = 1e-6 * (1 + Math.abs(at));
            assertThat(value.get(i)).as("%s at %g", f, at).isCloseTo(f.value(at), within(tolerance));
            assertThat(slope.get(i)).as("%s' at %g", f, at).isCloseTo(f.derivative(at), within(tolerance));
        }
    }
}
