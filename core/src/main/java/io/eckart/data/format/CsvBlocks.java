package io.eckart.data.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The records of a CSV file below its header, read a batch at a time; a batch is cut into blocks of whole records. As long
 * as no quote was seen every line feed ends a record; who meets the first quote says so by {@link #recut}.
 */
final class CsvBlocks implements AutoCloseable {
    /** Bytes that may be read behind a batch; the first of them is a line feed. */
    static final int MARGIN = 16;

    /** How many times longer a file gets, at most as a rule, when it is unpacked; small files need no large buffer. */
    private static final long UNPACKED = 16;

    private static final int LONGEST = Integer.MAX_VALUE - 8 - MARGIN;

    private final InputFile file;
    private final InputStream in;
    private final RecordEnds records;
    private final int blockBytes;
    private final int[] ends;
    private int count;
    private byte[] buffer;
    private int start;
    private int length;
    private boolean last;
    private boolean quoted;
    private @Nullable IOException failure;

    /**
     * @param blockBytes about how long a block is
     * @param most blocks in a batch
     */
    CsvBlocks(InputFile file, char delimiter, int blockBytes, int most) {
        this.file = file;
        this.records = new RecordEnds(delimiter);
        this.blockBytes = blockBytes;
        this.ends = new int[most + 1];
        long batch = Math.min(1L << 30, (long) blockBytes * most);
        long likely = file.isGzip() ? UNPACKED * file.size() : file.size() + 1;
        this.buffer = new byte[(int) Math.min(batch, likely) + MARGIN];
        try {
            this.in = Utf8.bytes(file);
        } catch (IOException e) {
            throw file.failure(e);
        }
    }

    /**
     * Reads the first record that is no empty line, and the empty lines before it.
     *
     * @return its bytes, with those before it; what is left of the file where it does not end
     */
    byte[] header() {
        fill();
        int end = recordEnd(afterEmptyLines());
        while (end < 0 && !last) {
            readMore();
            end = recordEnd(afterEmptyLines());
        }
        if (end < 0 && failure != null) {
            throw file.failure(failure);
        }
        start = end < 0 ? length : end;
        return Arrays.copyOf(buffer, start);
    }

    private int recordEnd(int from) {
        return records.next(buffer, from, length, last);
    }

    private int afterEmptyLines() {
        int i = start;
        while (i < length && (buffer[i] == '\n' || buffer[i] == '\r')) {
            i++;
        }
        return i;
    }

    /**
     * Reads the next batch, in the place of the one before.
     *
     * @return the number of its blocks; 0 at the end of the file
     */
    int next() {
        start = count == 0 ? start : ends[count];
        fill();
        return cutAll();
    }

    /** Cuts the batch anew with an eye to quotes, as all after it; returns the number of blocks. */
    int recut() {
        quoted = true;
        return cutAll();
    }

    /** Whether batches are cut with an eye to quotes. */
    boolean isQuoted() {
        return quoted;
    }

    private int cutAll() {
        while (!cut() && !last) {
            readMore();
        }
        if (count == 0 && failure != null) {
            throw file.failure(failure);
        }
        return count;
    }

    byte[] buffer() {
        return buffer;
    }

    int from(int block) {
        return ends[block];
    }

    int to(int block) {
        return ends[block + 1];
    }

    /** Cuts what was read into blocks; false if no record ends in it. */
    private boolean cut() {
        count = 0;
        ends[0] = start;
        boolean lines = !quoted && lineEndBefore(length) > start;
        if (lines) {
            cutAtLines();
        } else {
            cutAtRecords();
        }
        if (last && failure == null && ends[count] < length) {
            addRest();
        }
        return count > 0;
    }

    private void cutAtLines() {
        int whole = lineEndBefore(length);
        while (count < ends.length - 1 && ends[count] < whole) {
            int end = Math.min(whole, ends[count] + blockBytes);
            while (buffer[end - 1] != '\n') {
                end++;
            }
            add(end);
        }
    }

    private int lineEndBefore(int to) {
        int end = to;
        while (end > start && buffer[end - 1] != '\n') {
            end--;
        }
        return end;
    }

    private void cutAtRecords() {
        int from = start;
        int end = recordEnd(from);
        while (end >= 0 && count < ends.length - 1) {
            if (end - ends[count] >= blockBytes) {
                add(end);
            }
            from = end;
            end = from < length ? recordEnd(from) : -1;
        }
        if (count < ends.length - 1 && from > ends[count]) {
            add(from);
        }
    }

    /** What stands behind the last whole record at the end of the file, if there is room for it. */
    private void addRest() {
        if (count < ends.length - 1) {
            add(length);
        }
    }

    private void add(int end) {
        ends[++count] = end;
    }

    /** Makes room for a longer record and reads on; a quote that is open for too long is left to the parser to blame. */
    private void readMore() {
        if (records.isHopeless(length)) {
            last = true;
            return;
        }
        if (buffer.length - MARGIN == LONGEST) {
            throw file.error("a row of more than 2 GiB; check the quotes and the line ends of the file");
        }
        buffer = Arrays.copyOf(buffer, (int) Math.min(LONGEST, 2L * (buffer.length - MARGIN)) + MARGIN);
        fill();
    }

    /** Moves what is left to the front and reads on. A failure to read is kept until what came before it is used up. */
    private void fill() {
        System.arraycopy(buffer, start, buffer, 0, length - start);
        length -= start;
        start = 0;
        try {
            while (!last && length < buffer.length - MARGIN) {
                int read = in.read(buffer, length, buffer.length - MARGIN - length);
                last = read < 0;
                length += Math.max(0, read);
            }
        } catch (IOException e) {
            failure = e;
            last = true;
        }
        buffer[length] = '\n';
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw file.failure(e);
        }
    }
}
