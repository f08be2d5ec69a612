package io.eckart.data.file;

import static io.eckart.data.file.SampleFiles.columns;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.eckart.data.DataException;
import io.eckart.data.Note;
import io.eckart.data.Remedy;
import io.eckart.data.Schema;
import io.eckart.data.Table;
import io.eckart.data.TableSource;
import io.eckart.data.format.ReadOptions;
import io.eckart.data.format.TableCopy;
import io.eckart.numerics.FloatMatrix;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Small files as people write them, each with a decision that must be right and must be noted. */
class ReadingCasesTest {
    @TempDir
    Path folder;

    private static Path file(String name) {
        return Path.of("src/test/resources/tables", name);
    }

    private static Table read(String name) {
        return Tables.read(file(name), ReadOptions.DEFAULT);
    }

    private static Table read(Path file) {
        return Tables.read(file, ReadOptions.DEFAULT);
    }

    private Path lines(String... lines) {
        return SampleFiles.text(folder, "t.csv", lines);
    }

    private static double mean(Table table, int column) {
        double[] observed = Arrays.stream(CsvTablesTest.column(table, column))
                .filter(value -> !Double.isNaN(value))
                .toArray();
        return Arrays.stream(observed).average().orElseThrow();
    }

    private static Note note(TableSource source, Note.Kind kind, String column) {
        return source.notes().stream()
                .filter(note -> note.kind() == kind && note.column().orElse("").equals(column))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no note " + kind + " of '" + column + "' in " + source.notes()));
    }

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
    void datesAreDays() {
        Table table = read(lines("when,x", "1970-01-02,1", "1970-01-11,2", "1971-01-01 12:00,5"));
        assertThat(CsvTablesTest.column(table, 0)).containsExactly(1, 10, 365.5);
        assertThat(read(lines("d,x", "31/12/1970,1", "01/02/1970,2")).cell(1, 0))
                .isEqualTo(31);
        Table open = read(lines("d,x", "01/02/1970,1", "03/04/1970,2"));
        assertThat(note(open, Note.Kind.LEFT_OUT, "d").text()).contains("day", "month");
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
        try (TableCopy copy = Tables.copy(source, target, List.of(), true)) {
            copy.write(read.withCells(cells), FloatMatrix.zeros(read.rows(), 0));
            copy.commit();
        }
        return Files.readString(target, StandardCharsets.ISO_8859_1);
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
