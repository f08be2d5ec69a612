package io.eckart.data.format;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * Decompresses all members of a gzip stream (RFC 1952), or fails. Used instead of {@link java.util.zip.GZIPInputStream}, which
 * silently ends at the first damaged later member and at bytes that are not gzip. Zeros after the last member are padding, as
 * written by tape and block devices.
 */
final class GzipMembers extends InputStream {
    private static final int DEFLATED = 8;
    private static final int FLAG_CHECKSUM = 2;
    private static final int FLAG_EXTRA = 4;
    private static final int FLAG_NAME = 8;
    private static final int FLAG_COMMENT = 16;
    private static final int FLAGS_RESERVED = 0xe0;
    /** Time, compression level and operating system. */
    private static final int UNUSED_BYTES = 6;

    private final InputStream in;
    private final byte[] buffer;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 checksum = new CRC32();
    private int at;
    private int end;
    private boolean done;

    /**
     * @param in compressed bytes, closed with this stream
     * @throws IOException if they do not start with the header of a member
     */
    GzipMembers(InputStream in, int bufferBytes) throws IOException {
        this.in = in;
        this.buffer = new byte[bufferBytes];
        startMember();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (!done) {
            int count = inflate(target, offset, length);
            if (count > 0) {
                checksum.update(target, offset, count);
                return count;
            }
            endMember();
        }
        return -1;
    }

    /** Decompresses bytes of the member; returns 0 at its end. */
    private int inflate(byte[] target, int offset, int length) throws IOException {
        try {
            int count = inflater.inflate(target, offset, length);
            while (count == 0 && !inflater.finished()) {
                if (!fill()) {
                    throw new EOFException();
                }
                inflater.setInput(buffer, 0, end);
                count = inflater.inflate(target, offset, length);
            }
            return count;
        } catch (DataFormatException e) {
            ZipException damaged = new ZipException(e.getMessage());
            damaged.initCause(e);
            throw damaged;
        }
    }

    private void endMember() throws IOException {
        at = end - inflater.getRemaining();
        int sum = (int) checksum.getValue();
        int length = (int) inflater.getBytesWritten();
        if (nextInt() != sum || nextInt() != length) {
            throw new ZipException("wrong checksum or length");
        }
        boolean padded = false;
        while (at < end || fill()) {
            if (buffer[at] != 0) {
                require(!padded, "data after the padding");
                startMember();
                return;
            }
            padded = true;
            at++;
        }
        done = true;
    }

    private void startMember() throws IOException {
        checksum.reset();
        boolean gzip = nextByte() == 0x1f && nextByte() == 0x8b;
        require(gzip, "bytes that are not gzip follow its end");
        require(nextByte() == DEFLATED, "unknown compression method");
        int flags = nextByte();
        require((flags & FLAGS_RESERVED) == 0, "unknown flags");
        skip(UNUSED_BYTES);
        if ((flags & FLAG_EXTRA) != 0) {
            skip(nextShort());
        }
        skipText((flags & FLAG_NAME) != 0);
        skipText((flags & FLAG_COMMENT) != 0);
        if ((flags & FLAG_CHECKSUM) != 0) {
            int sum = (int) checksum.getValue() & 0xffff;
            require(nextShort() == sum, "wrong checksum of a header");
        }
        checksum.reset();
        inflater.reset();
        inflater.setInput(buffer, at, end - at);
    }

    private static void require(boolean holds, String otherwise) throws ZipException {
        if (!holds) {
            throw new ZipException(otherwise);
        }
    }

    private void skip(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            nextByte();
        }
    }

    private void skipText(boolean present) throws IOException {
        for (int last = present ? 1 : 0; last != 0; ) {
            last = nextByte();
        }
    }

    private int nextInt() throws IOException {
        return nextShort() | nextShort() << 16;
    }

    private int nextShort() throws IOException {
        return nextByte() | nextByte() << 8;
    }

    private int nextByte() throws IOException {
        if (at == end && !fill()) {
            throw new EOFException();
        }
        checksum.update(buffer[at]);
        return buffer[at++] & 0xff;
    }

    /** Reads more bytes; returns false at the end of the compressed bytes. */
    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(0, in.read(buffer));
        return end > 0;
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        in.close();
    }
}
