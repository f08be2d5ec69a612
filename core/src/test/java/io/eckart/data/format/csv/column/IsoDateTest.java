package io.eckart.data.format.csv.column;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The fast way to read the commonest dates gives what the general one gives, or nothing. */
class IsoDateTest {
    private static double fast(String text) {
        // Characters around the cell must not matter.
        return IsoDate.parse(("9" + text + "9").toCharArray(), 1, text.length() + 1);
    }

    @Test
    void knownDays() {
        assertThat(fast("1970-01-01")).isZero();
        assertThat(fast("2000-02-29")).isEqualTo(11_016);
        assertThat(fast("1969-12-31 18:00:00")).isEqualTo(-0.25);
        assertThat(fast("1970-01-02T12:00:00")).isEqualTo(1.5);
    }

    @Test
    void sameAsTheGeneralWay() {
        SplittableRandom random = new SplittableRandom(1);
        int read = 0;
        for (int i = 0; i < 20_000; i++) {
            String date =
                    String.format("%04d-%02d-%02d", random.nextInt(10_000), random.nextInt(14), random.nextInt(33));
            String text = random.nextBoolean()
                    ? date
                    : String.format(
                            "%s%s%02d:%02d:%02d",
                            date,
                            random.nextBoolean() ? " " : "T",
                            random.nextInt(26),
                            random.nextInt(62),
                            random.nextInt(62));
            double general = DateStyle.parse(DateStyle.Order.YEAR_FIRST, text);
            assertThat(Double.compare(fast(text), general))
                    .as("%s: %s", text, general)
                    .isZero();
            read += Double.isNaN(general) ? 0 : 1;
        }
        assertThat(read).as("dates among them").isGreaterThan(5_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2024",
                "2024/01/10",
                "2024-1-10",
                "2024-01-1x",
                "2024-13-01",
                "2023-02-29",
                "2024-01-10 12:10",
                "2024-01-10 24:00:00",
                "2024-01-10 12:60:00",
                "2024-01-10x12:10:00",
                "2024-01-10 12.10.00",
                "20x4-01-10"
            })
    void otherTextsAreNot(String text) {
        assertThat(fast(text)).isNaN();
    }
}
