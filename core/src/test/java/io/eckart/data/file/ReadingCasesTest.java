package io.eckart.data.file;

import static io.eckart.data.file.SampleFiles.columns;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.eckart.data.DataException;
import io.eckart.data.Note;
import io.eckart.data.Remedy;
import io.eckart.data.Table;
import io.eckart.data.TableSource;
import io.eckart.data.format.ReadOptions;
import io.eckart.data.format.TableCopy;
import io.eckart.data.format.WriteOptions;
import io.eckart.numerics.FloatMatrix;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The layout of small files as people write them: each decision must be right and must be noted. */
class ReadingCasesTest extends SmallFiles {
    @Test
    void yearsNameColumns() {
        Table table = read("01_year_header.csv");
        assertThat(table.rows()).isEqualTo(30);
        assertThat(columns(table.schema())).isEqualTo("region:IGNORED 2021:NUMBER 2022:NUMBER 2023:NUMBER");
        assertThat(mean(table, 0)).isCloseTo(9.757, within(5e-4));
        Note header = note(table, Note.Kind.LAYOUT, "");
        assertThat(header.text()).startsWith("row 1 names the columns");
        assertThat(header.remedies()).containsExactly(Remedy.choose(Remedy.Setting.HEADER, "no"));
        assertThat(read(lines("2019,2020", "1,2", "4,3", "8,8")).rows())
                .as("nothing but years")
                .isEqualTo(3);
        assertThat(read(lines("2019,2020", "2018,2021", "2017,2020", "2016,2019"))
                        .rows())
                .as("years below as well")
                .isEqualTo(4);
    }

    @Test
    void countedNamesAndRowNumbersOfDataFrames() {
        Table table = read("02_pandas_default.csv");
        assertThat(table.rows()).isEqualTo(40);
        assertThat(columns(table.schema())).isEqualTo("c1:IGNORED 0:NUMBER 1:NUMBER 2:NUMBER 3:NUMBER");
        assertThat(note(table, Note.Kind.LEFT_OUT, "c1").text()).contains("counts the rows");
        assertThat(columns(read("24_index.csv").schema())).isEqualTo("c1:IGNORED x:NUMBER y:NUMBER");
        assertThat(read(lines("1,2,3", "2,3,4", "3,4,5", "4,5,6")).rows())
                .as("steps everywhere")
                .isEqualTo(4);
    }

    @Test
    void rowNumbersAreFeaturesWhereThereAreNoOthers() {
        Table table = read(lines("n", "1", "2", "3", "4", "5", "6", "7", "8", "9"));
        assertThat(columns(table.schema())).isEqualTo("n:NUMBER");
    }

    @ParameterizedTest
    @CsvSource({"07_mushroom_noheader.csv,40", "07b_distinct_noheader.csv,40"})
    void aFirstLineWhoseTextsComeAgainIsData(String name, int rows) {
        Table table = read(name);
        assertThat(table.rows()).isEqualTo(rows);
        assertThat(note(table, Note.Kind.LAYOUT, "").text()).startsWith("row 1 is data");
    }

    @Test
    void blanksSeparate() {
        Table table = read("08_space.txt");
        assertThat(table.rows()).isEqualTo(40);
        assertThat(CsvTablesTest.row(table, 0)).containsExactly(0.6734, 1.652, 0);
        assertThat(columns(read(lines("a \t b", "1   2", " 3 4 ")).schema())).isEqualTo("a:NUMBER b:NUMBER");
        assertThat(columns(read(lines("name", "Ann Lee", "Bob Ray", "Cy Day")).schema()))
                .isEqualTo("name:IGNORED");
    }

    @Test
    void namesThatOccurTwiceGetANumber() {
        Table table = read("09_dup.csv");
        assertThat(columns(table.schema())).isEqualTo("time:IGNORED value:NUMBER time_2:IGNORED value_2:NUMBER");
        assertThat(note(table, Note.Kind.LAYOUT, "value_2").text()).contains("'value' names a column before it");
        assertThat(columns(read(lines("a,a_2,a", "1,2,2", "4,3,9")).schema()))
                .isEqualTo("a:NUMBER a_2:NUMBER a_3:NUMBER");
    }

    @Test
    void linesBeforeTheTable() {
        assertThat(columns(read("11_sep.csv").schema())).isEqualTo("a:NUMBER b:NUMBER");
        assertThat(read("11_sep.csv").rows()).isEqualTo(20);
        assertThat(columns(read(lines("# made today", "# by hand", "", "a,b", "1,2", "4,3"))
                        .schema()))
                .isEqualTo("a:NUMBER b:NUMBER");
        assertThat(columns(read(lines("#a,b", "1,2", "4,3")).schema()))
                .as("names behind #")
                .isEqualTo("a:NUMBER b:NUMBER");
    }

