package io.eckart.data.format.csv.writing;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import io.eckart.data.format.OutputFile;
import io.eckart.data.format.SafeCells;
import io.eckart.data.format.WriteOptions;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** A file of CSV records in UTF-8, or of TSV where the name ends in .tsv, packed where it ends in .gz. */
final class CsvOutput implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final OutputFile output;
    private final CsvWriter writer;
    private final boolean safeCells;

    CsvOutput(Path path, WriteOptions options) {
        this.safeCells = options.safeCells();
        this.output = OutputFile.create(path, options.force());
        try {
            this.writer = writer(path.toString().toLowerCase(Locale.ROOT), output);
        } catch (IOException e) {
            output.close();
            throw output.failure(e);
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

    /** Writes a record of two groups of cells; null is an empty cell, an empty text is written in quotes. */
    void write(@Nullable String[] first, @Nullable String[] second) {
        try {
            CsvWriter.CsvWriterRecord record = writer.writeRecord();
            for (String cell : first) {
                record.writeField(safeCells ? SafeCells.of(cell) : cell);
            }
            for (String cell : second) {
                record.writeField(safeCells ? SafeCells.of(cell) : cell);
            }
            record.endRecord();
        } catch (UncheckedIOException e) {
            throw failure(e);
        }
    }

    void commit() {
        try {
            writer.close();
        } catch (IOException e) {
            throw output.failure(e);
        } catch (UncheckedIOException e) {
            throw failure(e);
        }
        output.commit();
    }

    private RuntimeException failure(UncheckedIOException e) {
        return output.failure(Objects.requireNonNull(e.getCause()));
    }

    @Override
    public void close() {
        output.close();
    }
}
