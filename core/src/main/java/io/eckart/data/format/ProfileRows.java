package io.eckart.data.format;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What the rows of a block show of the columns; and their numbers, as long as they are to be kept. */
final class ProfileRows implements CsvRows {
    private final MissingMarkers missing;
    private final @Nullable ColumnProfile[] whole;
    private final @Nullable ColumnProfile[] parts;
    private final boolean[] textual;
    private final long[] texts;
    private final KeptNumbers kept;
    private boolean keeps;
    private double[] cells = {};
    private int rows;

    /**
     * For one block after the other.
     *
     * @param whole the profiles of all rows, which blocks are merged into; null for columns without one
     * @param kept what the numbers are given to
     */
    ProfileRows(MissingMarkers missing, @Nullable ColumnProfile[] whole, KeptNumbers kept) {
        this.missing = missing;
        this.whole = whole;
        this.parts = new ColumnProfile[whole.length];
        this.textual = new boolean[whole.length];
        this.texts = new long[whole.length];
        this.kept = kept;
    }

    int rows() {
        return rows;
    }

    /**
     * Adds the block to the whole.
     *
     * @param before how many lines stand before the block
     * @param bytes how many bytes of the file were read up to its end
     */
    void merge(long before, long bytes) {
        for (int j = 0; j < whole.length; j++) {
            ColumnProfile all = whole[j];
            ColumnProfile part = parts[j];
            if (all != null && part != null) {
                part.addNumbers(rows - texts[j]);
                all.merge(part, before);
            }
        }
        if (keeps && kept.isPossible()) {
            keep(bytes);
        }
    }

    private void keep(long bytes) {
        for (ColumnProfile all : whole) {
            if (all == null || all.hasTexts()) {
                kept.giveUp();
                return;
            }
        }
        kept.take(cells, rows, whole.length, bytes);
    }

    @Override
    public void clear() {
        rows = 0;
        keeps = kept.isPossible();
        makeRoom();
        for (int j = 0; j < whole.length; j++) {
            ColumnProfile all = whole[j];
            parts[j] = all == null ? null : all.part();
            textual[j] = all != null && all.collects();
            texts[j] = 0;
        }
    }

    @Override
    public boolean[] textual() {
        return textual;
    }

    /** Numbers that need not be collected are counted at the end: those are all cells that did not come as texts. */
    @Override
    public void numbers(double[] values) {
        if (keeps) {
            System.arraycopy(values, 0, cells, rows * values.length, values.length);
        }
    }

    @Override
    public void cell(long row, int column, char[] buffer, int from, int to) {
        texts[column]++;
        ColumnProfile part = parts[column];
        boolean absent = missing.matches(buffer, from, to);
        if (keeps) {
            cells[rows * whole.length + column] = missing.number(buffer, from, to);
        }
        if (part != null && !absent) {
            part.add(row, buffer, from, to);
            textual[column] = part.collects();
        }
    }

    @Override
    public void endRow() {
        rows++;
        makeRoom();
    }

    /** For one row more. */
    private void makeRoom() {
        int needed = (rows + 1) * whole.length;
        if (keeps && needed > cells.length) {
            cells = Arrays.copyOf(cells, 2 * needed);
        }
    }
}
