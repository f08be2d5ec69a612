package io.eckart.numerics;

/**
 * Cuts a stream of rows, which arrives in chunks of any size, into blocks of a fixed number of rows counted from the first row
 * of the stream. Results computed block by block therefore do not depend on the chunks. Only the last block may be shorter.
 */
public final class RowBlocks {

    /** Takes the rows that start at {@code offset}; the array is valid during the call only. */
    @FunctionalInterface
    public interface Block {
        void take(float[] values, int offset, int rows);
    }

    private final int columns;
    private final int rows;
    private final Block block;
    private final float[] pending;
    private int pendingRows;

    public RowBlocks(int columns, int rows, Block block) {
        this.columns = columns;
        this.rows = rows;
        this.block = block;
        this.pending = new float[Shapes.length(rows, columns)];
    }

    /**
     * Adds rows, and hands on the blocks that they fill.
     *
     * @throws IllegalArgumentException if the chunk has another number of columns
     */
    public void add(FloatMatrix chunk) {
        if (chunk.columns() != columns) {
            throw new IllegalArgumentException(
                    "rows of " + columns + " columns are expected, got " + chunk.rows() + " x " + chunk.columns());
        }
        int from = 0;
        while (from < chunk.rows()) {
            from += pendingRows == 0 && chunk.rows() - from >= rows ? takeWhole(chunk, from) : append(chunk, from);
        }
    }

    private int takeWhole(FloatMatrix chunk, int from) {
        block.take(chunk.values(), from * columns, rows);
        return rows;
    }

    private int append(FloatMatrix chunk, int from) {
        int count = Math.min(rows - pendingRows, chunk.rows() - from);
        System.arraycopy(chunk.values(), from * columns, pending, pendingRows * columns, count * columns);
        pendingRows += count;
        if (pendingRows == rows) {
            finish();
        }
        return count;
    }

    /** Passes on the remaining rows, which do not fill a block. */
    public void finish() {
        if (pendingRows > 0) {
            block.take(pending, 0, pendingRows);
            pendingRows = 0;
        }
    }
}
