package io.eckart.data.format.csv;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;

/** Decodes the bytes of a text file; goes over to Windows-1252 where ASCII is followed by bytes that are not UTF-8. */
final class TextDecoder implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final InputStream in;
    private final TextEncoding encoding;
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).flip();
    private CharsetDecoder decoder;
    /** UTF-8 takes as many bytes as it gives characters only where all of them are ASCII. */
    private boolean ascii = true;

    private boolean ended;
    private boolean flushed;

    TextDecoder(InputStream in, TextEncoding encoding) {
        this.in = in;
        this.encoding = encoding;
        this.decoder = encoding.charset().newDecoder();
    }

    /** Decodes about as many characters as there is room for, and gives their number. */
    int read(char[] target) throws IOException {
        CharBuffer out = CharBuffer.wrap(target);
        boolean full = false;
        while (!full && !flushed) {
            if (!ended) {
                fill();
            }
            full = decode(out);
        }
        return out.position();
    }

    /** Whether all characters were given. */
    boolean isAtEnd() {
        return flushed;
    }

    private void fill() throws IOException {
        bytes.compact();
        int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
        ended = count < 0;
        bytes.position(bytes.position() + Math.max(0, count)).flip();
    }

    /** Whether there is no room for the next character. */
    private boolean decode(CharBuffer out) throws IOException {
        int before = bytes.position() - out.position();
        CoderResult result = decoder.decode(bytes, out, ended);
        ascii &= bytes.position() - out.position() == before;
        if (result.isError()) {
            if (!ascii || !encoding.mayChange()) {
                result.throwException();
            }
            encoding.becomesWindows();
            decoder = encoding.charset().newDecoder();
            ascii = false;
        } else if (ended && result.isUnderflow()) {
            flushed = !decoder.flush(out).isOverflow();
            if (flushed) {
                encoding.isKnown();
            }
        }
        return result.isOverflow();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
