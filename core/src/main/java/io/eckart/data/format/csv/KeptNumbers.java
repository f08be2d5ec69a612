package io.eckart.data.format.csv;

import io.eckart.data.ColumnType;
import io.eckart.data.Schema;
import io.eckart.data.Table;
import io.eckart.data.format.InputFile;
import io.eckart.data.format.TableCollector;
import java.util.Arrays;

/**
 * The cells of a file whose columns are all numbers, kept while the types of its columns are found, so that it need not be read a
 * second time. Given up as soon as a cell is neither a number nor missing.
 */
final class KeptNumbers {
    private static final int FIRST_CELLS = 1 << 14;
    /** An estimate of the rows in the file is made this much larger, since one row too few costs a copy. */
    private static final double MARGIN = 1.01;
    /** Later rows may be longer than those the estimate rests on, so room grows at most so many times at once. */
    private static final long MOST_GROWTH = 4;
    /** If the unused part is larger than this fraction of the cells, it is not kept. */
    private static final int SPARE = 16;

    private final InputFile file;
    private double[] cells = {};
    private int count;
    private boolean possible = true;

    KeptNumbers(InputFile file) {
        this.file = file;
    }

    /** For a file that is read a second time in any case. */
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

    /** Takes the next cell; there must be {@link #makeRoom room} for its row. */
    void add(boolean missing, double number) {
        if (!missing && Double.isNaN(number)) {
            giveUp();
        } else {
            cells[count++] = missing ? Double.NaN : number;
        }
    }

    /**
     * Makes room for one more row.
     *
     * @param characters how many characters of the file the rows so far came from
     */
    void makeRoom(int columns, long characters) {
        long needed = (long) count + columns;
        if (!possible || needed <= cells.length) {
            return;
        }
        if (needed > TableCollector.LONGEST_ARRAY) {
            giveUp();
            return;
        }
        double whole = file.isGzip() ? 2 * characters : Math.max(characters, file.size());
        long estimate = count == 0 ? FIRST_CELLS : (long) (MARGIN * count * whole / characters) + columns;
        long room = Math.clamp(estimate, needed, Math.max(needed, count == 0 ? FIRST_CELLS : MOST_GROWTH * count));
        cells = Arrays.copyOf(cells, (int) Math.min(TableCollector.LONGEST_ARRAY, room));
    }

    /** Whether these are all cells of a table with this schema. */
    boolean areAllOf(Schema schema) {
        return possible
                && count > 0
                && schema.columns().stream().allMatch(column -> column.type() == ColumnType.NUMBER);
    }

    /** The table; to be called once. */
    Table table(Schema schema) {
        double[] all = cells.length - count > count / SPARE ? Arrays.copyOf(cells, count) : cells;
        return new Table(file.name(), schema, count / schema.columns().size(), all, null);
    }
}
