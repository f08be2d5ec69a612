package io.eckart.numerics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NotANumberTest {
    @Test
    void isFoundAtEveryPlaceAndOnlyThere() {
        float[] values = new float[37];
        for (int i = 0; i < values.length; i++) {
            values[i] = i - 20f;
        }
        for (int at = 0; at < values.length; at++) {
            float kept = values[at];
            values[at] = Float.NaN;
            assertThat(NotANumber.in(values, 0, values.length)).isTrue();
            assertThat(NotANumber.in(values, 0, at)).isFalse();
            assertThat(NotANumber.in(values, at + 1, values.length)).isFalse();
            values[at] = kept;
        }
    }

    @Test
    void infiniteAndExtremeValuesAreNumbers() {
        float[] values = {
            Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.MAX_VALUE, -Float.MAX_VALUE, Float.MIN_VALUE, -0f
        };
        assertThat(NotANumber.in(values, 0, values.length)).isFalse();
    }

    @Test
    void noValuesHaveNone() {
        assertThat(NotANumber.in(new float[] {Float.NaN}, 0, 0)).isFalse();
    }
}
