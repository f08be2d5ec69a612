package io.eckart.data.file;

import static io.eckart.data.file.SampleFiles.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.eckart.data.Column;
import io.eckart.data.Table;
import io.eckart.data.format.ReadOptions;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** First lines that name the columns though they look like data, several lines of names, and delimiters that hide. */
class HeaderKindsTest {
    @TempDir
    Path folder;

    private Table read(String lines) {
        return Tables.read(text(folder, "t.csv", lines.split("\\|", -1)), ReadOptions.DEFAULT);
    }

    private static List<String> names(Table table) {
        return table.schema().columns().stream().map(Column::name).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            quoteCharacter = '~',
            value = {
                "city,2000-01-31,2000-02-29|a,10,11|b,12,13|c,14,15!city,2000-01-31,2000-02-29",
                "city,1/22/20,1/23/20|a,10,11|b,12,13|c,14,15!city,1/22/20,1/23/20",
                "city,1960,1970,2015|a,10,11,12|b,12,13,14|c,14,15,9!city,1960,1970,2015",
                "item,2020,2019,2017|a,10,11,12|b,12,13,14|c,14,15,9!item,2020,2019,2017",
                "400.5,401,402.5,403,404,405.5,406,407|1,.2,3,.1,5,2,1,4|2,1,3,.1,5,2,1,4|2,1,1,.1,5,2,1,4"
                        + "!400.5,401,402.5,403,404,405.5,406,407"
            })
    void datesYearsAndRisingNumbersOverOtherNumbersAreNames(String lines, String names) {
        Table table = read(lines);
        assertThat(String.join(",", names(table))).isEqualTo(names);
        assertThat(table.rows()).isEqualTo(3);
    }

    @Test
    void aRowOfDatesAndRisingNumbersIsNotAHeader() {
        assertThat(read("2020-01-05,1,2,3,4,5,6,7,8|2020-01-06,2,3,4,5,6,7,8,9|2020-01-07,1,2,3,4,5,6,7,8")
                        .rows())
                .isEqualTo(3);
    }

    @Test
    void answersBelowQuestionsAreASecondLineOfNames() {
        Table table = read("id,Age?,Which?,|,Response,Red,Blue|71,18-29,Red,|75,30-44,,Blue|73,18-29,Red,Blue");
        assertThat(names(table)).containsExactly("id", "Age? Response", "Which? Red", "Which? Blue");
        assertThat(table.rows()).isEqualTo(3);
    }

    @Test
    void loggersWriteThreeLinesOfNames() {
        Table table = read("T,AirT,RH|TS,DegC,%|,Avg,Smp|2020-01-01 00:01,1.5,50|2020-01-01 00:02,2.5,51"
                + "|2020-01-01 00:03,3.5,52");
        assertThat(names(table)).containsExactly("T TS", "AirT DegC Avg", "RH % Smp");
        assertThat(table.rows()).isEqualTo(3);
    }

    @Test
    void aFirstRowWithoutNumbersIsNotALineOfNames() {
        assertThat(read(",name,age|a,ann,|b,bob,5|c,cy,6|d,dan,7").rows()).isEqualTo(4);
    }

    @Test
    void oneColumnOfDecimalCommas() {
        Table table = read("wert|1,5|2|3,25");
        assertThat(names(table)).containsExactly("wert");
        assertThat(table.cell(2, 0)).isEqualTo(3.25);
    }

    @Test
    void blanksBetweenNumbersWithATabBeforeTheName() {
        Table table = read("18.0   8   307.0\t\"a b\"|15.0   8   ?\t\"c d\"|36.1   4    98.0\t\"e\"");
        assertThat(table.width()).isEqualTo(3);
        assertThat(table.cell(2, 2)).isEqualTo(98);
    }
}
