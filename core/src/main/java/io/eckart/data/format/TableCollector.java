package io.eckart.data.format;

import io.eckart.data.DataException;
import io.eckart.data.Place;
import io.eckart.data.Remedy;
import io.eckart.data.Schema;
import io.eckart.data.Table;
import io.eckart.data.TableSource;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads all rows of a source into memory. */
public final class TableCollector {
    public static final int LONGEST_ARRAY = Integer.MAX_VALUE - 8;

    private final String name;
    private final Schema schema;
    private final int width;
    private double[] cells = {};
    private @Nullable String[] labels = {};
    private int rows;

    private TableCollector(TableSource source) {
        this.name = source.name();
        this.schema = source.schema();
        this.width = schema.features().size();
    }

    /**
     * All rows of a source in memory.
     *
     * @throws DataException if the rows do not fit in one array
     */
    public static Table collect(TableSource source) {
        if (source instanceof Table table) {
            return table;
        }
        TableCollector collector = new TableCollector(source);
        source.rowCount().ifPresent(collector::reserve);
        source.forEachChunk(collector::add);
        return collector.table().withNotes(source.notes());
    }

    private void add(Table chunk) {
        long needed = (long) rows + chunk.rows();
        if (needed * Math.max(1, width) > cells.length || (schema.label().isPresent() && needed > labels.length)) {
            reserve(Math.max(needed, Math.min(needed * 3 / 2, LONGEST_ARRAY / Math.max(1, width))));
        }
        chunk.copyCells(cells, rows * width);
        for (int i = 0; i < chunk.rows() && labels.length > 0; i++) {
            labels[rows + i] = chunk.label(i);
        }
        rows += chunk.rows();
    }

    private void reserve(long count) {
        if (count * Math.max(1, width) > LONGEST_ARRAY) {
            throw new DataException(
                    Place.of(name),
                    count + " rows of " + width + " columns are more cells than one array can hold",
                    Remedy.choose(Remedy.Setting.LEFT_OUT, ""),
                    Remedy.byHand("use fewer rows"));
        }
        cells = Arrays.copyOf(cells, (int) count * width);
        if (schema.label().isPresent()) {
            labels = Arrays.copyOf(labels, (int) count);
        }
    }

    private Table table() {
        double[] all = cells.length == rows * width ? cells : Arrays.copyOf(cells, rows * width);
        @Nullable String[] allLabels = schema.label().isPresent() ? Arrays.copyOf(labels, rows) : null;
        return new Table(name, schema, rows, all, allLabels);
    }
}
