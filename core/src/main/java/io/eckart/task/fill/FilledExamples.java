package io.eckart.task.fill;

import io.eckart.data.Column;
import io.eckart.data.Schema;
import io.eckart.data.Table;
import io.eckart.task.RowExamples;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Example rows with missing cells, before and after filling, at equal distances among all such rows. They are gathered in one pass: every
 * s-th row with a missing cell is kept, and s doubles whenever twice as many as needed are there. Of a wide table the columns that are
 * missing most often in these rows are shown.
 */
final class FilledExamples {
    private static final int MAX_ROWS = 200;

    private final List<Row> kept = new ArrayList<>();
    private String name = "";
    private Schema schema = Schema.of(List.of());
    private long seen;
    private long incomplete;
    private long stride = 1;

    /** A row by its number from 1, its cells before and after. */
    @SuppressWarnings("ArrayRecordComponent") // cells are copied on, never compared
    private record Row(
            long number,
            double[] before,
            double[] after,
            @Nullable String label) {}

    /**
     * Takes the next rows of the pass.
     *
     * @param filled the same rows and columns without missing cells
     * @throws IllegalArgumentException if it has other rows or columns
     */
    public void add(Table rows, Table filled) {
        if (filled.rows() != rows.rows() || filled.width() != rows.width()) {
            throw new IllegalArgumentException("filled are " + filled.rows() + " x " + filled.width() + " cells, not "
                    + rows.rows() + " x " + rows.width());
        }
        name = rows.name();
        schema = rows.schema();
        for (int i = 0; i < rows.rows(); i++) {
            seen++;
            if (hasMissingCell(rows, i) && incomplete++ % stride == 0) {
                kept.add(new Row(seen, cells(rows, i), cells(filled, i), rows.label(i)));
                thinOut();
            }
        }
    }

    private static boolean hasMissingCell(Table rows, int i) {
        for (int j = 0; j < rows.width(); j++) {
            if (rows.isMissing(i, j)) {
                return true;
            }
        }
        return false;
    }

    private static double[] cells(Table rows, int i) {
        double[] cells = new double[rows.width()];
        for (int j = 0; j < cells.length; j++) {
            cells[j] = rows.cell(i, j);
        }
        return cells;
    }

    private void thinOut() {
        if (kept.size() == 2 * MAX_ROWS) {
            for (int i = kept.size() - 1; i > 0; i -= 2) {
                kept.remove(i);
            }
            stride *= 2;
        }
    }

    /** The rows gathered; empty if no row had a missing cell. */
    public Optional<RowExamples> examples() {
        if (kept.isEmpty()) {
            return Optional.empty();
        }
        int[] columns = schema.image().isPresent()
                ? IntStream.range(0, schema.features().size()).toArray()
                : shownColumns();
        RowExamples.View before = new RowExamples.View("as it is", table(Row::before, columns));
        RowExamples.View after = new RowExamples.View("filled", table(Row::after, columns));
        long[] numbers = kept.stream().mapToLong(Row::number).toArray();
        return Optional.of(RowExamples.of(incomplete, numbers, List.of(before, after)));
    }

    /** As many columns as are shown, in their order. */
    private int[] shownColumns() {
        long[] missing = new long[schema.features().size()];
        for (Row row : kept) {
            for (int j = 0; j < missing.length; j++) {
                missing[j] += Double.isNaN(row.before()[j]) ? 1 : 0;
            }
        }
        return IntStream.range(0, missing.length)
                .boxed()
                .sorted(Comparator.comparingLong(j -> -missing[j]))
                .limit(RowExamples.MOST_COLUMNS)
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
    }

    private Table table(Function<Row, double[]> version, int[] columns) {
        double[] cells = kept.stream()
                .map(version)
                .flatMapToDouble(row -> Arrays.stream(columns).mapToDouble(j -> row[j]))
                .toArray();
        List<Column> shown = new ArrayList<>();
        for (int j : columns) {
            shown.add(schema.features().get(j));
        }
        schema.label().ifPresent(shown::add);
        @Nullable
        String @Nullable [] labels =
                schema.label().isPresent() ? kept.stream().map(Row::label).toArray(String[]::new) : null;
        return new Table(name, new Schema(shown, schema.image()), kept.size(), cells, labels);
    }
}
