package io.eckart.data.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeCellsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "=HYPERLINK(\"http://x\",\"y\")",
                "+cmd|' /C calc'!A0",
                "-2+3+cmd|' /C calc'!A0",
                "-A1",
                "+A1",
                "@SUM(1)",
                " =1+1",
                "\t=1+1",
                "\r=1",
                "\n=1",
                "\uff1d1+1",
                "\uff20SUM(1)",
                "-",
                "=",
                "-1e5e5",
                "-1+1",
                "+1;=1"
            })
    void formulasBecomeTexts(String text) {
        assertThat(SafeCells.of(text)).isEqualTo("'" + text);
        assertThat(SafeCells.ofWritten(text)).hasToString("'" + text);
        String quoted = '"' + text.replace("\"", "\"\"") + '"';
        assertThat(SafeCells.ofWritten(quoted)).hasToString("\"'" + quoted.substring(1));
        assertThat(SafeCells.ofWritten(" " + quoted)).hasToString(" \"'" + quoted.substring(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "1",
                "-1",
                "+1",
                "-1.5",
                "-1,5",
                "-.5",
                "-1.5e-300",
                "+1E+5",
                "-1 234,5",
                "-1'234.5",
                "-12 %",
                "- 5",
                "a=b",
                "'=1",
                "a@b.c",
                "2024-01-05",
                "\"quoted\"",
                "\"\""
            })
    void numbersAndOtherTextsStay(String text) {
        assertThat(SafeCells.of(text)).isEqualTo(text);
        assertThat(SafeCells.ofWritten(text)).hasToString(text);
    }

    @Test
    void missingCellsStay() {
        assertThat(SafeCells.of(null)).isNull();
    }

    @Test
    void linesAroundATable() {
        assertThat(SafeCells.ofLines("=1;b;\" @x\"\n\nplain;-5\n", ';')).isEqualTo("'=1;b;\" '@x\"\n\nplain;'-5\n");
        assertThat(SafeCells.ofLines("\t\ta\n", '\t')).isEqualTo("\t\ta\n");
    }
}
