package io.eckart.data.format.csv.writing;

import io.eckart.data.Column;
import io.eckart.data.SampleColumns;
import io.eckart.data.Table;
import io.eckart.data.format.TableWriter;
import io.eckart.data.format.WriteOptions;
import io.eckart.data.format.WrittenColumns;
import io.eckart.numerics.FloatMatrix;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows as the columns of a CSV or TSV file, each name with its values in one line. They are kept in memory until all are
 * known; otherwise as {@link CsvTableWriter}.
 */
public final class CsvMatrixWriter implements TableWriter {
    private static final String[] NOTHING = {};

    /** Some rows in a row of chunks. */
    private record Chunk(int rows, Cells cells) {
        interface Cells {
            @Nullable
            String of(CellTexts texts, int row, int column);
        }
    }

    private final WrittenColumns names;
    private final SampleColumns columns;
    private final CsvOutput output;
    private final List<Chunk> chunks = new ArrayList<>();
    private int samples;

    /**
     * @param columns the names to write, those of the samples in the order of the rows
     * @param names of the values of a row
     */
    public CsvMatrixWriter(Path path, SampleColumns columns, List<String> names, WriteOptions options) {
        this.names = new WrittenColumns(names);
        this.columns = columns;
        this.output = new CsvOutput(path, options);
    }

    @Override
    public void write(FloatMatrix rows) {
        names.check(rows);
        FloatMatrix kept = rows.copyRows(0, rows.rows());
        add(rows.rows(), (texts, i, j) -> texts.of(kept.get(i, j)));
    }

    @Override
    public void write(Table rows) {
        List<Column> written = names.check(rows);
        add(rows.rows(), (texts, i, j) -> texts.of(rows, i, j, written.get(j)));
    }

    private void add(int rows, Chunk.Cells cells) {
        chunks.add(new Chunk(rows, cells));
        samples = Math.addExact(samples, rows);
    }

    /** @throws IllegalArgumentException if samples have names, and there is not one for each row */
    @Override
    public void commit() {
        if (!columns.samples().isEmpty()) {
            writeSampleNames();
        }
        CellTexts texts = new CellTexts(samples == 1 && !columns.named() ? "" : null);
        @Nullable String[] cells = new String[samples];
        for (int j = 0; j < names.names().size(); j++) {
            int to = 0;
            for (Chunk chunk : chunks) {
                for (int i = 0; i < chunk.rows; i++) {
                    cells[to++] = chunk.cells.of(texts, i, j);
                }
            }
            output.write(columns.named() ? new String[] {names.names().get(j)} : NOTHING, cells);
        }
        output.commit();
    }

    private void writeSampleNames() {
        if (columns.samples().size() != samples) {
            throw new IllegalArgumentException(columns.samples().size() + " names for " + samples + " samples");
        }
        @Nullable String[] corner = {columns.corner().isEmpty() ? null : columns.corner()};
        output.write(columns.named() ? corner : NOTHING, columns.samples().toArray(new String[0]));
    }

    @Override
    public void close() {
        output.close();
    }
}
