package io.eckart.data.format.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eckart.data.DataException;
import io.eckart.data.format.InputFile;
import io.eckart.data.format.MissingMarkers;
import io.eckart.data.format.ReadOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows that are cut into cells ahead are those of the file, wherever the blocks between the threads end. */
@Timeout(60)
class CsvRowsTest {
    private static final int BLOCK = 1 << 16;
    /** Characters in the cells of a plain row, so that a whole number of rows fills a block. */
    private static final int ROW = 16;

    private static final int ROWS_OF_BLOCK = BLOCK / ROW;

    @TempDir
    Path folder;

    /** The cells of a row and its line. */
    private record Row(long line, List<String> cells) {}

    private CsvRows open(CharSequence text) throws IOException {
        InputFile file = InputFile.of(Files.writeString(folder.resolve("t.csv"), text));
        ReadOptions options = ReadOptions.DEFAULT;
        return new CsvRows(file, CsvLayout.of(file, options, new MissingMarkers(options.missing())));
    }

    private static List<Row> rows(CsvRows rows) {
        List<Row> all = new ArrayList<>();
        for (Row row = next(rows); row != null; row = next(rows)) {
            all.add(row);
        }
        assertThat(next(rows)).isNull();
        return all;
    }

    private static @Nullable Row next(CsvRows rows) {
        List<String> cells = new ArrayList<>();
        long[] lines = new long[1];
        boolean any = rows.next((line, column, buffer, from, to) -> {
            assertThat(column).isEqualTo(cells.size());
            cells.add(new String(buffer, from, to - from));
            lines[0] = line;
        });
        return any ? new Row(lines[0], cells) : null;
    }

    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("eckart-"))
                .count();
    }

    @AfterEach
    void noThreadIsLeft() {
        assertThat(threads()).isZero();
    }

    private static List<String> plain(int i) {
        return List.of("%08d".formatted(i), "%07d".formatted(i), "x");
    }

    private static StringBuilder plainRows(int count) {
        StringBuilder text = new StringBuilder("a,b,c\n");
        for (int i = 0; i < count; i++) {
            text.append(String.join(",", plain(i))).append('\n');
        }
        return text;
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                0,
                1,
                2,
                ROWS_OF_BLOCK - 1,
                ROWS_OF_BLOCK,
                ROWS_OF_BLOCK + 1,
                2 * ROWS_OF_BLOCK,
                7 * ROWS_OF_BLOCK + 3
            })
    void anyNumberOfRows(int count) throws IOException {
        try (CsvRows rows = open(plainRows(count))) {
            for (int i = 0; i < count; i++) {
                assertThat(next(rows)).isEqualTo(new Row(i + 2, plain(i)));
                assertThat(rows.characters()).isEqualTo((i + 1L) * (ROW + 3) + "a,b,c\n".length());
            }
            assertThat(rows(rows)).isEmpty();
        }
    }

    @Test
    void quotedCellsLinesAndHeadersOfAnyLengthOverTheEndsOfBlocks() throws IOException {
        SplittableRandom random = new SplittableRandom(5);
        StringBuilder text = new StringBuilder("a,b,c\n");
        List<Row> expected = new ArrayList<>();
        long line = 2;
        for (int i = 0; i < 2000; i++) {
            String cell = "y".repeat(random.nextInt(10) == 0 ? random.nextInt(3 * BLOCK / 100) : random.nextInt(9));
            String quoted = i == 700 ? "long, " + "z".repeat(3 * BLOCK) + "\nend" : "q \"" + cell + "\"\nw";
            text.append(i)
                    .append(", ")
                    .append(cell)
                    .append(" ,\"")
                    .append(quoted.replace("\"", "\"\""))
                    .append("\"\n");
            expected.add(new Row(line, List.of("" + i, cell, quoted)));
            line += 2;
            if (random.nextInt(5) == 0) {
                text.append(random.nextBoolean() ? "\n" : "   \n");
                line++;
            }
        }
        try (CsvRows rows = open(text)) {
            assertThat(rows(rows)).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, ROWS_OF_BLOCK - 2, ROWS_OF_BLOCK - 1, ROWS_OF_BLOCK, ROWS_OF_BLOCK + 1, 3 * ROWS_OF_BLOCK})
    void theRowsBeforeABadOneArriveAndThenItsError(int bad) throws IOException {
        int count = 5 * ROWS_OF_BLOCK;
        StringBuilder text = plainRows(count);
        int at = 6 + bad * (ROW + 3);
        text.replace(at, at + ROW + 2, "7,8");
        try (CsvRows rows = open(text)) {
            for (int i = 0; i < bad; i++) {
                assertThat(next(rows)).isEqualTo(new Row(i + 2, plain(i)));
            }
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(() -> next(rows))
                        .isInstanceOf(DataException.class)
                        .hasMessageContaining("row " + (bad + 2) + ": expected 3 cells as in the first row, found 2");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, ROWS_OF_BLOCK, ROWS_OF_BLOCK + 1, 3 * ROWS_OF_BLOCK})
    void closingEarlyEndsTheThreads(int taken) throws IOException {
        try (CsvRows rows = open(plainRows(40 * ROWS_OF_BLOCK))) {
            for (int i = 0; i < taken; i++) {
                assertThat(next(rows)).isNotNull();
            }
            assertThat(threads()).isEqualTo(taken > ROWS_OF_BLOCK ? 2 : taken > 0 ? 1 : 0);
        }
    }

    @Test
    void aFailureOfTheOneThatTakesTheCellsEndsTheThreads() throws IOException {
        assertThatThrownBy(() -> {
                    try (CsvRows rows = open(plainRows(40 * ROWS_OF_BLOCK))) {
                        for (int i = 0; i < 2 * ROWS_OF_BLOCK; i++) {
                            next(rows);
                        }
                        assertThat(threads()).isEqualTo(2);
                        rows.next((line, column, buffer, from, to) -> {
                            throw new IllegalStateException("cell");
                        });
                    }
                })
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("cell");
    }

    @Test
    void interruptedWhileReading() throws IOException {
        try (CsvRows rows = open(plainRows(40 * ROWS_OF_BLOCK))) {
            next(rows);
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> rows(rows))
                    .isInstanceOf(DataException.class)
                    .hasMessageContaining("interrupted");
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }
}
