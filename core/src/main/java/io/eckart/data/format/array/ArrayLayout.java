package io.eckart.data.format.array;

import io.eckart.data.Remedy;
import io.eckart.data.format.Chunks;
import io.eckart.data.format.InputFile;
import java.nio.ByteOrder;

/**
 * Where the numbers of a file with an n x d array stand.
 *
 * @param offset bytes before the first number
 * @param rows samples, at least 1
 * @param columns features, 1 to 2^24
 */
record ArrayLayout(NumberType type, ByteOrder order, long offset, long rows, int columns) {
    private static final long MOST_COLUMNS = 1 << 24;
    /** Deflate packs at most 1032 to 1. */
    private static final long BEST_PACKING = 1040;

    /**
     * Checks a header against the size of the file, before anything is allocated for it.
     *
     * @throws io.eckart.data.DataException if the sizes are zero, too large or not those of the file
     */
    static ArrayLayout checked(InputFile file, NumberType type, ByteOrder order, long offset, long rows, long columns) {
        if (rows == 0 || columns == 0) {
            throw file.error("the array is empty: " + rows + " rows of " + columns + " columns");
        }
        if (columns > MOST_COLUMNS) {
            throw file.error(
                    "the header announces " + columns + " columns, at most " + MOST_COLUMNS + " can be read",
                    Remedy.choose(Remedy.Setting.SAMPLES, "columns"));
        }
        ArrayLayout layout = new ArrayLayout(type, order, offset, rows, (int) columns);
        long expected = layout.fileBytes(file);
        if (!file.isGzip() && file.size() != expected) {
            throw file.error("the header announces " + rows + " rows of " + columns + " numbers, " + expected
                    + " bytes with the header, but the file has " + file.size()
                    + (file.size() < expected ? ": it is cut short" : ": it has more"));
        }
        if (file.isGzip() && expected / BEST_PACKING > file.size()) {
            throw file.error("the header announces " + rows + " rows of " + columns + " numbers, which " + file.size()
                    + " packed bytes cannot hold");
        }
        return layout;
    }

    private long fileBytes(InputFile file) {
        try {
            return Math.addExact(offset, Math.multiplyExact(rows, (long) columns * type.bytes()));
        } catch (ArithmeticException e) {
            throw file.error(
                    "the header announces " + rows + " rows of " + columns + " numbers, which no file can hold");
        }
    }

    int rowBytes() {
        return columns * type.bytes();
    }

    /** Rows in a chunk of at most so many cells, and of less than 2^31 bytes. */
    int chunkRows(int chunkCells) {
        return (int) Math.min(rows, Chunks.rows(columns, chunkCells));
    }
}
