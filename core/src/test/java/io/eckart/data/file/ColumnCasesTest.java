package io.eckart.data.file;

import static io.eckart.data.file.SampleFiles.columns;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eckart.data.DataException;
import io.eckart.data.Note;
import io.eckart.data.Remedy;
import io.eckart.data.Schema;
import io.eckart.data.Table;
import io.eckart.data.format.ReadOptions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The columns of small files as people write them: each decision must be right and must be noted. */
class ColumnCasesTest extends SmallFiles {
    @Test
    void wordsForMissingCellsAreClassesAmongTexts() {
        Table table = Tables.read(file("03_none_label.csv"), ReadOptions.DEFAULT.withLabel("stage"));
        assertThat(java.util.stream.IntStream.range(0, 60).filter(i -> table.label(i) == null))
                .hasSize(15);
        assertThat(note(table, Note.Kind.TYPE, "stage").text()).contains("'None' (15)");
        Table numbers = read(lines("a,b", "1,NA", "None,2", "null,3", "4,4"));
        assertThat(CsvTablesTest.column(numbers, 0)).containsExactly(1, Double.NaN, Double.NaN, 4);
        assertThat(columns(read(lines("a,b", "1,yes", "2,NA", "3,no", "4,yes")).schema()))
                .isEqualTo("a:NUMBER b:BOOLEAN[no, yes]");
        Table bare = Tables.read(lines("a,b", "1,NA", "2,3", "5,6"), ReadOptions.DEFAULT.withoutCommonMarkers());
        assertThat(note(bare, Note.Kind.MISSING, "b").text())
                .as("declared by nobody")
                .contains("'NA'");
    }

    @Test
    void longNumbersAreNeverMergedOrRounded() {
        Table labels = Tables.read(file("04_bigint_label.csv"), ReadOptions.DEFAULT.withLabel("account"));
        assertThat(java.util.stream.IntStream.range(0, labels.rows())
                        .mapToObj(i -> String.valueOf(labels.label(i)))
                        .filter(label -> !label.equals("null"))
                        .distinct())
                .hasSize(3);
        Table table = read("04b_bigint_id.csv");
        assertThat(columns(table.schema())).isEqualTo("id:IGNORED x:NUMBER y:NUMBER");
        assertThat(note(table, Note.Kind.LEFT_OUT, "id").text()).contains("more digits");
        Table forced = Tables.read(
                file("04b_bigint_id.csv"),
                ReadOptions.DEFAULT.withTypes(java.util.Map.of("id", io.eckart.data.ColumnType.NUMBER)));
        assertThat(note(forced, Note.Kind.ROUNDED, "id").count()).isPositive();
    }

    @Test
    void aMarkerOfOneColumnLeavesTheOthersAlone() {
        ReadOptions options = ReadOptions.DEFAULT.withMissing("cls", Set.of("-1"));
        Table table = Tables.read(file("05b_minus1_int.csv"), options);
        Table plain = read("05b_minus1_int.csv");
        assertThat(CsvTablesTest.column(table, 0))
                .isEqualTo(CsvTablesTest.column(plain, 0))
                .contains(-1);
        assertThat(CsvTablesTest.column(table, 2)).doesNotContain(-1);
        assertThatThrownBy(() -> Tables.read(lines("a", "1"), ReadOptions.DEFAULT.withMissing("b", Set.of("1"))))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("no column 'b'");
    }

    @Test
    void aFewTextsInAColumnOfNumbersCountAsMissing() {
        Table table = read("13_dot.csv");
        assertThat(columns(table.schema())).isEqualTo("a:NUMBER b:NUMBER c:NUMBER");
        Note odd = note(table, Note.Kind.MISSING, "c");
        assertThat(odd.count()).isEqualTo(20);
        assertThat(odd.text()).contains("20 of its 100 values", "'.'");
        assertThat(odd.remedies()).contains(Remedy.declareMissing("c", "."));
        Table declared = Tables.read(file("13_dot.csv"), ReadOptions.DEFAULT.withMissing("c", Set.of(".")));
        assertThat(declared.notes()).noneMatch(Note::notable);
    }

    @Test
    void percentCurrencyAndOtherFormats() {
        Table rate = read("13b_percent.csv");
        assertThat(rate.cell(0, 2)).isEqualTo(56.8);
        assertThat(note(rate, Note.Kind.CONVERTED, "rate").text()).contains("%");
        Table money =
                read(lines("a,b,c", "\"$1,200.50\",1.5D+01,\u20ac 3", "-$3,2.5D-01,\u20ac 4.5", "$0.5,1D0,\u20ac 5"));
        assertThat(CsvTablesTest.row(money, 0)).containsExactly(1200.5, 15, 3);
        assertThat(CsvTablesTest.row(money, 1)).containsExactly(-3, 0.25, 4.5);
    }

