package io.eckart.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProgressTextTest {
    private static final List<String> DETAILS = List.of(
            "autoencoder-softmax, fold 2 of 5", "network 1 of 2", "epoch 77", "error 0.12345, held out 0.23456");

    @ParameterizedTest
    @CsvSource({
        "0, a few seconds left",
        "4.9, a few seconds left",
        "7.4, about 7 s left",
        "12.6, about 15 s left",
        "44, about 40 s left",
        "92, about 90 s left",
        "96, about 2 min left",
        "119, about 2 min left",
        "700, about 12 min left",
        "1700, about 30 min left",
        "3290, about 55 min left",
        "3500, about 1 h left",
        "4900, about 1 h 20 min left",
        "170000, about 47 h left"
    })
    void aTimeIsSaidAsAPersonWould(double seconds, String text) {
        assertThat(ProgressText.left(seconds)).isEqualTo(text);
    }

    @Test
    void whatIsSaidIsNeverFarFromTheTime() {
        for (double seconds = 5; seconds < 100_000; seconds *= 1.01) {
            String[] words = ProgressText.left(seconds).split(" ", -1);
            double said = Double.parseDouble(words[1])
                    * switch (words[2]) {
                        case "s" -> 1;
                        case "min" -> 60;
                        default -> 3600;
                    };
            said += words.length == 6 ? 60 * Double.parseDouble(words[3]) : 0;
            assertThat(said / seconds).as(String.join(" ", words)).isBetween(0.74, 1.34);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 40, 60, 79, 80, 100, 132, 200})
    void aLineFitsAndHasWholeWords(int width) {
        String left = "about 2 min left";
        String line = ProgressText.line(width, "label 12 of 46:", DETAILS, 0.4, left);
        assertThat(line.length()).isLessThanOrEqualTo(width);
        List<String> all = List.of(("label 12 of 46: " + String.join(", ", DETAILS) + " " + left).split("[ ,:]+", -1));
        String words = line.replaceAll("\\[[= ]*]", "");
        assertThat(words.strip().split("[ ,:]+")).isSubsetOf(all);
    }

    @Test
    void detailsGoBeforeTheTimeLeft() {
        assertThat(ProgressText.line(80, "label 12 of 46:", DETAILS, 0.5, "about 2 min left"))
                .isEqualTo("label 12 of 46: autoencoder-softmax, fold 2 of 5 [======      ] about 2 min left");
        assertThat(ProgressText.line(50, "label 12 of 46:", DETAILS, 0.5, "about 2 min left"))
                .isEqualTo("label 12 of 46: [========       ] about 2 min left");
        assertThat(ProgressText.line(79, "", List.of("epoch 3"), 0, "")).isEqualTo("epoch 3 [" + " ".repeat(30) + "]");
    }
}
