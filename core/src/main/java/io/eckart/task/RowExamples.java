package io.eckart.task;

import io.eckart.data.Column;
import io.eckart.data.ImageShape;
import io.eckart.data.Table;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Example rows, each in one or more versions, such as before and after cleaning: as cells, or as pixels if rows are images.
 *
 * @param of the number of rows that they are taken from
 * @param columns the columns whose cells are kept: the first ones of wide tables, none of images
 * @param image the shape if rows are images
 * @param views the names of the versions
 * @param rows ascending
 */
public record RowExamples(
        long of, List<String> columns, @Nullable ImageShape image, List<String> views, List<Example> rows) {
    /** Columns whose cells are kept. */
    public static final int MOST_COLUMNS = 40;

    private static final int MOST_ROWS = 2000;
    /** Bounds the size of a file with examples. */
    private static final int MOST_CELLS = 60_000;

    private static final int MOST_PIXELS = 3_000_000;

    /**
     * One row.
     *
     * @param row its number in the file, from 1
     * @param label if there is a label column
     * @param cells one list for each version: numbers, texts of levels, null where missing; none of images
     * @param pixels one for each version: a byte for each feature, 0 for black, in base64; none of tables
     */
    public record Example(long row, @Nullable String label, List<List<@Nullable Object>> cells, List<String> pixels) {}

    /**
     * Rows in one version.
     *
     * @param name such as {@code as they are}
     */
    public record View(String name, Table table) {}

    public RowExamples {
        columns = List.copyOf(columns);
        views = List.copyOf(views);
        rows = List.copyOf(rows);
    }

    /**
     * Examples of rows; if there are too many, rows at equal distances.
     *
     * @param of the number of all rows
     * @param numbers the number of each row in the file, from 1
     * @param views the same rows in each version; the first gives labels and the scale of pixels
     */
    public static RowExamples of(long of, long[] numbers, List<View> views) {
        Table first = views.getFirst().table();
        ImageShape image = first.schema().image().orElse(null);
        List<Column> columns = image != null
                ? List.of()
                : first.schema().features().stream().limit(MOST_COLUMNS).toList();
        int room = image != null ? MOST_PIXELS / image.features() : MOST_CELLS / Math.max(1, columns.size());
        int count = Math.min(first.rows(), Math.clamp(room / views.size(), 1, MOST_ROWS));
        Pixels pixels = image == null ? new Pixels(0, 1) : Pixels.of(first);
        List<Example> rows = new ArrayList<>();
        for (int e = 0; e < count; e++) {
            int i = (int) ((long) e * first.rows() / count);
            List<List<@Nullable Object>> cells = image != null
                    ? List.of()
                    : views.stream()
                            .map(view -> cells(view.table(), i, columns))
                            .toList();
            List<String> drawn = image == null
                    ? List.of()
                    : views.stream().map(view -> pixels.of(view.table(), i)).toList();
            rows.add(new Example(numbers[i], first.label(i), cells, drawn));
        }
        return new RowExamples(
                of,
                columns.stream().map(Column::name).toList(),
                image,
                views.stream().map(View::name).toList(),
                rows);
    }

    /** The cells of a row in these columns; null for missing cells and for columns that the table does not have. */
    private static List<@Nullable Object> cells(Table table, int row, List<Column> columns) {
        List<String> names =
                table.schema().features().stream().map(Column::name).toList();
        List<@Nullable Object> cells = new ArrayList<>();
        for (Column column : columns) {
            int j = names.indexOf(column.name());
            cells.add(j < 0 ? null : ShownCell.of(table, row, j));
        }
        return cells;
    }

    /** Maps values to bytes: the smaller of 0 and the least value is black, the largest white. */
    private record Pixels(double least, double most) {
        static Pixels of(Table table) {
            double least = 0;
            double most = 0;
            for (int i = 0; i < table.rows(); i++) {
                for (int j = 0; j < table.width(); j++) {
                    double value = table.cell(i, j);
                    least = value < least ? value : least;
                    most = value > most ? value : most;
                }
            }
            return new Pixels(least, most > least ? most : least + 1);
        }

        String of(Table table, int row) {
            byte[] bytes = new byte[table.width()];
            for (int j = 0; j < bytes.length; j++) {
                double part = (table.cell(row, j) - least) / (most - least);
                // A missing cell is grey.
                bytes[j] = (byte) (Double.isNaN(part) ? 128 : Math.round(255 * Math.clamp(part, 0, 1)));
            }
            return Base64.getEncoder().encodeToString(bytes);
        }
    }

    /** The numbers of the rows of a whole table, from 1. */
    public static long[] allRows(Table table) {
        return IntStream.range(0, table.rows()).mapToLong(i -> i + 1L).toArray();
    }
}
