package io.eckart.data.format;

import io.eckart.data.Column;
import io.eckart.data.ColumnType;
import io.eckart.data.Table;
import io.eckart.numerics.FloatMatrix;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** A copy of a CSV or TSV file, packed where its own name ends in .gz: delimiter and quoting stay those of the original. */
final class CsvCopy implements TableCopy {
    private static final int BUFFER = 1 << 16;

    private final InputFile file;
    private final CsvLayout layout;
    private final MissingMarkers missing;
    private final ColumnPlan plan;
    private final RawRecords records;
    private final OutputFile output;
    private final Writer writer;
    private final Replaced replaced;
    private final List<String> added;

    CsvCopy(
            InputFile file,
            CsvLayout layout,
            MissingMarkers missing,
            ColumnPlan plan,
            Path target,
            Replaced replaced,
            List<String> added,
            boolean force) {
        this.replaced = replaced;
        this.file = file;
        this.layout = layout;
        this.missing = missing;
        this.plan = plan;
        this.added = added;
        this.output = OutputFile.create(target, force);
        this.records = new RawRecords(file, layout.delimiter());
        try {
            this.writer = writer(target);
            writeStart();
        } catch (IOException e) {
            close();
            throw output.failure(e);
        }
    }

    private Writer writer(Path target) throws IOException {
        boolean packed = target.toString().toLowerCase(Locale.ROOT).endsWith(".gz");
        OutputStream out = packed ? new GZIPOutputStream(output.stream(), BUFFER) : output.stream();
        return new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), BUFFER);
    }

    private void writeStart() throws IOException {
        byte[] head = file.head(3);
        if (head.length == 3 && head[0] == (byte) 0xef && head[1] == (byte) 0xbb && head[2] == (byte) 0xbf) {
            writer.write('\ufeff');
        }
        if (layout.header()) {
            nextRecord();
            writer.append(records.cell(0));
            for (int i = 1; i < records.cells(); i++) {
                writer.append(layout.delimiter()).append(records.cell(i));
            }
            for (String name : added) {
                writer.append(layout.delimiter()).append(quoted(name));
            }
            writer.append(records.lineEnd());
        }
    }

    /** Goes to the next record with cells; empty lines on the way are copied. */
    private void nextRecord() throws IOException {
        while (records.next()) {
            if (records.cells() > 0) {
                return;
            }
            writer.append(records.lineEnd());
        }
        throw file.error("the file has become shorter while it was read");
    }

    @Override
    public void write(Table filled, FloatMatrix columns) {
        try {
            for (int i = 0; i < filled.rows(); i++) {
                nextRecord();
                if (records.cells() != plan.fileColumns()) {
                    throw file.error("a record has " + records.cells() + " cells as it is written and "
                            + plan.fileColumns() + " as it is read; check the quotes in it");
                }
                writeRecord(filled, i, columns);
            }
        } catch (IOException e) {
            throw output.failure(e);
        }
    }

    private void writeRecord(Table filled, int row, FloatMatrix columns) throws IOException {
        for (int i = 0; i < records.cells(); i++) {
            if (i > 0) {
                writer.append(layout.delimiter());
            }
            int target = plan.target(i);
            Column column = plan.column(i);
            boolean empty = missing.matches(records.content(i), column == null ? ColumnType.IGNORED : column.type());
            boolean fills = target >= 0 && !filled.isMissing(row, target) && (empty || replaced == Replaced.ALL);
            String label = i == plan.label() && empty ? filled.label(row) : null;
            if (label != null) {
                writer.append(quoted(label));
            } else {
                writer.append(fills ? text(Objects.requireNonNull(column), filled.cell(row, target)) : records.cell(i));
            }
        }
        for (int j = 0; j < columns.columns(); j++) {
            float value = columns.get(row, j);
            writer.append(layout.delimiter()).append(Float.isNaN(value) ? "" : CsvTableWriter.shortest(value));
        }
        writer.append(records.lineEnd());
    }

    private String text(Column column, double value) {
        return column.type() == ColumnType.NUMBER
                ? CsvTableWriter.shortest(value)
                : quoted(column.levels().get((int) value));
    }

    private String quoted(String text) {
        boolean plain = text.equals(text.strip())
                && text.indexOf(layout.delimiter()) < 0
                && text.indexOf('"') < 0
                && text.indexOf('\n') < 0
                && text.indexOf('\r') < 0;
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    @Override
    public Path target() {
        return output.target();
    }

    @Override
    public void commit() {
        try {
            copyRest();
            writer.close();
        } catch (IOException e) {
            throw output.failure(e);
        }
        output.commit();
    }

    private void copyRest() throws IOException {
        while (records.next()) {
            if (records.cells() > 0) {
                throw file.error("the file has become longer while it was read");
            }
            writer.append(records.lineEnd());
        }
    }

    @Override
    public void close() {
        records.close();
        output.close();
    }

    /** Whether a file of this name holds text laid out as the original is. */
    static boolean writes(@Nullable Path name) {
        return name != null && name.toString().toLowerCase(Locale.ROOT).matches(".*\\.(csv|tsv|txt)(\\.gz)?");
    }
}
