package io.eckart.data.format.array;

import io.eckart.data.Table;
import io.eckart.data.TableCursor;
import io.eckart.data.format.ArrayCells;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
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
    private final @Nullable LongIntegers longs;
    private final int chunkRows;
    private final Arena arena = Arena.ofShared();
    private final MemorySegment file;
    private long row;

    /**
     * @param order for each feature, its position in the file
     * @param longs checks the numbers; null for types that float64 holds
     */
    ArrayColumnCursor(ArrayLayout layout, ArrayCells cells, int[] order, @Nullable LongIntegers longs, int chunkCells) {
        this.layout = layout;
        this.cells = cells;
        this.order = order;
        this.longs = longs;
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
            if (longs != null) {
                longs.end();
            }
            return null;
        }
        double[] raw = new double[rows * layout.columns()];
        long bytes = layout.type().bytes();
        for (int j = 0; j < layout.columns(); j++) {
            ByteBuffer column =
                    file.asSlice(place(0, j), rows * bytes).asByteBuffer().order(layout.order());
            layout.type().decode(column, rows, raw, j, layout.columns());
        }
        Table table = cells.table(row + 1, rows, raw);
        if (longs != null) {
            ValueLayout.OfLong number = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(layout.order());
            table = longs.checked(table, (i, column) -> file.get(number, place(i, column)));
        }
        row += rows;
        return table;
    }

    /** The place in the file of a number of a row counted from the next one. */
    private long place(int ahead, int column) {
        return layout.offset()
                + (order[column] * layout.rows() + row + ahead) * layout.type().bytes();
    }

    @Override
    public void close() {
        if (arena.scope().isAlive()) {
            arena.close();
        }
    }
}
