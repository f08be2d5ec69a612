package io.eckart.data.format.array;

import io.eckart.data.Table;
import io.eckart.data.TableCursor;
import io.eckart.data.format.ArrayCells;
import io.eckart.data.format.InputFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** One pass over an array file that stores sample by sample. */
final class ArrayRowCursor implements TableCursor {
    private final ArrayLayout layout;
    private final ArrayCells cells;
    private final boolean bytesAreShares;
    private final @Nullable LongIntegers longs;
    private final InputStream in;
    private final byte[] bytes;
    private final ByteBuffer buffer;
    private long row;

    /**
     * @param bytesAreShares whether numbers are divided by 255, as the bytes of images are
     * @param longs checks the numbers; null for types that float64 holds
     */
    ArrayRowCursor(
            ArrayLayout layout,
            ArrayCells cells,
            boolean bytesAreShares,
            @Nullable LongIntegers longs,
            int chunkCells) {
        this.layout = layout;
        this.cells = cells;
        this.bytesAreShares = bytesAreShares;
        this.longs = longs;
        this.bytes = new byte[layout.chunkRows(chunkCells) * layout.rowBytes()];
        this.buffer = ByteBuffer.wrap(bytes).order(layout.order());
        this.in = opened(cells.file(), layout.offset());
    }

    private static InputStream opened(InputFile file, long offset) {
        try {
            InputStream in = file.open();
            try {
                in.skipNBytes(offset);
                return in;
            } catch (IOException e) {
                in.close();
                throw e;
            }
        } catch (IOException e) {
            throw file.failure(e);
        }
    }

    @Override
    public @Nullable Table next() {
        int rows = (int) Math.min(layout.rows() - row, bytes.length / layout.rowBytes());
        try {
            if (rows == 0) {
                checkEnd();
                if (longs != null) {
                    longs.end();
                }
                return null;
            }
            int read = in.readNBytes(bytes, 0, rows * layout.rowBytes());
            if (read < rows * layout.rowBytes()) {
                throw cutShort(read);
            }
        } catch (IOException e) {
            throw cells.file().failure(e);
        }
        double[] raw = new double[rows * layout.columns()];
        layout.type().decode(buffer, raw.length, raw, 0, 1);
        if (bytesAreShares) {
            divideBy255(raw);
        }
        Table table = cells.table(row + 1, rows, raw);
        row += rows;
        return longs == null
                ? table
                : longs.checked(table, (i, column) -> buffer.getLong(Long.BYTES * (i * layout.columns() + column)));
    }

    private static void divideBy255(double[] raw) {
        for (int i = 0; i < raw.length; i++) {
            raw[i] /= 255;
        }
    }

    private void checkEnd() throws IOException {
        if (in.read() >= 0) {
            throw cells.file().error("the file goes on after the " + layout.rows() + " rows its header announces");
        }
    }

    private RuntimeException cutShort(int read) {
        return cells.file()
                .error("the file is cut short in row " + (row + 1 + read / layout.rowBytes()) + " of " + layout.rows()
                        + "; copy or download it again");
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw cells.file().failure(e);
        }
    }
}
