package io.eckart.data.format;

import io.eckart.data.Table;
import io.eckart.data.TableCursor;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One pass over the rows of a CSV file. */
final class CsvTableCursor implements TableCursor {
    private final InputFile file;
    private final ColumnPlan plan;
    private final CsvPass<CellRows> pass;
    private final int chunkRows;
    private final int width;
    private @Nullable CellRows block;
    private int used;
    private double[] cells = {};
    private @Nullable String[] labels = {};
    private int rows;
    private boolean any;

    /** @param pass handed over */
    CsvTableCursor(InputFile file, ColumnPlan plan, CsvPass<CellRows> pass, int chunkRows) {
        this.file = file;
        this.plan = plan;
        this.pass = pass;
        this.chunkRows = chunkRows;
        this.width = plan.width();
    }

    @Override
    public @Nullable Table next() {
        rows = 0;
        cells = new double[0];
        labels = new String[0];
        for (CellRows some = block(); some != null && rows < chunkRows; some = block()) {
            take(some, Math.min(chunkRows - rows, some.rows() - used));
        }
        if (rows == 0) {
            checkNotEmpty();
            return null;
        }
        trim();
        any = true;
        return new Table(file.name(), plan.schema(), rows, cells, plan.label() < 0 ? null : labels);
    }

    /** The block that has the next row; null at the end. */
    private @Nullable CellRows block() {
        while (rows < chunkRows && (block == null || used == block.rows())) {
            block = pass.next();
            used = 0;
            if (block == null) {
                return null;
            }
        }
        return block;
    }

    private void take(CellRows from, int count) {
        makeRoom(rows + count);
        from.copyCells(used, count, cells, rows);
        if (plan.label() >= 0) {
            from.copyLabels(used, count, labels, rows);
        }
        used += count;
        rows += count;
    }

    /** The first block of a file may be all there is; after it, room is made for a whole chunk. */
    private void makeRoom(int needed) {
        if ((long) needed * width > cells.length || (plan.label() >= 0 && needed > labels.length)) {
            int room = any || rows > 0 ? chunkRows : needed;
            cells = Arrays.copyOf(cells, room * width);
            labels = Arrays.copyOf(labels, plan.label() < 0 ? 0 : room);
        }
    }

    private void trim() {
        if (cells.length > rows * width) {
            cells = Arrays.copyOf(cells, rows * width);
        }
        if (labels.length > rows) {
            labels = Arrays.copyOf(labels, rows);
        }
    }

    private void checkNotEmpty() {
        if (!any) {
            throw file.error(
                    "row 1 is the header and there is no row below it; add rows, or use --header no if it is one");
        }
    }

    @Override
    public void close() {
        pass.close();
    }
}
