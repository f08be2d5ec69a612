package io.eckart.data.format;

import io.eckart.data.DataException;
import io.eckart.numerics.Workers;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One pass over the rows of a CSV file below the header. Batches of blocks are parsed by several threads and given in the order of
 * the file, so rows, row numbers and the first error are those of a pass by one thread.
 */
final class CsvPass<R extends CsvRows> implements AutoCloseable {
    private static final int BLOCK_BYTES = 1 << 19;
    private static final int BLOCKS_PER_THREAD = 4;

    private final InputFile file;
    private final CsvLayout layout;
    private final CsvBlocks blocks;
    private final List<CsvBlockParser<R>> parsers = new ArrayList<>();
    private final Workers workers;
    private int count;
    private int given;
    private long lines;
    private long linesBefore;
    private long bytes;
    private @Nullable DataException failure;

    /**
     * @param blockBytes about how long a block is
     * @param rows makes what the rows of one block are put into
     */
    CsvPass(InputFile file, CsvLayout layout, MissingMarkers missing, int threads, int blockBytes, Supplier<R> rows) {
        this.file = file;
        this.layout = layout;
        int most = threads == 1 ? 1 : BLOCKS_PER_THREAD * threads;
        this.blocks = new CsvBlocks(file, layout.delimiter(), blockBytes, most);
        this.workers = Workers.of(threads);
        for (int i = 0; i < most; i++) {
            CsvScanner scanner =
                    new CsvScanner(layout.delimiter(), layout.names().size(), missing);
            parsers.add(new CsvBlockParser<>(file, layout, scanner, rows.get()));
        }
    }

    /** A pass with blocks of half a MiB, four for each thread in a batch. */
    static <R extends CsvRows> CsvPass<R> over(
            InputFile file, CsvLayout layout, MissingMarkers missing, int threads, Supplier<R> rows) {
        CsvPass<R> pass = new CsvPass<>(file, layout, missing, threads, BLOCK_BYTES, rows);
        try {
            pass.skipHeader();
            return pass;
        } catch (DataException e) {
            pass.close();
            throw e;
        }
    }

    /** To be called before the first {@link #next}. */
    void skipHeader() {
        if (!layout.header()) {
            return;
        }
        byte[] header = blocks.header();
        try (CsvRecords records = new CsvRecords(
                file,
                layout.delimiter(),
                Utf8.reader(new ByteArrayInputStream(header)),
                layout.names().size())) {
            while (records.next((row, column, buffer, from, to) -> {})) {
                lines = 0;
            }
            lines = records.row() - 1;
        }
    }

    /**
     * The rows of the next block, good until the next call; null at the end.
     *
     * @throws DataException if the file cannot be read, or a row: those before it were given
     */
    @Nullable
    R next() {
        if (failure != null) {
            throw failure;
        }
        if (given == count) {
            parseBatch();
        }
        if (count == 0) {
            return null;
        }
        CsvBlockParser<R> parser = parsers.get(given++);
        linesBefore = lines;
        failure = parser.hasFailed() ? parser.failure(linesBefore) : null;
        lines += parser.lines();
        bytes += parser.bytes();
        return parser.rows();
    }

    /** The length of the blocks given so far. */
    long bytes() {
        return bytes;
    }

    /** How many lines stand before the block that was given last. */
    long linesBefore() {
        return linesBefore;
    }

    private void parseBatch() {
        given = 0;
        count = blocks.next();
        if (!parse()) {
            count = blocks.recut();
            parse();
        }
    }

    /** Parses the blocks of the batch; false where one of them must be cut with an eye to quotes. */
    private boolean parse() {
        AtomicBoolean whole = new AtomicBoolean(true);
        workers.forEach(count, i -> {
            if (!parsers.get(i).parse(blocks, i)) {
                whole.set(false);
            }
        });
        return whole.get();
    }

    @Override
    public void close() {
        workers.close();
        blocks.close();
    }
}
