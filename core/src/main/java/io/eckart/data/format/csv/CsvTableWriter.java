package io.eckart.data.format.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import io.eckart.data.Column;
import io.eckart.data.Table;
import io.eckart.data.format.NumberText;
import io.eckart.data.format.OutputFile;
import io.eckart.data.format.RowIndex;
import io.eckart.data.format.TableWriter;
import io.eckart.data.format.WrittenColumns;
import io.eckart.numerics.FloatMatrix;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes CSV, or TSV where the name ends in .tsv, packed where it ends in .gz: UTF-8, a header line, the shortest numbers
 * that read back the same, whole ones without a point; a missing cell is empty.
 */
public final class CsvTableWriter implements TableWriter {
    private static final int BUFFER = 1 << 16;
    private final RowIndex index;
    private final WrittenColumns columns;
    private final OutputFile output;
    private final CsvWriter writer;
    private final @Nullable String missing;

    /** @param index the first columns of each row */
    public CsvTableWriter(Path path, RowIndex index, List<String> names, boolean force) {
        this.index = index;
        this.columns = new WrittenColumns(names);
        // A line with one empty cell would be an empty line, which is no row.
        this.missing = index.names().isEmpty() && names.size() == 1 ? "" : null;
        this.output = OutputFile.create(path, force);
        try {
            this.writer = writer(path.toString().toLowerCase(Locale.ROOT), output);
            writer.writeRecord(
                    Stream.concat(index.names().stream(), names.stream()).toList());
        } catch (IOException e) {
            output.close();
            throw output.failure(e);
        } catch (UncheckedIOException e) {
            output.close();
            throw failure(e);
        }
    }

    private static CsvWriter writer(String name, OutputFile output) throws IOException {
        OutputStream out = new BufferedOutputStream(output.stream(), BUFFER);
        OutputStream packed = name.endsWith(".gz") ? new GZIPOutputStream(out, BUFFER) : out;
        return CsvWriter.builder()
                .fieldSeparator(name.endsWith(".tsv") || name.endsWith(".tsv.gz") ? '\t' : ',')
                .lineDelimiter(LineDelimiter.LF)
                .quoteStrategy(QuoteStrategies.EMPTY)
                .build(new OutputStreamWriter(packed, StandardCharsets.UTF_8));
    }

    @Override
    public void write(FloatMatrix rows) {
        columns.check(rows);
        @Nullable String[] cells = new String[rows.columns()];
        for (int i = 0; i < rows.rows(); i++) {
            for (int j = 0; j < cells.length; j++) {
                cells[j] = text(rows.get(i, j));
            }
            writeRecord(cells);
        }
    }

    @Override
    public void write(Table rows) {
        List<Column> written = columns.check(rows);
        @Nullable String[] cells = new String[written.size()];
        for (int i = 0; i < rows.rows(); i++) {
            for (int j = 0; j < cells.length; j++) {
                cells[j] = text(rows, i, j, written.get(j));
            }
            writeRecord(cells);
        }
    }

    private @Nullable String text(Table rows, int row, int column, Column written) {
        return switch (written.type()) {
            case NUMBER -> text(rows.cell(row, column));
            case BOOLEAN, CATEGORY ->
                rows.isMissing(row, column) ? missing : written.levels().get((int) rows.cell(row, column));
            case LABEL -> {
                String label = rows.label(row);
                yield label == null ? missing : label;
            }
            case IGNORED -> throw new IllegalArgumentException("column '" + written.name() + "' is not stored");
        };
    }

    private @Nullable String text(float value) {
        return Float.isNaN(value) ? missing : NumberText.shortest(value);
    }

    private @Nullable String text(double value) {
        return Double.isNaN(value) ? missing : NumberText.shortest(value);
    }

    private void writeRecord(@Nullable String[] cells) {
        try {
            CsvWriter.CsvWriterRecord record = writer.writeRecord();
            for (String cell : index.next()) {
                record.writeField(cell);
            }
            for (String cell : cells) {
                record.writeField(cell);
            }
            record.endRecord();
        } catch (UncheckedIOException e) {
            throw failure(e);
        }
    }

    private RuntimeException failure(UncheckedIOException e) {
        return output.failure(Objects.requireNonNull(e.getCause()));
    }

    @Override
    public void commit() {
        try {
            writer.close();
        } catch (IOException e) {
            throw output.failure(e);
        } catch (UncheckedIOException e) {
            throw failure(e);
        }
        output.commit();
    }

    @Override
    public void close() {
        output.close();
    }
}
