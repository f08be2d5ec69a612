package io.eckart.data.format.csv;

import java.io.IOException;
import java.io.Reader;

/**
 * Text in which runs of blanks and tabs outside quotes are one blank, and lines neither begin nor end with blanks. No more of the
 * text is asked for than is needed, so that a {@link LineReader} below knows the line that was given out.
 */
final class BlankRuns extends Reader {
    private static final int BUFFER = 1 << 13;

    private final Reader text;
    private final char[] buffer = new char[BUFFER];
    private int next;
    private int limit;
    private boolean atStart = true;
    private boolean pending;
    private boolean quoted;

    BlankRuns(Reader text) {
        this.text = text;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        int count = 0;
        while (count < length && (next < limit || (count == 0 && hasNext()))) {
            char c = buffer[next];
            if (!quoted && (c == ' ' || c == '\t')) {
                pending = !atStart;
                next++;
                continue;
            }
            boolean lineEnd = !quoted && (c == '\n' || c == '\r');
            if (pending && !lineEnd) {
                // The blank first; the character behind it is still there in the next round.
                target[offset + count++] = ' ';
            } else {
                target[offset + count++] = c;
                next++;
                atStart = lineEnd;
                quoted ^= c == '"';
            }
            pending = false;
        }
        return count == 0 ? -1 : count;
    }

    private boolean hasNext() throws IOException {
        if (next == limit) {
            next = 0;
            limit = Math.max(0, text.read(buffer, 0, BUFFER));
        }
        return next < limit;
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
