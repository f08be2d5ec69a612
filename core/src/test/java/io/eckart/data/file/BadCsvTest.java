package io.eckart.data.file;

import static io.eckart.data.file.SampleFiles.bytes;
import static io.eckart.data.file.SampleFiles.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eckart.data.Column;
import io.eckart.data.ColumnType;
import io.eckart.data.DataException;
import io.eckart.data.Encoding;
import io.eckart.data.Note;
import io.eckart.data.Scaling;
import io.eckart.data.Schema;
import io.eckart.data.Table;
import io.eckart.data.TableSource;
import io.eckart.data.format.ReadOptions;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BadCsvTest {
    @TempDir
    Path folder;

    private void fails(Path file, ReadOptions options, String... parts) {
        assertThatThrownBy(() -> Tables.read(file, options))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith(file + ": ")
                .hasMessageContainingAll(parts);
    }

    private void fails(Path file, String... parts) {
        fails(file, ReadOptions.DEFAULT, parts);
    }

    /** Twenty rows of numbers, with one cell of another kind in column b at line 12. */
    private Path numbersWith(String cell) {
        List<String> lines = new ArrayList<>(List.of("a;b"));
        for (int i = 0; i < 20; i++) {
            lines.add(i + ";" + (i == 10 ? cell : i + ".5"));
        }
        return text(folder, "numbers.csv", lines.toArray(new String[0]));
    }

    @Test
    void noSuchFile() {
        fails(folder.resolve("none.csv"), "no such file");
    }

    @Test
    void unreadableFile() {
        Path file = text(folder, "secret.csv", "a", "1");
        assertThat(file.toFile().setReadable(false)).isTrue();
        Assumptions.assumeFalse(Files.isReadable(file), "this user can read every file");
        fails(file, "no permission");
    }

    @Test
    void emptyFile() {
        fails(bytes(folder, "empty.csv", new byte[0]), "the file is empty");
        fails(bytes(folder, "blank.csv", "\n\n\n".getBytes(StandardCharsets.UTF_8)), "no row");
        fails(bytes(folder, "empty.csv.gz", SampleFiles.gzip(new byte[0])), "no row");
    }

    @Test
    void headerOnly() {
        fails(text(folder, "header.csv", "a,b,c"), "row 1 is the header", "no row below");
    }

    @Test
    void headerOnlyForAModel() {
        Schema model = Schema.of(List.of(Column.number("a")));
        fails(text(folder, "header.csv", "a,b,c"), ReadOptions.DEFAULT.expecting(model), "no row below");
    }

    @Test
    void raggedRows() {
        fails(text(folder, "short.csv", "a,b,c", "1,2,3", "", "4,5"), "row 4", "expected 3 cells", "found 2");
        fails(text(folder, "long.csv", "a,b", "\"x", "y\",2", "4,5,6"), "row 4", "expected 2 cells", "found 3");
    }

    @Test
    void textInANumberColumn() {
        fails(
                numbersWith("abc d"),
                ReadOptions.DEFAULT.strictly(),
                "row 12, column 'b': 19 of its 20 values are numbers, but not 'abc d'",
                "declare 'abc d' to be a missing cell of column 'b'",
                "read column 'b' as category",
                "leave out column 'b'");
    }

    @Test
    void textInANumberColumnCountsAsMissingAndIsNoted() {
        for (String cell :
                List.of("abc d", "1d", "2f", "0x1p3", "1_000", "1e", "e5", ".", "+", "--1", "1.2.3", "inf", "1e999")) {
            TableSource source = Tables.open(numbersWith(cell), ReadOptions.DEFAULT);
            Table table = Tables.collect(source);
            assertThat(table.width()).as(cell).isEqualTo(1);
            assertThat(table.isMissing(10, 0)).as(cell).isTrue();
            assertThat(table.cell(11, 0)).as(cell).isEqualTo(11.5);
            assertThat(source.notes()).as(cell).anySatisfy(note -> {
                assertThat(note.kind()).isEqualTo(Note.Kind.MISSING);
                assertThat(note.column()).contains("b");
                assertThat(note.count()).isEqualTo(1);
                assertThat(note.text()).contains("'" + cell + "'");
            });
        }
    }

    @Test
    void aForcedNumberColumnWithoutAnyNumber() {
        Path file = text(folder, "forced.csv", "a", "x", "z", "y");
        fails(
                file,
                ReadOptions.DEFAULT.withTypes(Map.of("a", ColumnType.NUMBER)),
                "row 2, column 'a': 'x' is not a number",
                "read column 'a' as category",
                "leave out column 'a'");
    }

    @Test
    void aForcedBooleanWithThreeLevels() {
        Path file = text(folder, "forced.csv", "a", "x", "z", "y");
        fails(
                file,
                ReadOptions.DEFAULT.withTypes(Map.of("a", ColumnType.BOOLEAN)),
                "column 'a': has 3 levels ('x', 'y', 'z')");
    }

    @Test
    void gzipCutShortOrDamaged() {
        byte[] content = "a,b\n".concat("1,2\n".repeat(5000)).getBytes(StandardCharsets.UTF_8);
        byte[] packed = SampleFiles.gzip(content);
        fails(bytes(folder, "cut.csv.gz", Arrays.copyOf(packed, packed.length - 9)), "cut short");
        fails(bytes(folder, "cut2.csv.gz", Arrays.copyOf(packed, 12)), "cut short");
        packed[packed.length - 6] ^= 1;
        fails(bytes(folder, "damaged.csv.gz", packed), "damaged");
    }

    @Test
    void notUtf8() {
        byte[] latin1 = "a,b\n1,2\n3,\u00e4\n".getBytes(StandardCharsets.ISO_8859_1);
        ReadOptions utf8 = ReadOptions.DEFAULT.withEncoding(StandardCharsets.UTF_8);
        fails(bytes(folder, "latin.csv", latin1), utf8, "row 3", "not UTF-8", "set the encoding to");
        byte[] mixed = "a,b\n1,\u00e4\n3,4\n".getBytes(StandardCharsets.UTF_8);
        byte[] both = Arrays.copyOf(mixed, mixed.length + latin1.length);
        System.arraycopy(latin1, 0, both, mixed.length, latin1.length);
        fails(bytes(folder, "both.csv", both), "row 6", "not UTF-8", "set the encoding to windows-1252");
    }

    @Test
    void wideTextWithoutAMarkIsReadAsAdvised() {
        String text = "a,b\n1,2\n3,5\n";
        for (String name : List.of("UTF-16LE", "UTF-16BE")) {
            Charset charset = Charset.forName(name);
            Path file = bytes(folder, "wide.csv", text.getBytes(charset));
            fails(file, "neither text", "set the encoding to " + name.toLowerCase(Locale.ROOT));
            assertThat(Tables.read(file, ReadOptions.DEFAULT.withEncoding(charset))
                            .cell(1, 1))
                    .isEqualTo(5);
        }
        Path zero = bytes(folder, "zero.csv", "a,b\n1,2\n\0".getBytes(StandardCharsets.US_ASCII));
        assertThatThrownBy(() -> Tables.read(zero, ReadOptions.DEFAULT))
                .isInstanceOf(DataException.class)
                .hasMessageNotContaining("encoding");
    }

    @Test
    void quotesThatDoNotClose() {
        fails(text(folder, "quote.csv", "a,b", "1,2", "3,\"4", "5,6"), "row 3", "quotes");
    }

    @Test
    void namesInOptionsThatAreNotThere() {
        Path file = text(folder, "names.csv", "Age,Sex,Fare", "1,2,3");
        fails(
                file,
                ReadOptions.DEFAULT.withLabel("age"),
                "no column 'age' (named as the label)",
                "did you mean 'Age'?",
                "'Age', 'Sex', 'Fare'");
        fails(
                file,
                ReadOptions.DEFAULT.withIgnored(Set.of("zzzzzz")),
                "no column 'zzzzzz' (to be left out)",
                "'Age', 'Sex', 'Fare'");
        fails(file, ReadOptions.DEFAULT.withTypes(Map.of("Far", ColumnType.NUMBER)), "(given a type)", "'Fare'");
        fails(file, ReadOptions.DEFAULT.withLabel("Age").withIgnored(Set.of("Age")), "both the label and left out");
    }

    @Test
    void columnsThatTheModelNeeds() {
        Schema model = Schema.of(List.of(Column.number("a"), Column.number("b"), Column.number("c")));
        fails(
                text(folder, "new.csv", "c,x", "1,2"),
                ReadOptions.DEFAULT.expecting(model),
                "columns 'a', 'b'",
                "'c', 'x'");
    }

    @Test
    void levelsTheModelDoesNotKnow() {
        Schema model = Schema.of(List.of(
                Column.category("kind", List.of("cat", "dog")),
                new Column("flag", ColumnType.BOOLEAN, List.of("no", "yes"))));
        ReadOptions options = ReadOptions.DEFAULT.expecting(model);
        fails(
                text(folder, "level.csv", "kind,flag", "cat,no", "cow,no"),
                options,
                "row 3, column 'kind': 'cow'",
                "'cat', 'dog'");
        fails(
                text(folder, "flag.csv", "kind,flag", "cat,YES", "dog,maybe"),
                options,
                "row 3, column 'flag': 'maybe'",
                "'no', 'yes'");
    }

    @Test
    void textWhereTheModelNeedsNumbers() {
        Schema model = Schema.of(List.of(Column.number("a")));
        ReadOptions options = ReadOptions.DEFAULT.expecting(model);
        fails(text(folder, "text.csv", "a", "1", "2,5,3"), options, "row 3", "found 3");
        Path file = text(folder, "text2.csv", "a;b", "1;1", "x;1", "3;1");
        fails(file, options.strictly(), "row 3, column 'a': 'x' is not a finite number", "to be a missing cell");
        TableSource source = Tables.open(file, options);
        Table table = Tables.collect(source);
        assertThat(table.isMissing(1, 0)).isTrue();
        assertThat(table.notes()).anySatisfy(note -> assertThat(note.message()).contains("column 'a': 1 value", "'x'"));
    }

    @Test
    void textInAMatrixOfSamplesAsColumns() {
        fails(
                text(folder, "m.csv", "s1,s2", "1,2", "3,x"),
                ReadOptions.DEFAULT.withSamplesAsColumns(),
                "row 3, column 2: 'x'");
    }

    @Test
    void missingAndConstantColumnsAreNamedByTheEncoding() {
        TableSource source = Tables.open(text(folder, "c.csv", "a,b,c", "1,,5", "2,NA,5"), ReadOptions.DEFAULT);
        assertThat(source.notes())
                .anySatisfy(
                        note -> assertThat(note.message()).isEqualTo("column 'b': left out: there is no value in it"));
        TableSource forced =
                Tables.open(folder.resolve("c.csv"), ReadOptions.DEFAULT.withTypes(Map.of("b", ColumnType.NUMBER)));
        assertThatThrownBy(() -> Encoding.fit(forced, Scaling.NONE))
                .isInstanceOf(DataException.class)
                .hasMessageContainingAll("c.csv", "column 'b'", "leave out column 'b'");
        TableSource constant = Tables.open(folder.resolve("c.csv"), ReadOptions.DEFAULT.withIgnored(Set.of("b")));
        assertThatThrownBy(() -> Encoding.fit(constant, Scaling.STANDARD))
                .isInstanceOf(DataException.class)
                .hasMessageContainingAll("c.csv", "column 'c'", "leave out column 'c'", "set the scaling to none");
    }

    @Test
    void aFileThatChangesAfterItWasOpenedIsAnErrorOrReadWhole() {
        Path file = text(folder, "change.csv", "a,b", "1,2", "3,4");
        TableSource source = Tables.open(file, ReadOptions.DEFAULT);
        text(folder, "change.csv", "a,b", "1,2", "3,4,5");
        assertThatThrownBy(() -> source.open().next())
                .isInstanceOf(DataException.class)
                .hasMessageContaining("row 3");
    }

    @Test
    void oneRowIsLegal() {
        Table one = Tables.read(text(folder, "one.csv", "a,b", "1,2"), ReadOptions.DEFAULT);
        assertThat(Encoding.fit(one, Scaling.NONE).encode(one).values()).containsExactly(1, 2);
    }
}
