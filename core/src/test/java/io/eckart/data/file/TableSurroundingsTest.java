package io.eckart.data.file;

import static io.eckart.data.file.SampleFiles.columns;
import static io.eckart.data.file.SampleFiles.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eckart.data.Column;
import io.eckart.data.DataException;
import io.eckart.data.Note;
import io.eckart.data.Schema;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines above and below a table, and headers that have another number of cells than the rows. */
class TableSurroundingsTest {
    private static final String ROWS = "u,1.5,2|v,2.5,|u,3.5,4|u,4.5,8";

    @TempDir
    Path folder;

    private Path lines(String text) {
        return text(folder, "t.csv", text.split("\\|", -1));
    }

    private static TableSource open(Path file) {
        return Tables.open(file, ReadOptions.DEFAULT);
    }

    private static List<String> skipped(TableSource source) {
        return source.notes().stream()
                .filter(note -> note.kind() == Note.Kind.SKIPPED && note.notable())
                .map(Note::text)
                .toList();
    }

    /** Fills the missing cell with 7 and gives the text of the copy. */
    private String filled(TableSource source) throws IOException {
        Table table = Tables.collect(source);
        double[] cells = new double[table.rows() * table.width()];
        table.copyCells(cells, 0);
        for (int i = 0; i < cells.length; i++) {
            cells[i] = Double.isNaN(cells[i]) ? 7 : cells[i];
        }
        Path copied = folder.resolve("copy.csv");
        try (TableCopy copy = Tables.copy(source, copied, List.of(), WriteOptions.DEFAULT.withForce(true))) {
            copy.write(table.withCells(cells), new FloatMatrix(table.rows(), 0, new float[0]));
            copy.commit();
        }
        return Files.readString(copied);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Table 1: towns|s,x,y|",
                "Device: 7|Serial: 8||s,x,y|",
                "Table 1: towns,,|,,|s,x,y|",
                "Data Source,Bank|Updated,2020-01-01||s,x,y|",
                "% made by a program, in May|s,x,y|"
            })
    void linesAboveTheHeaderAreSkippedAndKeptInCopies(String above) throws IOException {
        Path file = lines(above + ROWS);
        TableSource source = open(file);
        assertThat(columns(source.schema())).isEqualTo("s:CATEGORY[u, v] x:NUMBER y:NUMBER");
        assertThat(Tables.collect(source).rows()).isEqualTo(4);
        assertThat(skipped(source)).hasSize(1);
        assertThat(filled(source)).isEqualTo(Files.readString(file).replace("2.5,", "2.5,7"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "|Total rows: 4",
                "||Source: the office|Notes are preliminary",
                "|\"Note: estimates, not counts\"",
                "|Source: the office,,",
                "|,,|,,",
                "|,,|* estimated,,",
                "|---|\"Query: all\""
            })
    void linesBelowTheRowsAreSkippedAndKeptInCopies(String below) throws IOException {
        Path file = lines("s,x,y|" + ROWS + below);
        TableSource source = open(file);
        Table table = Tables.collect(source);
        assertThat(table.rows()).isEqualTo(4);
        assertThat(columns(table.schema())).isEqualTo("s:CATEGORY[u, v] x:NUMBER y:NUMBER");
        assertThat(skipped(source)).hasSize(1);
        assertThat(Tables.read(file, ReadOptions.DEFAULT).rows()).isEqualTo(4);
        assertThat(filled(source)).isEqualTo(Files.readString(file).replace("2.5,", "2.5,7"));
    }

    @Test
    void linesBelowTheRowsOfNewDataAreSkipped() {
        Schema model = Schema.of(List.of(Column.category("s", List.of("u", "v")), Column.number("x")));
        TableSource source =
                Tables.open(lines("s,x,y|" + ROWS + "|Total rows: 4"), ReadOptions.DEFAULT.expecting(model));
        assertThat(Tables.collect(source).rows()).isEqualTo(4);
        assertThat(skipped(source)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"|1.5,2", "|new yo", "|Total,8", "|Source: a|u,1,2", "|a note of some words,1.5"})
    void shortRowsAreNotTakenForNotes(String below) {
        Path file = lines("s,x,y|" + ROWS + below);
        assertThatThrownBy(() -> open(file))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("row 6: expected 3 cells")
                .hasMessageContaining("delete it if it is not a row");
    }

    @Test
    void aLastRowWithItsNameOnlyIsARow() {
        assertThat(Tables.collect(open(lines("s,x,y|" + ROWS + "|w,,"))).rows()).isEqualTo(5);
    }

    @Test
    void linesOfBlanksAreNoRows() throws IOException {
        Path file = lines("s,x,y|  |" + ROWS + "|   | ");
        TableSource source = open(file);
        assertThat(Tables.collect(source).rows()).isEqualTo(4);
        assertThat(filled(source)).isEqualTo(Files.readString(file).replace("2.5,", "2.5,7"));
    }

    @Test
    void aHeaderWithoutANameForTheRowNames() throws IOException {
        Path file = lines("\"x\",\"y\"|\"r1\",1.5,2|\"r2\",2.5,|\"r3\",3.5,4");
        TableSource source = open(file);
        assertThat(columns(source.schema())).isEqualTo("c1:IGNORED x:NUMBER y:NUMBER");
        assertThat(source.notes()).anyMatch(note -> note.text().contains("does not name the first column"));
        assertThat(filled(source)).isEqualTo(Files.readString(file).replace("2.5,", "2.5,7"));
    }

    @Test
    void aHeaderWithoutANameForWhatIsBehindTheLastDelimiter() {
        TableSource source = open(lines("x,y|1.5,2,|2.5,3,|3.5,4,"));
        assertThat(columns(source.schema())).isEqualTo("x:NUMBER y:NUMBER c3:IGNORED");
    }

    @Test
    void aHeaderBehindAHashBetweenBlanks() throws IOException {
        Path file = lines("# ra dec mag|1.5 2.5 3.5|2.5 ? 4.5|3.5 4.5 5.5");
        TableSource source = open(file);
        assertThat(columns(source.schema())).isEqualTo("ra:NUMBER dec:NUMBER mag:NUMBER");
        assertThat(filled(source)).isEqualTo(Files.readString(file).replace("?", "7"));
    }

    @Test
    void copiesOfColumnsBetweenBlanksKeepTheirLines() throws IOException {
        TableSource source = open(lines(" A     B|  1.5  2| 2.5 ?|  3.5   4"));
        assertThat(filled(source)).isEqualTo("A B\n1.5 2\n2.5 7\n3.5 4\n");
    }
}
