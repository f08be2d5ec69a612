package io.eckart.data.file;

import static io.eckart.data.file.SampleFiles.npy;
import static io.eckart.data.file.SampleFiles.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eckart.data.Column;
import io.eckart.data.DataException;
import io.eckart.data.Note;
import io.eckart.data.SampleColumns;
import io.eckart.data.Table;
import io.eckart.data.TableSource;
import io.eckart.data.format.ReadOptions;
import io.eckart.data.format.TableCopy;
import io.eckart.data.format.TableWriter;
import io.eckart.data.format.WriteOptions;
import io.eckart.numerics.FloatMatrix;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files whose columns are the samples: what names them, and how they are written. */
class SampleColumnsTest {
    private static final ReadOptions COLUMNS = ReadOptions.DEFAULT.withSamplesAsColumns();

    @TempDir
    Path folder;

    private TableSource open(String... lines) {
        return Tables.open(text(folder, "m.csv", lines), COLUMNS);
    }

    private static List<String> features(TableSource source) {
        return source.schema().features().stream().map(Column::name).toList();
    }

    /** The first column names the features if all its cells are texts, or if nothing is above it in a line of names. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1,2/3,4           | c1 c2 |       |
            s,t/1,2/3,4       | c1 c2 | s t   |
            a,1,2/b,3,4       | a b   |       |
            gene,s,t/a,1,/b,3,4 | a b | s t   | gene
            ,s,t/7,1,2/8,3,4  | 7 8   | s t   |
            s,t/a,1,2/b,3,4   | a b   | s t   |
            x,s,s/a,1,2/a,3,4 | a a_2 | s s   | x
            """)
    void names(String lines, String features, String samples, String corner) {
        TableSource source = open(lines.split("/"));
        assertThat(features(source)).containsExactly(features.split(" "));
        SampleColumns names = source.sampleColumns().orElseThrow();
        assertThat(String.join(" ", names.samples())).isEqualTo(samples == null ? "" : samples);
        assertThat(names.corner()).isEqualTo(corner == null ? "" : corner);
        Table table = Tables.collect(source);
        assertThat(table.rows()).isEqualTo(2);
        assertThat(table.cell(0, 0)).isEqualTo(1);
        assertThat(table.cell(0, 1)).isEqualTo(3);
        assertThat(table.cell(1, 1)).isEqualTo(4);
    }

    @Test
    void aFirstColumnOfNamesIsNoted() {
        assertThat(open("a,1,2", "b,3,4").notes())
                .extracting(Note::message)
                .containsExactly("the first column names the features");
        assertThat(open("1,2", "3,4").notes()).isEmpty();
        assertThat(Tables.read(text(folder, "r.csv", "a,b", "1,2"), ReadOptions.DEFAULT)
                        .sampleColumns())
                .isEmpty();
    }

    @Test
    void aTextAmongNumbersIsAnErrorAlsoInTheFirstColumn() {
        assertThatThrownBy(() -> open("1,2", "x,4"))
                .isInstanceOf(DataException.class)
                .hasMessageContainingAll(
                        "row 2, column 1: 'x'", "but for names in the first line and the first column");
        assertThatThrownBy(() -> open("a,1", "b,y"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("row 2, column 2: 'y'");
        assertThatThrownBy(() -> Tables.open(text(folder, "n.csv", "a", "b", "c"), COLUMNS.withHeader(false)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("no sample");
    }

    private String filled(TableSource source, String target) throws IOException {
        Path file = folder.resolve(target);
        try (TableCopy copy = Tables.copy(source, file, List.of(), WriteOptions.DEFAULT.withForce(true))) {
            source.forEachChunk(rows -> copy.write(withoutHoles(rows), FloatMatrix.zeros(rows.rows(), 0)));
            copy.commit();
        }
        return Files.readString(file, StandardCharsets.ISO_8859_1);
    }

    private static Table withoutHoles(Table rows) {
        double[] cells = new double[rows.rows() * rows.width()];
        for (int at = 0; at < cells.length; at++) {
            double cell = rows.cell(at / rows.width(), at % rows.width());
            cells[at] = Double.isNaN(cell) ? 0.5 : cell;
        }
        return rows.withCells(cells);
    }

    /** Quotes, blanks, delimiter, empty lines, and the texts of numbers. */
    @Test
    void aFilledCopyKeepsEveryByteButMissingCells() throws IOException {
        String written = "# made by hand\n\"ge;ne\";s 1; t\n\n a; 1.50;NA\nb;;-0e0\n\"c\";7;? \n";
        Path file = SampleFiles.bytes(folder, "w.csv", written.getBytes(StandardCharsets.UTF_8));
        assertThat(filled(Tables.open(file, COLUMNS), "out.csv"))
                .isEqualTo("# made by hand\n\"ge;ne\";s 1; t\n\n a; 1.50;0.5\nb;0.5;-0e0\n\"c\";7;0.5\n");
        assertThat(filled(Tables.open(file, COLUMNS.withIgnored(Set.of("b"))), "out.csv"))
                .as("a feature that is left out stays as it is")
                .contains("a; 1.50;0.5\nb;;-0e0\n");
    }

