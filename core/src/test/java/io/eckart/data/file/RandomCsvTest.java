package io.eckart.data.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.eckart.data.ColumnType;
import io.eckart.data.DataException;
import io.eckart.data.Table;
import io.eckart.data.TableCursor;
import io.eckart.data.TableSource;
import io.eckart.data.format.ReadOptions;
import io.eckart.data.format.TableCopy;
import io.eckart.data.format.WriteOptions;
import io.eckart.numerics.FloatMatrix;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random files with quotes, blanks, empty lines, byte order marks and line ends of all kinds. */
class RandomCsvTest {
    private static final int FILES = 300;

    @TempDir
    Path folder;

    private static ReadOptions options(RandomCsv csv) {
        List<String> names =
                csv.header() ? List.of(csv.firstName(), "b", "c", "d", "e") : List.of("c1", "c2", "c3", "c4", "c5");
        return ReadOptions.DEFAULT
                .withDelimiter(csv.delimiter())
                .withHeader(csv.header())
                .withMissing(csv.missing())
                .withTypes(Map.of(
                        names.get(0), ColumnType.NUMBER,
                        names.get(1), ColumnType.CATEGORY,
                        names.get(2), ColumnType.IGNORED,
                        names.get(3), ColumnType.NUMBER))
                .withLabel(names.get(4));
    }

    private Path file(RandomCsv csv) {
        return csv.packed()
                ? SampleFiles.bytes(folder, "random.csv.gz", SampleFiles.gzip(csv.content()))
                : SampleFiles.bytes(folder, "random.csv", csv.content());
    }

    @Test
    void copiesKeepEveryByte() throws IOException {
        int copied = 0;
        for (int seed = 0; seed < FILES; seed++) {
            RandomCsv csv = new RandomCsv(new SplittableRandom(seed));
            Path copy = folder.resolve("copy.csv");
            try {
                copy(Tables.open(file(csv), options(csv), 16), copy);
            } catch (DataException e) {
                continue;
            }
            copied++;
            assertThat(Files.readString(copy))
                    .as("seed %d", seed)
                    .isEqualTo(new String(csv.content(), StandardCharsets.UTF_8));
        }
        assertThat(copied).as("files without an error").isBetween(FILES / 2, FILES - 10);
    }

    private static void copy(TableSource source, Path target) {
        try (TableCursor cursor = source.open();
                TableCopy copy = Tables.copy(source, target, List.of(), WriteOptions.DEFAULT.withForce(true))) {
            for (Table chunk = cursor.next(); chunk != null; chunk = cursor.next()) {
                copy.write(chunk, FloatMatrix.zeros(chunk.rows(), 0));
            }
            copy.commit();
        }
    }

    @Test
    void chunksOfAnySizeGiveTheSameRowsAndErrors() {
        for (int seed = 0; seed < FILES / 3; seed++) {
            RandomCsv csv = new RandomCsv(new SplittableRandom(seed));
            Path file = file(csv);
            List<String> whole = rows(file, options(csv), 1 << 19);
            for (int cells : new int[] {1, 10, 200}) {
                assertThat(rows(file, options(csv), cells))
                        .as("seed %d, chunks of %d cells", seed, cells)
                        .isEqualTo(whole);
            }
        }
    }

    /** Every row as text, or what is wrong with the file. */
    private static List<String> rows(Path file, ReadOptions options, int chunkCells) {
        List<String> rows = new ArrayList<>();
        try {
            TableSource source = Tables.open(file, options, chunkCells);
            rows.add(source.schema().columns().toString());
            try (TableCursor cursor = source.open()) {
                for (Table chunk = cursor.next(); chunk != null; chunk = cursor.next()) {
                    for (int i = 0; i < chunk.rows(); i++) {
                        rows.add(chunk.cell(i, 0) + "|" + chunk.cell(i, 1) + "|" + chunk.cell(i, 2) + "|"
                                + chunk.label(i));
                    }
                }
            }
            return rows;
        } catch (DataException e) {
            return List.of(String.valueOf(e.getMessage()));
        }
    }
}
