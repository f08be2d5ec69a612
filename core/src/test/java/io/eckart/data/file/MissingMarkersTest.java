package io.eckart.data.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.eckart.data.ColumnType;
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
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MissingMarkersTest {
    private static final String[] LINES = {
        "a,b,kind",
        "-999,1,x",
        "2,-999.0,y",
        "-999.000,4,x",
        "5,-9.99E2,y",
        "6,+7,-999",
        "8,\"-999.0\",x",
        "9, -999.0 ,y"
    };

    @TempDir
    Path folder;

    private static ReadOptions with(String... markers) {
        return ReadOptions.DEFAULT.withMissing(Set.of(markers));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-999", "-999.0", " -9.99e2 "})
    void numbersMatchByValueInColumnsOfNumbers(String marker) {
        Path file = SampleFiles.text(folder, "t.csv", LINES);
        ReadOptions options = ReadOptions.DEFAULT.withMissing(new TreeSet<>(List.of(marker, "-999")));
        TableSource source = Tables.open(file, options);
        assertThat(SampleFiles.columns(source.schema())).isEqualTo("a:NUMBER b:NUMBER kind:CATEGORY[x, y]");
        for (Table table : new Table[] {Tables.collect(source), Tables.read(file, options)}) {
            assertThat(missing(table, 0)).isEqualTo("#.#....");
            assertThat(missing(table, 1)).isEqualTo(".#.#.##");
            assertThat(missing(table, 2)).isEqualTo("....#..");
        }
    }

    @Test
    void alsoWhereAllColumnsAreNumbers() {
        Path file = SampleFiles.text(folder, "t.csv", "a,b", "1,-999.0", "-999.0,2", "3,-999", "4,5");
        assertThat(missing(Tables.read(file, with("-999")), 0)).isEqualTo(".#..");
        assertThat(missing(Tables.read(file, with("-999")), 1)).isEqualTo("#.#.");
        Table turned = Tables.read(file, with("-999").withSamplesAsColumns());
        assertThat(missing(turned, 1)).as("the second line").isEqualTo("#.");
    }

    @Test
    void wordsForInfinityMatchByTheirLetters() {
        Path file = SampleFiles.text(folder, "t.csv", "a,b", "1,inf", "inf,2", "3,4", "5,6");
        assertThat(missing(Tables.read(file, with("inf")), 0)).isEqualTo(".#..");
        assertThat(missing(Tables.collect(Tables.open(file, with("inf"))), 1)).isEqualTo("#...");
        Table other = Tables.read(file, with("-inf"));
        assertThat(missing(other, 0)).as("no number either").isEqualTo(".#..");
        assertThat(other.notes()).anySatisfy(note -> assertThat(note.message()).contains("no cell is '-inf'"));
    }

    private static String missing(Table table, int column) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < table.rows(); i++) {
            text.append(table.isMissing(i, column) ? '#' : '.');
        }
        return text.toString();
    }

    @Test
    void textsMatchByTheirLetters() {
        Path file = SampleFiles.text(folder, "t.csv", "id,n", "007,1", "7,2", "07,3", "7,4");
        ReadOptions options = with("7").withTypes(Map.of("id", ColumnType.CATEGORY));
        Table table = Tables.read(file, options);
        assertThat(SampleFiles.columns(table.schema())).isEqualTo("id:CATEGORY[007, 07] n:NUMBER");
        assertThat(missing(table, 0)).isEqualTo(".#.#");
    }

    @Test
    void aCopyReplacesThem() throws IOException {
        Path file = SampleFiles.text(folder, "t.csv", LINES);
        TableSource source = Tables.open(file, with("-999"));
        Table read = Tables.collect(source);
        double[] cells = new double[read.rows() * read.width()];
        read.copyCells(cells, 0);
        for (int i = 0; i < cells.length; i++) {
            cells[i] = Double.isNaN(cells[i]) ? 0 : cells[i];
        }
        Path target = folder.resolve("out.csv");
        try (TableCopy copy = Tables.copy(source, target, List.of(), WriteOptions.DEFAULT)) {
            copy.write(read.withCells(cells), FloatMatrix.zeros(read.rows(), 0));
            copy.commit();
        }
        assertThat(Files.readAllLines(target))
                .containsExactly("a,b,kind", "0,1,x", "2,0,y", "0,4,x", "5,0,y", "6,+7,x", "8,0,x", "9,0,y");
    }
}
