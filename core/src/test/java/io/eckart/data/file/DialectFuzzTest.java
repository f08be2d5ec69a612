package io.eckart.data.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.eckart.data.Column;
import io.eckart.data.DataException;
import io.eckart.data.Note;
import io.eckart.data.Table;
import io.eckart.data.format.ReadOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clean tables are written in many dialects and read back: every cell is the same, or the file is refused, or a note says so. */
class DialectFuzzTest {
    private static final int TABLES = 20;
    private static final int DIALECTS = 30;
    private static final long SEED = 5;

    @TempDir
    Path folder;

    private int same;
    private int noted;
    private int refused;

    @Test
    void everyCellIsTheSameOrNotedOrRefused() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < TABLES; i++) {
            CleanTable table = CleanTable.random(random.split());
            for (int j = 0; j < DIALECTS; j++) {
                check(table, Dialect.random(random.split()));
            }
        }
        assertThat(same)
                .as("same %d, noted %d, refused %d", same, noted, refused)
                .isGreaterThan(TABLES * DIALECTS * 6 / 10);
        assertThat(refused)
                .as("same %d, noted %d, refused %d", same, noted, refused)
                .isLessThan(TABLES * DIALECTS / 50);
    }

    private void check(CleanTable clean, Dialect dialect) {
        Path file = SampleFiles.bytes(folder, "t.csv", dialect.written(clean.names(), clean.columns()));
        Table read;
        try {
            read = Tables.read(file, ReadOptions.DEFAULT);
        } catch (DataException e) {
            refused++;
            return;
        }
        List<String> differences = differences(clean, dialect, read);
        List<String> silent =
                differences.stream().filter(d -> !isNoted(d, read)).toList();
        assertThat(silent)
                .as("%s%n%s%nnotes: %s", dialect, read.schema().columns(), read.notes())
                .isEmpty();
        if (differences.isEmpty()) {
            same++;
        } else {
            noted++;
        }
    }

    /** The names of the columns, as read, in which something is not as it was written. */
    private static List<String> differences(CleanTable clean, Dialect dialect, Table read) {
        List<Column> columns = read.schema().columns();
        if (read.rows() != clean.rows() || columns.size() != clean.names().size()) {
            return List.of("rows " + read.rows() + ", columns " + columns.size());
        }
        List<String> different = new ArrayList<>();
        for (int j = 0; j < columns.size(); j++) {
            Column column = columns.get(j);
            if (dialect.header() && !column.name().equals(clean.names().get(j))) {
                different.add("name " + column.name());
            }
            int feature = read.schema().features().indexOf(column);
            for (int i = 0; i < clean.rows(); i++) {
                Object value = clean.columns().get(j).get(i);
                if (feature < 0 ? value != null : !isSame(value, read.cell(i, feature), column, dialect.missing())) {
                    different.add(column.name());
                    break;
                }
            }
        }
        return different;
    }

    private static boolean isSame(@Nullable Object written, double read, Column column, String missing) {
        return switch (written) {
            // Among texts a word for a missing cell stays the text that it is.
            case null ->
                Double.isNaN(read)
                        || (!column.levels().isEmpty()
                                && column.levels().get((int) read).equals(missing));
            // Numbers are written with at most three decimals.
            case Double number -> Math.abs(number - read) < 5e-10 * Math.max(1, Math.abs(number));
            default ->
                !Double.isNaN(read)
                        && !column.levels().isEmpty()
                        && column.levels().get((int) read).equals(written.toString());
        };
    }

    /** A cell that is not the same is covered by a note that the column is left out or has other missing cells. */
    private static boolean isNoted(String column, Table read) {
        return read.notes().stream()
                .filter(note -> note.column().filter(column::equals).isPresent())
                .anyMatch(note -> note.kind() == Note.Kind.LEFT_OUT
                        || note.kind() == Note.Kind.MISSING
                        || note.kind() == Note.Kind.TYPE);
    }

    /** Columns of numbers, classes, words and dates, with holes. */
    private record CleanTable(List<String> names, List<List<@Nullable Object>> columns) {
        private static final List<String> TEXTS =
                List.of("red", "caf\u00e9", "two words", "a;b", "x,y", "Gr\u00f6\u00dfe");

        static CleanTable random(SplittableRandom random) {
            int rows = random.nextInt(12, 80);
            List<String> names = new ArrayList<>();
            List<List<@Nullable Object>> columns = new ArrayList<>();
            int numbers = random.nextInt(2, 5);
            for (int j = 0; j < numbers; j++) {
                names.add("value " + (char) ('a' + j));
                columns.add(numbers(random, rows, Math.pow(10, random.nextInt(0, 6))));
            }
            for (int j = 0; j < random.nextInt(3); j++) {
                names.add("class" + (j + 1));
                columns.add(classes(random, rows, random.nextInt(2, 5)));
            }
            return new CleanTable(names, columns);
        }

        private static List<@Nullable Object> numbers(SplittableRandom random, int rows, double size) {
            List<@Nullable Object> cells = new ArrayList<>();
            for (int i = 0; i < rows; i++) {
                double value = Math.rint((random.nextDouble() - 0.3) * size * 1000) / 1000;
                cells.add(random.nextInt(12) == 0 ? null : value + 0.0);
            }
            return cells;
        }

        private static List<@Nullable Object> classes(SplittableRandom random, int rows, int levels) {
            List<@Nullable Object> cells = new ArrayList<>();
            for (int i = 0; i < rows; i++) {
                cells.add(random.nextInt(15) == 0 ? null : TEXTS.get(random.nextInt(levels)));
            }
            return cells;
        }

        int rows() {
            return columns.getFirst().size();
        }
    }
}
