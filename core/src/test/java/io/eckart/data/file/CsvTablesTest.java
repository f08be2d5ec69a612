package io.eckart.data.file;

import static io.eckart.data.file.SampleFiles.columns;
import static io.eckart.data.file.SampleFiles.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.eckart.data.ColumnType;
import io.eckart.data.Schema;
import io.eckart.data.Table;
import io.eckart.data.TableCursor;
import io.eckart.data.TableSource;
import io.eckart.data.format.ReadOptions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvTablesTest {
    @TempDir
    Path folder;

    private static Table read(Path file) {
        return Tables.read(file, ReadOptions.DEFAULT);
    }

    @Test
    void infersOneOfEachType() {
        Path file = text(
                folder,
                "mixed.csv",
                "size,alive,kind,note",
                "1.5,Yes,cat,one",
                "-2e3,no,dog,two",
                ",YES,cat,three",
                "+.5,No,,four",
                "7.,NA,dog,five");
        Table table = read(file);
        assertThat(columns(table.schema()))
                .isEqualTo("size:NUMBER alive:BOOLEAN[no, yes] kind:CATEGORY[cat, dog] note:IGNORED");
        assertThat(table.rows()).isEqualTo(5);
        assertThat(table.width()).isEqualTo(3);
        assertThat(column(table, 0)).containsExactly(1.5, -2000, Double.NaN, 0.5, 7);
        assertThat(column(table, 1)).containsExactly(1, 0, 1, 0, Double.NaN);
        assertThat(column(table, 2)).containsExactly(0, 1, 0, Double.NaN, 1);
    }

    @Test
    void zeroAndOneAreNumbersAndAnAllMissingColumnIsLeftOut() {
        Table table = read(text(folder, "zero.csv", "a,b", "0,", "1,NA", "0,?"));
        assertThat(columns(table.schema())).isEqualTo("a:NUMBER b:IGNORED");
    }

    @Test
    void numberColumnOfMoreThanFiftyTextsIsText() {
        List<String> lines = new ArrayList<>(List.of("few,many"));
        for (int i = 0; i < 204; i++) {
            lines.add("f" + i % 50 + ",m" + i % 51);
        }
        Table table = read(text(folder, "levels.csv", lines.toArray(new String[0])));
        assertThat(table.schema().columns().get(0).levels()).hasSize(50).isSorted();
        assertThat(table.schema().columns().get(1).type()).isEqualTo(ColumnType.IGNORED);
    }

    @Test
    void quotedFieldsDelimitersAndLineNumbers() {
        Table table = Tables.read(
                text(folder, "q.csv", "\"a;b\";label;n", "1;\"x \"\"y\"\"; z\";2", "", "3;\"two\nlines\";4"),
                ReadOptions.DEFAULT.withLabel("label"));
        assertThat(table.schema().columns().getFirst().name()).isEqualTo("a;b");
        assertThat(table.label(0)).isEqualTo("x \"y\"; z");
        assertThat(table.label(1)).isEqualTo("two\nlines");
        assertThat(table.cell(1, 1)).isEqualTo(4);
    }

    @Test
    void everyDelimiterIsFoundOut() {
        for (String delimiter : List.of(",", ";", "\t", "|")) {
            Path file = text(folder, "d.txt", "a" + delimiter + "b", "1" + delimiter + "2.5");
            assertThat(read(file).cell(0, 1)).as("delimiter '%s'", delimiter).isEqualTo(2.5);
        }
    }

    @Test
    void delimitersInQuotesAndInNumbersAreNotCounted() {
        String quoted = "name;\"street, number, city\"";
        assertThat(columns(read(text(folder, "quoted.csv", quoted, "1;2")).schema()))
                .isEqualTo("name:NUMBER street, number, city:NUMBER");
        assertThat(columns(read(text(folder, "first.csv", "\"a;b;c\",d", "1,2")).schema()))
                .isEqualTo("a;b;c:NUMBER d:NUMBER");
        assertThat(columns(read(text(folder, "n.csv", "1,5;2,5;x", "1;3;y", "2;4;y"))
                        .schema()))
                .isEqualTo("c1:NUMBER c2:NUMBER c3:IGNORED");
        assertThat(columns(read(text(folder, "open.csv", "5\" disk;a", "1;2")).schema()))
                .isEqualTo("5\" disk:NUMBER a:NUMBER");
    }

    @Test
    void withoutHeaderColumnsAreNumbered() {
        Table table = read(text(folder, "plain.csv", "1,2", "3,4"));
        assertThat(columns(table.schema())).isEqualTo("c1:NUMBER c2:NUMBER");
        assertThat(table.rows()).isEqualTo(2);
    }

    @Test
    void byteOrderMarkCarriageReturnsAndGzip() {
        byte[] content = "\uFEFFa,b\r\n1,2\r\n".getBytes(StandardCharsets.UTF_8);
        Path packed = SampleFiles.bytes(folder, "bom.csv.gz", SampleFiles.gzip(content));
        assertThat(columns(read(packed).schema())).isEqualTo("a:NUMBER b:NUMBER");
        assertThat(column(read(packed), 1)).containsExactly(2);
    }

    @Test
    void sameNumbersInEveryLocale() {
        Path file = text(folder, "locale.csv", "a", "1.5", "2.25");
        Locale before = Locale.getDefault();
        try {
            for (String tag : List.of("de-DE", "ar-EG", "tr-TR")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                assertThat(column(read(file), 0)).as(tag).containsExactly(1.5, 2.25);
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void userMarkersAreMissing() {
        ReadOptions options = ReadOptions.DEFAULT.withMissing(Set.of("-999", "n. d."));
        Table table = Tables.read(text(folder, "m.csv", "a", "1", "-999", "n. d.", "-9990"), options);
        assertThat(column(table, 0)).containsExactly(1, Double.NaN, Double.NaN, -9990);
    }

    @Test
    void overridesChangeTypes() {
        Path file = text(folder, "o.csv", "a,b,c,d", "1,x,5,y", "2,z,6,y", "1,x,7,y");
        ReadOptions options = ReadOptions.DEFAULT
                .withTypes(Map.of("a", ColumnType.CATEGORY, "b", ColumnType.BOOLEAN))
                .withIgnored(Set.of("c"))
                .withLabel("d");
        Table table = Tables.read(file, options);
        assertThat(columns(table.schema())).isEqualTo("a:CATEGORY[1, 2] b:BOOLEAN[x, z] c:IGNORED d:LABEL");
        assertThat(column(table, 0)).containsExactly(0, 1, 0);
        assertThat(table.label(2)).isEqualTo("y");
    }

    @Test
    void newDataAreMatchedByNameInTheOrderOfTheModel() {
        Schema model = read(text(
                        folder, "train.csv", "a,kind,b,flag", "1,x,2,true", "3,y,4,false", "5,x,6,true", "5,y,6,true"))
                .schema();
        Path file = text(folder, "new.csv", "extra,b,flag,kind,a", "9,20,TRUE,y,10");
        Table table = Tables.read(file, ReadOptions.DEFAULT.expecting(model));
        assertThat(table.schema().features()).isEqualTo(model.features());
        assertThat(row(table, 0)).containsExactly(10, 1, 20, 1);
    }

    @Test
    void namesThatLookLikeNumbersAreFoundAgain() {
        Path file = text(folder, "codes.csv", "20,11", "1,2");
        Schema model = Tables.open(file, ReadOptions.DEFAULT.withHeader(true)).schema();
        assertThat(columns(model)).isEqualTo("20:NUMBER 11:NUMBER");
        assertThat(Tables.read(file, ReadOptions.DEFAULT.expecting(model)).rows())
                .isEqualTo(1);
        Schema plain = read(text(folder, "plain.csv", "1,2", "3,4")).schema();
        assertThat(read(file).schema()).isEqualTo(plain);
        assertThat(Tables.read(folder.resolve("plain.csv"), ReadOptions.DEFAULT.expecting(plain))
                        .rows())
                .isEqualTo(2);
    }

    @Test
    void theLabelOfTheModelMayBeAbsent() {
        Schema model = Tables.read(text(folder, "train.csv", "a,y", "1,p", "2,q"), ReadOptions.DEFAULT.withLabel("y"))
                .schema();
        ReadOptions options = ReadOptions.DEFAULT.expecting(model);
        Table without = Tables.read(text(folder, "without.csv", "a", "7"), options);
        Table with = Tables.read(text(folder, "with.csv", "y,a", "new,7"), options);
        assertThat(without.schema().label()).isEmpty();
        assertThat(with.label(0)).isEqualTo("new");
        assertThat(row(with, 0)).containsExactly(7);
    }

    @Test
    void smallChunksGiveTheSameRows() {
        List<String> lines = new ArrayList<>(List.of("a,b,y"));
        for (int i = 0; i < 100; i++) {
            lines.add(2 * i + "," + (i * 0.5) + ",l" + i % 3);
        }
        Path file = text(folder, "chunks.csv", lines.toArray(new String[0]));
        ReadOptions options = ReadOptions.DEFAULT.withLabel("y");
        Table whole = Tables.read(file, options);
        for (int cells : new int[] {1, 7, 64, 200}) {
            TableSource source = Tables.open(file, options, cells);
            assertThat(source.rowCount()).hasValue(100);
            int seen = 0;
            try (TableCursor cursor = source.open()) {
                for (Table chunk = cursor.next(); chunk != null; chunk = cursor.next()) {
                    assertThat(chunk.rows()).isBetween(1, Math.max(1, cells / 2));
                    for (int i = 0; i < chunk.rows(); i++, seen++) {
                        assertThat(row(chunk, i))
                                .as("row %d in chunks of %d cells", seen, cells)
                                .isEqualTo(row(whole, seen));
                        assertThat(chunk.label(i)).isEqualTo(whole.label(seen));
                    }
                }
            }
            assertThat(seen).isEqualTo(100);
        }
    }

    @Test
    void columnsAsSamplesGiveTheRowsOfTheTransposedFile() {
        Path rows = text(folder, "rows.csv", "1,2,3", "4,NA,6");
        Path columns = text(folder, "columns.csv", "s1;s2", "1;4", "2;", "3;6");
        Table plain = read(rows);
        Table swapped = Tables.read(columns, ReadOptions.DEFAULT.withSamplesAsColumns());
        assertThat(swapped.schema()).isEqualTo(plain.schema());
        assertThat(swapped.rows()).isEqualTo(2);
        for (int i = 0; i < 2; i++) {
            assertThat(row(swapped, i)).isEqualTo(row(plain, i));
        }
    }

    @Test
    void oneColumnOneRowAndManyColumns() {
        assertThat(column(read(text(folder, "one.csv", "a", "3")), 0)).containsExactly(3);
        assertThat(column(read(text(folder, "holes.csv", "a", "3", "\"\"", "", "4")), 0))
                .containsExactly(3, Double.NaN, 4);
        String wide = "1,".repeat(29_999) + "2";
        assertThat(read(text(folder, "wide.csv", wide)).cell(0, 29_999)).isEqualTo(2);
    }

    static double[] column(Table table, int column) {
        double[] cells = new double[table.rows()];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = table.cell(i, column);
        }
        return cells;
    }

    static double[] row(Table table, int row) {
        double[] cells = new double[table.width()];
        for (int j = 0; j < cells.length; j++) {
            cells[j] = table.cell(row, j);
        }
        return cells;
    }
}
