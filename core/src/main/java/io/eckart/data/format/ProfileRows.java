package io.eckart.data.format;

import org.jspecify.annotations.Nullable;

/** What the rows of a block show of the columns. */
final class ProfileRows implements CsvRows {
    private final MissingMarkers missing;
    private final @Nullable ColumnProfile[] whole;
    private final @Nullable ColumnProfile[] parts;
    private final boolean[] textual;
    private final long[] texts;
    private long rows;

    /** @param whole the profiles of all rows, which blocks are merged into; null for columns without one */
    ProfileRows(MissingMarkers missing, @Nullable ColumnProfile[] whole) {
        this.missing = missing;
        this.whole = whole;
        this.parts = new ColumnProfile[whole.length];
        this.textual = new boolean[whole.length];
        this.texts = new long[whole.length];
    }

    long rows() {
        return rows;
    }

    /** @param before how many lines stand before the block */
    void merge(long before) {
        for (int j = 0; j < whole.length; j++) {
            ColumnProfile all = whole[j];
            ColumnProfile part = parts[j];
            if (all != null && part != null) {
                part.addNumbers(rows - texts[j]);
                all.merge(part, before);
            }
        }
    }

    @Override
    public void clear() {
        rows = 0;
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
    public void numbers(double[] values) {}

    @Override
    public void cell(long row, int column, char[] buffer, int from, int to) {
        texts[column]++;
        ColumnProfile part = parts[column];
        if (part != null && !missing.matches(buffer, from, to)) {
            part.add(row, buffer, from, to);
            textual[column] = part.collects();
        }
    }

    @Override
    public void endRow() {
        rows++;
    }
}
