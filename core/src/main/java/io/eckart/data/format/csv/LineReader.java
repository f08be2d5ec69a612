package io.eckart.data.format.csv;

import java.io.IOException;
import java.io.Reader;

/**
 * Gives text out line by line. A parser that asks for more only when it needs more has been given no more than the lines of the
 * current record, so {@link #lineEnd()} is how this record ends.
 */
final class LineReader extends Reader {
    private static final int BUFFER = 1 << 13;

    private final Reader text;
    private final char[] buffer = new char[BUFFER];
    private int next;
    private int limit;
    private String lineEnd = "";

    LineReader(Reader text) {
        this.text = text;
    }

    /** The line end given out last; empty if what was given out last does not end a line. */
    String lineEnd() {
        return lineEnd;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        int count = 0;
        boolean ended = false;
        boolean returned = lineEnd.equals("\r");
        lineEnd = "";
        while (!ended && count < length && hasNext()) {
            char c = buffer[next++];
            target[offset + count++] = c;
            if (c == '\r' && count == length && hasNext() && buffer[next] == '\n') {
                // No room for the second character: it is the next one to be given out.
                lineEnd = "\r";
                return count;
            }
            ended = c == '\n' || c == '\r';
            if (c == '\r' && hasNext() && buffer[next] == '\n') {
                target[offset + count++] = buffer[next++];
                lineEnd = "\r\n";
            } else if (ended) {
                lineEnd = c == '\r' ? "\r" : returned && count == 1 ? "\r\n" : "\n";
            }
        }
        return count == 0 ? -1 : count;
    }

    private boolean hasNext() throws IOException {
        if (next == limit) {
            next = 0;
            limit = text.read(buffer, 0, BUFFER);
        }
        limit = Math.max(0, limit);
        return next < limit;
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
