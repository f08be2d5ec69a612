package io.eckart.data.format.array;

import io.eckart.data.Table;
import io.eckart.data.TableCursor;
import io.eckart.data.format.ArrayCells;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import org.jspecify.annotations.Nullable;

/**
 * One pass over an array file that stores feature by feature: rows are gathered from the file, which is mapped into memory.
 */
final class ArrayColumnCursor implements TableCursor {
    private final ArrayLayout layout;
    private final ArrayCells cells;
    private final int[] order;
    private final int chunkRows;
    private final Arena arena = Arena.ofShared();
    private final MemorySegment file;
    private long row;

    /** @param order for each feature, its position in the file */
    ArrayColumnCursor(ArrayLayout layout, ArrayCells cells, int[] order, int chunkCells) {
        this.layout = layout;
        this.cells = cells;
        this.order = order;
        this.chunkRows = layout.chunkRows(chunkCells);
        try (FileChannel channel = FileChannel.open(cells.file().path())) {
            this.file = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
        } catch (IOException e) {
            arena.close();
            throw cells.file().failure(e);
        }
    }

    @Override
    public @Nullable Table next() {
        int rows = (int) Math.min(layout.rows() - row, chunkRows);
        if (rows == 0) {
            return null;
        }
        double[] raw = new double[rows * layout.columns()];
        long bytes = layout.type().bytes();
        for (int j = 0; j < layout.columns(); j++) {
            long first = layout.offset() + (order[j] * layout.rows() + row) * bytes;
            ByteBuffer column = file.asSlice(first, rows * bytes).asByteBuffer().order(layout.order());
            layout.type().decode(column, rows, raw, j, layout.columns());
        }
        Table table = cells.table(row + 1, rows, raw);
        row += rows;
        return table;
    }

    @Override
    public void close() {
        if (arena.scope().isAlive()) {
            arena.close();
        }
    }
}
