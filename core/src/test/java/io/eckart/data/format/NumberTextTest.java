package io.eckart.data.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class NumberTextTest {
    private static double parse(String text) {
        // The text stands between characters that would change it.
        return NumberText.parse(("9" + text + "9").toCharArray(), 1, text.length() + 1);
    }

    @Test
    void roundsAsTheJdkDoes() {
        SplittableRandom random = new SplittableRandom(21);
        for (int i = 0; i < 100_000; i++) {
            String text = text(random);
            double expected = new BigDecimal(text).doubleValue();
            assertThat(Double.doubleToLongBits(parse(text)))
                    .as("seed 21, %s", text)
                    .isEqualTo(Double.doubleToLongBits(text.startsWith("-") && expected == 0 ? -0.0 : expected));
        }
    }

    /** Digits are taken three at a time, so numbers of all lengths around that, whole and broken by another character. */
    @Test
    void everyPlaceOfAPointAndOfACharacterThatIsNotADigit() {
        String digits = "918273645918273645";
        for (int length = 1; length < digits.length(); length++) {
            for (int point = 0; point <= length; point++) {
                String number = digits.substring(0, point) + "." + digits.substring(point, length);
                for (String sign : List.of("", "-", "+")) {
                    assertThat(parse(sign + number)).as(sign + number).isEqualTo(Double.parseDouble(sign + number));
                    for (int i = 0; i < number.length(); i++) {
                        String broken =
                                sign + number.substring(0, i) + (i % 2 == 0 ? ':' : '/') + number.substring(i + 1);
                        assertThat(parse(broken)).as(broken).isNaN();
                    }
                }
            }
        }
    }

    private static String text(SplittableRandom random) {
        StringBuilder text = new StringBuilder(random.nextBoolean() ? "" : random.nextBoolean() ? "-" : "+");
        int digits = random.nextInt(1, 25);
        int point = random.nextInt(-1, digits + 1);
        for (int i = 0; i < digits; i++) {
            text.append(i == point ? "." : "").append(random.nextInt(10));
        }
        if (random.nextInt(3) == 0) {
            text.append(random.nextBoolean() ? "e" : "E").append(random.nextInt(-330, 330));
        }
        return text.toString();
    }

    @Test
    void everyDoubleComesBack() {
        SplittableRandom random = new SplittableRandom(22);
        for (int i = 0; i < 100_000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value)) {
                assertThat(parse(Double.toString(value)))
                        .as("seed 22, %s", value)
                        .isEqualTo(value);
            }
        }
    }

    @Test
    void otherTextsAreNotNumbers() {
        for (String text :
                List.of("", "-", ".", "e5", "1e", "1e+", "1,5", "0x10", "1d", "NaN", "1 2", "--1", "1.2.3", "infin")) {
            assertThat(parse(text)).as(text).isNaN();
        }
    }

    @Test
    void infiniteNumbers() {
        for (String text : List.of("inf", "Infinity", "+INF", "1e999", "1" + "0".repeat(400))) {
            assertThat(parse(text)).as(text).isEqualTo(Double.POSITIVE_INFINITY);
        }
        assertThat(parse("-inf")).isEqualTo(Double.NEGATIVE_INFINITY);
    }
}
