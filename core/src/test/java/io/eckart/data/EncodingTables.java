package io.eckart.data;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Tables that tests of encodings share. */
final class EncodingTables {
    private EncodingTables() {}

    static Table table(List<Column> columns, double... cells) {
        return new Table("t", Schema.of(columns), cells.length / columns.size(), cells, null);
    }

    /** The same rows in chunks of the given number. */
    static TableSource chunked(Table table, int rows) {
        return new TableSource() {
            @Override
            public String name() {
                return table.name();
            }

            @Override
            public Schema schema() {
                return table.schema();
            }

            @Override
            public OptionalLong rowCount() {
                return OptionalLong.empty();
            }

            @Override
            public TableCursor open() {
                return new TableCursor() {
                    private int row;

                    @Override
                    public @Nullable Table next() {
                        int[] indices = new int[Math.min(rows, table.rows() - row)];
                        Arrays.setAll(indices, i -> row + i);
                        row += indices.length;
                        return indices.length == 0 ? null : table.select(indices);
                    }

                    @Override
                    public void close() {}
                };
            }
        };
    }
}