    @Test
    void replacingWritesEveryObservedCell() throws IOException {
        TableSource source = open("gene,s,t", "a,1.50,NA", "b,2,3");
        try (TableCopy copy = Tables.replacing(source, folder.resolve("r.csv"), WriteOptions.DEFAULT)
                .orElseThrow()) {
            Table rows = Tables.collect(source);
            copy.write(rows.withCells(new double[] {9, 8, Double.NaN, 7}), FloatMatrix.zeros(2, 0));
            copy.commit();
        }
        assertThat(Files.readString(folder.resolve("r.csv"))).isEqualTo("gene,s,t\na,9,NA\nb,8,7\n");
    }

    @Test
    void noColumnsCanBeAdded() {
        TableSource source = open("1,2", "3,");
        assertThatThrownBy(() -> Tables.copy(source, folder.resolve("a.csv"), List.of("x"), WriteOptions.DEFAULT))
                .isInstanceOf(DataException.class)
                .hasMessageContainingAll("a.csv", "each column is a sample", "samples as rows");
        assertThat(folder.resolve("a.csv")).doesNotExist();
    }

    private String write(String name, SampleColumns columns, FloatMatrix... chunks) throws IOException {
        Path file = folder.resolve(name);
        try (TableWriter writer =
                Tables.writer(file, columns, List.of("p", "q,r"), WriteOptions.DEFAULT.withForce(true))) {
            for (FloatMatrix chunk : chunks) {
                writer.write(chunk);
            }
            writer.commit();
        }
        return Files.readString(file, StandardCharsets.ISO_8859_1);
    }

    @Test
    void resultsAreWrittenWithTheNamesThatThereAre() throws IOException {
        FloatMatrix one = new FloatMatrix(1, 2, new float[] {0.1f, 2});
        FloatMatrix two = new FloatMatrix(2, 2, new float[] {Float.NaN, -1.5f, 3, 4});
        SampleColumns all = new SampleColumns(List.of("s", "t", "u"), true, "gene");
        assertThat(write("a.csv", all, one, two)).isEqualTo("gene,s,t,u\np,0.1,,3\n\"q,r\",2,-1.5,4\n");
        assertThat(write("a.csv", all.withoutSamples(), one, two)).isEqualTo("p,0.1,,3\n\"q,r\",2,-1.5,4\n");
        assertThat(write("a.tsv", new SampleColumns(List.of("s"), false, ""), one))
                .isEqualTo("s\n0.1\n2\n");
        assertThat(write("a.csv", SampleColumns.UNNAMED, two)).isEqualTo(",3\n-1.5,4\n");
        assertThat(write("a.csv", SampleColumns.UNNAMED.withNames(), one)).isEqualTo("p,0.1\n\"q,r\",2\n");
        assertThatThrownBy(() -> write("b.csv", all, one)).hasMessageContaining("3 names for 1 samples");
        assertThat(folder.resolve("b.csv")).doesNotExist();
    }

    @Test
    void numpyArraysAreTheTransposedOnes() throws IOException {
        FloatMatrix rows = new FloatMatrix(3, 2, new float[] {1, 2, 3, 4, 5, 6});
        assertThat(write("t.npy", SampleColumns.UNNAMED, rows.copyRows(0, 1), rows.copyRows(1, 3)))
                .contains("'fortran_order': True, 'shape': (2, 3)");
        Table back = Tables.read(folder.resolve("t.npy"), COLUMNS);
        Table turned = Tables.read(folder.resolve("t.npy"), ReadOptions.DEFAULT);
        assertThat(back.rows()).isEqualTo(3);
        assertThat(turned.rows()).isEqualTo(2);
        for (int i = 0; i < 6; i++) {
            assertThat(back.cell(i / 2, i % 2)).isEqualTo(i + 1);
            assertThat(turned.cell(i % 2, i / 2)).isEqualTo(i + 1);
        }
    }

    /** Between formats there is nothing to keep but the numbers, and that samples are columns. */
    @Test
    void copiesInAnotherFormatAreTurnedToo() throws IOException {
        byte[] numbers = SampleFiles.doubles(ByteOrder.LITTLE_ENDIAN, 1, Double.NaN, 2, 3, 4, 5);
        Path file = SampleFiles.bytes(folder, "a.npy", npy("<f8", false, List.of(2, 3), numbers));
        TableSource source = Tables.open(file, COLUMNS.withMissing(Set.of("nan")));
        assertThat(source.sampleColumns()).contains(SampleColumns.UNNAMED);
        assertThat(filled(source, "a.csv")).isEqualTo("1,0.5,2\n3,4,5\n");
        filled(Tables.open(folder.resolve("a.csv"), COLUMNS), "b.npy");
        assertThat(Tables.read(folder.resolve("b.npy"), COLUMNS).cell(1, 0)).isEqualTo(0.5);
    }
}