    @Test
    void blanksAroundQuotes() {
        Table table = read("41_space_quote.csv");
        assertThat(columns(table.schema())).isEqualTo("name:IGNORED town:CATEGORY[Oslo, Rome] x:NUMBER y:NUMBER");
        assertThat(table.cell(0, 2)).isEqualTo(-1.32);
        assertThat(table.notes()).anyMatch(note -> note.text().contains("copies of the file are without the blanks"));
    }

    @Test
    void codesWithLeadingZerosAreNoNumbers() throws IOException {
        assertThat(note(read("45_zip.csv"), Note.Kind.LEFT_OUT, "zip").text()).contains("leading zeros");
        assertThat(columns(read(lines("a,month", "1,0.5", "2,0.25", "4,0")).schema()))
                .isEqualTo("a:NUMBER month:NUMBER");
        String before = Files.readString(file("45_zip.csv"));
        assertThat(filled(file("45_zip.csv"), 7)).isEqualTo(before);
    }

    @Test
    void theHeaderOnceMoreIsNoRow() {
        Path file = lines("name,n", "x,1", "name,n", "y,2", "name,3", "z,4");
        Table table = read(file);
        assertThat(table.rows()).isEqualTo(4);
        assertThat(note(table, Note.Kind.SKIPPED, "").count()).isEqualTo(1);
    }

    @Test
    void twoLinesOfNames() {
        Table table = read(
                lines(",,men,,women,", "town,n,old,young,old,young", "A,1,2,3,4,5.5", "B,2,3,4,5,6", "C,1,2,2,2,2"));
        assertThat(columns(table.schema()))
                .isEqualTo("town:IGNORED n:NUMBER men old:NUMBER men young:NUMBER women old:NUMBER women young:NUMBER");
    }

    @Test
    void otherEncodings() {
        String text = "stadt;wert\nM\u00fcnchen;1\nK\u00f6ln;2\nM\u00fcnchen;4\nK\u00f6ln;3\n";
        for (String encoding : List.of("windows-1252", "UTF-16")) {
            Path file = SampleFiles.bytes(folder, "t.csv", text.getBytes(java.nio.charset.Charset.forName(encoding)));
            assertThat(columns(read(file).schema()))
                    .as(encoding)
                    .isEqualTo("stadt:CATEGORY[K\u00f6ln, M\u00fcnchen] wert:NUMBER");
        }
        byte[] late = ("a,b\n" + "1,x\n".repeat(100_000) + "2,\u00e4\n").getBytes(StandardCharsets.ISO_8859_1);
        assertThat(read(SampleFiles.bytes(folder, "late.csv", late)).notes())
                .anyMatch(note -> note.text().contains("windows-1252"));
    }

    @Test
    void damagedFilesAreRefused() {
        for (String name : List.of("bad2.csv.gz", "trail.csv.gz")) {
            assertThatThrownBy(() -> read(name))
                    .as(name)
                    .isInstanceOf(DataException.class)
                    .hasMessageContaining("gzip");
        }
        assertThat(read("ok2.csv.gz").rows()).isEqualTo(100);
    }

    @Test
    void copiesKeepTheDialectAndTheOddTexts() throws IOException {
        assertThat(filled(lines("a;b;c", "1,5;-;10%", ";x;20%", "2,5;3;", "4,0;5;30%"), 7))
                .isEqualTo("a;b;c\n1,5;-;10%\n7;x;20%\n2,5;3;7%\n4,0;5;30%\n");
        byte[] latin = "a,b\n1,\u00e4\n,\u00e4\n2,\u00f6\n3,\u00f6\n".getBytes(StandardCharsets.ISO_8859_1);
        Path file = SampleFiles.bytes(folder, "latin.csv", latin);
        filled(file, 7);
        assertThat(Files.readString(folder.resolve("filled.csv"), StandardCharsets.ISO_8859_1))
                .isEqualTo("a,b\n1,\u00e4\n7,\u00e4\n2,\u00f6\n3,\u00f6\n");
        assertThat(filled(lines("# note", "a,b", "1,2", "a,b", ",3", "4,9"), 7))
                .isEqualTo("# note\na,b\n1,2\na,b\n7,3\n4,9\n");
    }

    /** A copy of the file in which every missing number is this one, in ISO 8859-1 or UTF-8 as it is in ASCII. */
    private String filled(Path file, double value) throws IOException {
        TableSource source = Tables.open(file, ReadOptions.DEFAULT);
        Table read = Tables.collect(source);
        double[] cells = new double[read.rows() * read.width()];
        read.copyCells(cells, 0);
        for (int i = 0; i < cells.length; i++) {
            cells[i] = Double.isNaN(cells[i]) ? value : cells[i];
        }
        Path target = folder.resolve("filled.csv");
        try (TableCopy copy = Tables.copy(source, target, List.of(), WriteOptions.DEFAULT.withForce(true))) {
            copy.write(read.withCells(cells), FloatMatrix.zeros(read.rows(), 0));
            copy.commit();
        }
        return Files.readString(target, StandardCharsets.ISO_8859_1);
    }
}
