package io.eckart.data.format.array;

import io.eckart.data.Remedy;
import io.eckart.data.format.Chunks;
import io.eckart.data.format.InputFile;
import java.nio.ByteOrder;
import java.util.List;

/**
 * The layout of a file with an n x d array of numbers.
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
     * @throws io.eckart.data.DataException if the sizes are zero, too large or do not fit the file
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

    /** The product of sizes from a header, 1 for none. */
    static long product(InputFile file, List<Long> sizes) {
        try {
            return sizes.stream().reduce(1L, Math::multiplyExact);
        } catch (ArithmeticException e) {
            throw file.error("the header announces samples of the sizes " + sizes + ", which no file can hold");
        }
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

    /** The number of rows in a chunk of this number of cells, and of less than 2^31 bytes. */
    int chunkRows(int chunkCells) {
        return (int) Math.min(rows, Chunks.rows(columns, chunkCells));
    }
}