    @Test
    void decimalCommas() {
        Table table = read("14_decimal.csv");
        assertThat(table.cell(0, 0)).isEqualTo(-0.5);
        assertThat(note(table, Note.Kind.CONVERTED, "a").text()).contains("decimal comma");
        Table grouped = read(lines("a;b", "1.234;0,5", "12.345;0,25", "2.000;1,5"));
        assertThat(CsvTablesTest.column(grouped, 0))
                .as("points between thousands")
                .containsExactly(1234, 12345, 2000);
        Table open = read(lines("a;b", "1,234;x", "5,678;y", "9,012;x"));
        assertThat(note(open, Note.Kind.LEFT_OUT, "a").remedies())
                .containsExactly(
                        Remedy.choose(Remedy.Setting.DECIMAL, ","), Remedy.choose(Remedy.Setting.DECIMAL, "."));
        Path file = lines("a;b", "1,234;x", "5,678;y", "9,012;x");
        assertThat(Tables.read(file, ReadOptions.DEFAULT.withDecimal(',')).cell(0, 0))
                .isEqualTo(1.234);
        assertThat(Tables.read(file, ReadOptions.DEFAULT.withDecimal('.')).cell(0, 0))
                .isEqualTo(1234);
    }

    @Test
    void levelsThatTheModelDoesNotKnowAreNamedTogether() {
        Schema model = read("25_train.csv").schema();
        assertThatThrownBy(() -> Tables.read(file("25_new.csv"), ReadOptions.DEFAULT.expecting(model)))
                .isInstanceOf(DataException.class)
                .hasMessageContainingAll("row 3, column 'colour'", "'purple'", "'Blue' (did you mean 'blue'?)");
    }

    @ParameterizedTest
    @CsvSource({"29_allmissing.csv,1", "48_many_empty.csv,8"})
    void columnsWithoutAValueAreLeftOut(String name, int empty) {
        Table table = read(name);
        assertThat(table.notes().stream().filter(note -> note.text().equals("left out: there is no value in it")))
                .hasSize(empty);
    }

    @Test
    void labelsThatAreSpelledInTwoWays() {
        Table table = Tables.read(file("30_case_labels.csv"), ReadOptions.DEFAULT.withLabel("species"));
        assertThat(note(table, Note.Kind.LABELS, "species").text())
                .contains("'Setosa' and 'setosa'", "'virginca' and 'virginica'");
        Table grades =
                Tables.read(lines("x,g", "1,A+", "2,A-", "3,group1", "5,group2"), ReadOptions.DEFAULT.withLabel("g"));
        assertThat(grades.notes()).noneMatch(note -> note.kind() == Note.Kind.LABELS);
    }

    @Test
    void codesForClassesAreACategory() {
        assertThat(columns(read("52_coded_classes.csv").schema())).endsWith("class:CATEGORY[1, 2, 3, 5, U]");
        Table slip = read(lines("a,b", "1,x", "2,x", "3,y", "5,y", "8,x", "U,y"));
        assertThat(columns(slip.schema()))
                .as("one text among different numbers")
                .startsWith("a:NUMBER");
    }

    @Test
    void fewWholeNumbersMayBeClasses() {
        StringBuilder text = new StringBuilder("grade,x\n");
        for (int i = 0; i < 60; i++) {
            text.append(i * i % 7 % 4).append(',').append(i / 7.0).append('\n');
        }
        Table table = read(SampleFiles.bytes(folder, "t.csv", text.toString().getBytes(StandardCharsets.US_ASCII)));
        Note close = note(table, Note.Kind.TYPE, "grade");
        assertThat(close.notable()).isFalse();
        assertThat(close.text()).contains("only 3 different values");
        assertThat(table.notes()).noneMatch(note -> note.column().orElse("").equals("x"));
    }

    @Test
    void markersMatchByValueAndUnusedOnesAreNoted() {
        Table table = Tables.read(file("53_sentinel_float.csv"), ReadOptions.DEFAULT.withMissing(Set.of("-999")));
        assertThat(Arrays.stream(CsvTablesTest.column(table, 1)).filter(Double::isNaN))
                .hasSize(8);
        Table unused = Tables.read(file("53_sentinel_float.csv"), ReadOptions.DEFAULT.withMissing(Set.of("-99")));
        assertThat(note(unused, Note.Kind.UNUSED, "").text()).contains("'-99'");
    }

    @Test
    void datesAreDays() {
        Table table = read(lines("when,x", "1970-01-02,1", "1970-01-11,2", "1971-01-01 12:00,5"));
        assertThat(CsvTablesTest.column(table, 0)).containsExactly(1, 10, 365.5);
        assertThat(read(lines("d,x", "31/12/1970,1", "01/02/1970,2")).cell(1, 0))
                .isEqualTo(31);
        Table open = read(lines("d,x", "01/02/1970,1", "03/04/1970,2"));
        assertThat(note(open, Note.Kind.LEFT_OUT, "d").text()).contains("day", "month");
    }

    @Test
    void notesOfMillionsOfOddCellsAreSmall() {
        StringBuilder text = new StringBuilder("a,b\n");
        for (int i = 0; i < 200_000; i++) {
            text.append(i % 3 == 0 ? "odd" + i : String.valueOf(i))
                    .append(',')
                    .append(i * 2)
                    .append('\n');
        }
        Table table = read(SampleFiles.bytes(folder, "odd.csv", text.toString().getBytes(StandardCharsets.US_ASCII)));
        assertThat(table.notes().toString().length())
                .as("characters of all notes")
                .isLessThan(10_000);
    }
}
