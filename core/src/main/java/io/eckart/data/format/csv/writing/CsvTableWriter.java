package io.eckart.data.format.csv.writing;

import io.eckart.data.Column;
import io.eckart.data.Table;
import io.eckart.data.format.RowIndex;
import io.eckart.data.format.TableWriter;
import io.eckart.data.format.WriteOptions;
import io.eckart.data.format.WrittenColumns;
import io.eckart.numerics.FloatMatrix;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes CSV, or TSV where the name ends in .tsv, packed where it ends in .gz: UTF-8, a header line, the shortest numbers
 * that read back the same, whole ones without a point; a missing cell is empty.
 */
public final class CsvTableWriter implements TableWriter {
    private final RowIndex index;
    private final WrittenColumns columns;
    private final CsvOutput output;
    private final CellTexts texts;

    /** @param index the first columns of each row */
    public CsvTableWriter(Path path, RowIndex index, List<String> names, WriteOptions options) {
        this.index = index;
        this.columns = new WrittenColumns(names);
        // A line with one empty cell would be an empty line, which is not a row.
        this.texts = new CellTexts(index.names().isEmpty() && names.size() == 1 ? "" : null);
        this.output = new CsvOutput(path, options);
        try {
            output.write(index.names().toArray(new String[0]), names.toArray(new String[0]));
        } catch (RuntimeException e) {
            output.close();
            throw e;
        }
    }

    @Override
    public void write(FloatMatrix rows) {
        columns.check(rows);
        @Nullable String[] cells = new String[rows.columns()];
        for (int i = 0; i < rows.rows(); i++) {
            for (int j = 0; j < cells.length; j++) {
                cells[j] = texts.of(rows.get(i, j));
            }
            output.write(index.next(), cells);
        }
    }

    @Override
    public void write(Table rows) {
        List<Column> written = columns.check(rows);
        @Nullable String[] cells = new String[written.size()];
        for (int i = 0; i < rows.rows(); i++) {
            for (int j = 0; j < cells.length; j++) {
                cells[j] = texts.of(rows, i, j, written.get(j));
            }
            output.write(index.next(), cells);
        }
    }

    @Override
    public void commit() {
        output.commit();
    }

    @Override
    public void close() {
        output.close();
    }
}
