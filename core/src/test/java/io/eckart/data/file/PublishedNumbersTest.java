package io.eckart.data.file;

import static io.eckart.data.file.SampleFiles.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.eckart.data.ColumnType;
import io.eckart.data.Note;
import io.eckart.data.Table;
import io.eckart.data.TableSource;
import io.eckart.data.format.ReadOptions;
import io.eckart.data.format.TableCopy;
import io.eckart.data.format.WriteOptions;
import io.eckart.numerics.FloatMatrix;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers and dates as spreadsheets and offices write them; the column is called v, and a column k of numbers is before it. */
class PublishedNumbersTest {
    @TempDir
    Path folder;

    private TableSource open(String cells) {
        String[] lines = ("v|" + cells).split("\\|");
        for (int i = 0; i < lines.length; i++) {
            lines[i] = (i == 0 ? "k" : i + ".5") + ";" + lines[i];
        }
        return Tables.open(text(folder, "t.csv", lines), ReadOptions.DEFAULT);
    }

    private static List<String> notes(TableSource source, Note.Kind kind) {
        return source.notes().stream()
                .filter(note -> note.kind() == kind && note.column().equals(Optional.of("v")))
                .map(Note::toString)
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            quoteCharacter = '~',
            value = {
                "(1,234)|17|2,000! -1234!negative in parentheses",
                "$(9.50)|$17.25|$2.00! -9.5!'$', negative in parentheses",
                "($9.50)|$17.25|$2.00! -9.5!'$', negative in parentheses",
                "1\u2019234.5|17|2\u2019000!1234.5!between thousands",
                "1.5D+01|2.5D+00|3!15!such as '1.5D+01'",
                "\u22121.5|2.5|3!-1.5!such as '\u22121.5'",
                "1/22/20|1/5/21|12/31/69!18283!M/d/yy",
                "Jan 5, 2020|Feb 17, 2020|May 1, 2020!18266!MMM d, yyyy",
                "January 5, 2020|February 17, 2020|May 1, 2020!18266!MMMM d, yyyy",
                "05JAN2020|17FEB2020|01MAY2020!18266!ddMMMyyyy",
                "1/5/2020 06:00:00 PM|1/15/2020 12:00:00 AM|2/1/2020 01:00:00 AM!18266.75!M/d/yyyy hh:mm:ss a",
                "2020-01-05 06:00:00 UTC|2020-01-06 00:00:00 UTC|2020-01-07 00:00:00 UTC!18266.25!HH:mm:ssZ"
            })
    void areReadWithANote(String cells, double first, String words) {
        TableSource source = open(cells);
        Table table = Tables.collect(source);
        assertThat(table.width()).isEqualTo(2);
        assertThat(table.cell(0, 1)).isEqualTo(first);
        assertThat(table.isMissing(1, 1)).isFalse();
        assertThat(notes(source, Note.Kind.CONVERTED))
                .singleElement()
                .asString()
                .contains(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            quoteCharacter = '~',
            value = {
                "(12|17|2",
                "12)|17|2",
                "-5)|17|2",
                "(-5)|17|2",
                "13/13/20|1/2/20|1/3/20",
                "13:00 PM|1:00 PM|2:00 PM"
            })
    void aCellThatOnlyLooksSoIsNamed(String cells) {
        TableSource source = open(cells);
        assertThat(source.notes())
                .anyMatch(note -> note.column().equals(Optional.of("v"))
                        && (note.kind() == Note.Kind.MISSING || note.kind() == Note.Kind.LEFT_OUT));
    }

    @Test
    void aFewWordsAmongDatesCountAsMissing() {
        TableSource source = open("2020-01-05|".repeat(11) + "Unknown");
        assertThat(Tables.collect(source).isMissing(11, 1)).isTrue();
        assertThat(notes(source, Note.Kind.MISSING)).singleElement().asString().contains("'Unknown'");
    }

    @Test
    void durationsAreNotTimesWithMissingOnes() {
        TableSource source = open("20:15|".repeat(19) + "25:30");
        assertThat(source.schema().columns().get(1).type()).isNotEqualTo(ColumnType.NUMBER);
    }

    @Test
    void aCategoryWithManyNumbersSaysSo() {
        TableSource source = open("12|".repeat(9) + "Suppressed|".repeat(11) + "12");
        assertThat(notes(source, Note.Kind.TYPE)).singleElement().asString().contains("10 of its 21 values");
    }

    @Test
    void theTextOfDatabasesForNullIsMissingAmongNumbers() {
        TableSource source = open("1|\\N|\\N|4");
        assertThat(source.schema().columns().get(1).type()).isEqualTo(ColumnType.NUMBER);
        assertThat(notes(source, Note.Kind.MISSING)).singleElement().asString().contains("'\\N' (2)");
    }

    @Test
    void twoDecimalMarksInOneColumnAreNotAdvisedToBeMissing() {
        TableSource source = open("1,5|2,5|3,5|4.25|5,5|6,5");
        assertThat(notes(source, Note.Kind.MISSING))
                .singleElement()
                .asString()
                .contains("another decimal mark", "set the decimal mark to .");
    }

    @Test
    void copiesKeepTheDecimalCommaInColumnsOfWholeNumbersToo() throws IOException {
        Path file = text(folder, "t.csv", "a;b", "1,5;4", "2,5;", "3,5;5", "4,5;4");
        TableSource source = Tables.open(file, ReadOptions.DEFAULT);
        Table filled = Tables.collect(source).withCells(new double[] {1.5, 4, 2.5, 4.375, 3.5, 5, 4.5, 4});
        Path copied = folder.resolve("copy.csv");
        try (TableCopy copy = Tables.copy(source, copied, List.of(), WriteOptions.DEFAULT.withForce(true))) {
            copy.write(filled, new FloatMatrix(4, 0, new float[0]));
            copy.commit();
        }
        assertThat(Files.readString(copied)).isEqualTo("a;b\n1,5;4\n2,5;4,375\n3,5;5\n4,5;4\n");
        assertThat(Tables.read(copied, ReadOptions.DEFAULT).cell(1, 1)).isEqualTo(4.375);
    }
}
