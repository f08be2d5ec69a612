package io.eckart.data.format;

import io.eckart.data.ColumnType;
import io.eckart.data.Schema;
import io.eckart.data.Table;
import java.util.Arrays;

/**
 * The cells of a file whose columns are all numbers, kept while its columns are found out, so that it need not be read a
 * second time. Given up as soon as a cell is neither a number nor missing.
 */
final class KeptNumbers {
    /** A guess of the rows in the file is made this much too large, since to be short by one row costs a copy. */
    private static final double MARGIN = 1.01;
    /** Rows that come later may be longer than those the guess rests on, so room grows at most so many times at once. */
    private static final long MOST_GROWTH = 4;
    /** More room to spare than this part of the cells is not kept. */
    private static final int SPARE = 16;

    private final InputFile file;
    private double[] cells = {};
    private long rows;
    private boolean possible = true;

    KeptNumbers(InputFile file) {
        this.file = file;
    }

    /** For who reads the file a second time in any case. */
    static KeptNumbers none(InputFile file) {
        KeptNumbers kept = new KeptNumbers(file);
        kept.giveUp();
        return kept;
    }

    boolean isPossible() {
        return possible;
    }

    void giveUp() {
        possible = false;
        cells = new double[0];
    }

    /**
     * Takes the next rows of the file.
     *
     * @param some row-major, with as many cells for each row as the file has columns
     * @param bytes how many bytes of the unpacked file the rows taken so far and these came from
     */
    void take(double[] some, int count, int columns, long bytes) {
        long needed = (rows + count) * columns;
        if (needed > TableCollector.LONGEST_ARRAY) {
            giveUp();
            return;
        }
        if (needed > cells.length) {
            double whole = file.isGzip() ? 2 * bytes : Math.max(bytes, file.size());
            double guess = MARGIN * (rows + count) * whole / bytes;
            long room = Math.clamp((long) guess, rows + count, MOST_GROWTH * (rows + count));
            cells = Arrays.copyOf(cells, (int) Math.min(TableCollector.LONGEST_ARRAY, room * columns));
        }
        System.arraycopy(some, 0, cells, (int) rows * columns, count * columns);
        rows += count;
    }

    /** Whether these are all cells of a table with this schema. */
    boolean areAllOf(Schema schema) {
        return possible && rows > 0 && schema.columns().stream().allMatch(column -> column.type() == ColumnType.NUMBER);
    }

    /** The table; to be called once. */
    Table table(Schema schema) {
        int length = (int) rows * schema.columns().size();
        double[] all = cells.length - length > length / SPARE ? Arrays.copyOf(cells, length) : cells;
        return new Table(file.name(), schema, (int) rows, all, null);
    }
}
