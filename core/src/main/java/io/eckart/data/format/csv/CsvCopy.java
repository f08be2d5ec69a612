package io.eckart.data.format.csv;

import io.eckart.data.Table;
import io.eckart.data.format.ColumnPlan;
import io.eckart.data.format.InputFile;
import io.eckart.data.format.NumberText;
import io.eckart.data.format.OutputFile;
import io.eckart.data.format.SafeCells;
import io.eckart.data.format.TableCopy;
import io.eckart.data.format.WriteOptions;
import io.eckart.numerics.FloatMatrix;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A copy of a CSV or TSV file, packed if its own name ends in .gz. Delimiter, line ends and the cells that are not replaced stay as
 * they are in the original, with their quotes and blanks; a writer of CSV would quote again by its own rules.
 */
public final class CsvCopy implements TableCopy {
    private static final int BUFFER = 1 << 16;

    private final InputFile file;
    private final CsvLayout layout;
    private final CsvColumns columns;
    private final ColumnPlan plan;
    private final WrittenRecords records;
    private final OutputFile output;
    private final Writer writer;
    private final Replaced replaced;
    private final long[] left;
    private final boolean safeCells;
    private boolean started;

    CsvCopy(
            InputFile file,
            CsvLayout layout,
            CsvColumns columns,
            Path target,
            Replaced replaced,
            List<String> added,
            WriteOptions options) {
        this.replaced = replaced;
        this.file = file;
        this.layout = layout;
        this.columns = columns;
        this.plan = columns.plan();
        this.left = new long[plan.width()];
        this.output = OutputFile.create(target, options.force());
        this.safeCells = options.safeCells();
        this.records = new WrittenRecords(file, layout, columns);
        try {
            this.writer = writer(target);
            writeStart(added);
            started = true;
        } catch (IOException e) {
            close();
            throw output.failure(e);
        }
    }

    private Writer writer(Path target) throws IOException {
        boolean packed = target.toString().toLowerCase(Locale.ROOT).endsWith(".gz");
        OutputStream out = packed ? new GZIPOutputStream(output.stream(), BUFFER) : output.stream();
        layout.encoding().settle();
        out.write(layout.encoding().mark());
        return new BufferedWriter(new OutputStreamWriter(out, layout.encoding().charset()), BUFFER);
    }

    private void writeStart(List<String> added) throws IOException {
        writer.append(around(records.skippedLines()));
        for (int row = 1; row <= layout.headerRows(); row++) {
            nextRecord();
            writeRecord();
            for (String name : added) {
                writeCell(1, row == layout.headerRows() ? quoted(name) : "");
            }
            writer.append(records.lineEnd());
        }
    }

    /** Lines above or below the table. */
    private String around(String lines) {
        return safeCells ? SafeCells.ofLines(lines, layout.dialect().delimiter()) : lines;
    }

    private void writeRecord() throws IOException {
        for (int i = 0; i < records.cells(); i++) {
            writeCell(i, records.cell(i));
        }
    }

    private void writeCell(int column, CharSequence text) throws IOException {
        if (column > 0) {
            writer.append(layout.dialect().delimiter());
        }
        writer.append(safeCells ? SafeCells.ofWritten(text) : text);
    }

    /** Goes to the next record with cells; empty lines on the way are copied. */
    private void nextRecord() throws IOException {
        while (records.next()) {
            boolean repeatedHeader = records.repeatsHeader() && started;
            if (!records.isEmptyLine() && !repeatedHeader) {
                return;
            }
            if (repeatedHeader) {
                writeRecord();
            } else {
                writer.append(records.blanks());
            }
            writer.append(records.lineEnd());
        }
        throw file.error("the file has become shorter while it was read");
    }

    @Override
    public void write(Table filled, FloatMatrix added) {
        try {
            for (int i = 0; i < filled.rows(); i++) {
                nextRecord();
                for (int j = 0; j < plan.fileColumns(); j++) {
                    String replacement = replacement(filled, i, j);
                    writeCell(j, replacement == null ? records.cell(j) : replacement);
                }
                for (int j = 0; j < added.columns(); j++) {
                    float value = added.get(i, j);
                    writer.append(layout.dialect().delimiter())
                            .append(Float.isNaN(value) ? "" : NumberText.shortest(value));
                }
                writer.append(records.lineEnd());
            }
        } catch (IOException e) {
            throw output.failure(e);
        }
    }

    /** The text that replaces a cell; null if it stays as it is. */
    private @Nullable String replacement(Table filled, int row, int column) {
        boolean missing = records.isMissing(column);
        if (column == plan.label()) {
            String label = missing ? filled.label(row) : null;
            return label == null ? null : quoted(label);
        }
        int target = plan.target(column);
        if (target < 0 || filled.isMissing(row, target)) {
            return null;
        }
        if (records.isOdd(column)) {
            left[target]++;
            return null;
        }
        boolean replaces = missing || replaced == Replaced.ALL;
        return replaces ? quoted(text(column, filled.cell(row, target))) : null;
    }

    private String text(int column, double value) {
        List<String> levels = Objects.requireNonNull(plan.column(column)).levels();
        return levels.isEmpty() ? columns.text(column, value) : levels.get((int) value);
    }

    private String quoted(String text) {
        boolean plain = text.equals(text.strip())
                && text.indexOf(layout.dialect().delimiter()) < 0
                && text.indexOf('"') < 0
                && text.indexOf('\n') < 0
                && text.indexOf('\r') < 0;
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    @Override
    public long[] left() {
        return left.clone();
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
            if (records.repeatsHeader()) {
                writeRecord();
            } else if (!records.isEmptyLine()) {
                throw file.error("the file has become longer while it was read");
            } else {
                writer.append(records.blanks());
            }
            writer.append(records.lineEnd());
        }
        writer.append(around(records.rest()));
    }

    @Override
    public void close() {
        records.close();
        output.close();
    }

    /** Whether a file of this name holds text laid out as the original is. */
    public static boolean writes(@Nullable Path name) {
        return name != null && name.toString().toLowerCase(Locale.ROOT).matches(".*\\.(csv|tsv|txt)(\\.gz)?");
    }
}
