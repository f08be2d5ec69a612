package io.eckart.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of a result fits a terminal of 80 columns, whatever is in it. */
class SummaryTest {
    private static final String LONG =
            "median eigenvalue against Marchenko-Pastur without 12 of 24 directions, 1000 rows";

    @Test
    void aLongValueGoesOnBelowItsFirstWord() {
        String text = new Summary().add("noise level", LONG).add("k", 3).text();
        assertThat(text.lines().toList())
                .containsExactly(
                        "noise level  median eigenvalue against Marchenko-Pastur without 12 of 24",
                        "             directions, 1000 rows",
                        "k            3");
    }

    @Test
    void aPathIsNotBroken() {
        Path path = Path.of("/home/somebody/measurements of the last year/north/pumps and wells/filled table.csv");
        assertThat(new Summary().add("written", path).text()).isEqualTo("written  " + path + System.lineSeparator());
    }

    @Test
    void numbersOfSettingsAreRounded() {
        assertThat(Summary.rounded("gaussian:0.12430683577831778,mask:0.2")).isEqualTo("gaussian:0.1243,mask:0.2");
        assertThat(Summary.rounded("mask:0.25 + 2*gaussian:1.0")).isEqualTo("mask:0.25 + 2*gaussian:1.0");
    }

    @ParameterizedTest
    @CsvSource({"0.0040941, 0.00409", "-0.0040941, -0.0041", "-1.234e-8, -1.2e-8", "-1.6e12, -1.6e12", "0.4349, 0.4349"
    })
    void aNumberOfAColumnLeavesABlankBeforeIt(double value, String shown) {
        assertThat(ColumnLines.cell(value)).isEqualTo(shown).hasSizeLessThan(8);
    }

    @Test
    void aLongPartOfALineGoesOnInTheNext() {
        String name = "row 780 (PassengerId 780, Name Robert, Mrs. Edward Scott (Elisabeth Walton McMillan)";
        String text = new Lines()
                .addWrapped("  typical: ", "           ", ", ", List.of("row 3", name))
                .toString();
        assertThat(text.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
        assertThat(text.replaceAll("\\s+", " ").strip()).isEqualTo("typical: row 3, " + name);
    }
}
