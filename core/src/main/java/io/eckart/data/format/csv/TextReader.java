package io.eckart.data.format.csv;

import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/** The text of a file, which is read, unpacked and decoded {@link ReadAhead ahead} of its parser. */
final class TextReader extends Reader {
    private static final int BLOCK = 1 << 16;

    private static final class Block {
        final char[] text = new char[BLOCK];
        int length;
    }

    private final TextDecoder decoder;
    private final ReadAhead<Block> blocks = new ReadAhead<>("eckart-text", Block::new, this::decode);
    private @Nullable Block block;
    private int next;

    TextReader(TextDecoder decoder) {
        this.decoder = decoder;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        while (block == null || next == block.length) {
            Block following = blocks.next();
            if (following == null) {
                return -1;
            }
            block = following;
            next = 0;
        }
        int count = Math.min(length, block.length - next);
        System.arraycopy(block.text, next, target, offset, count);
        next += count;
        return count;
    }

    private boolean decode(Block block) throws IOException {
        block.length = 0;
        block.length = decoder.read(block.text);
        return !decoder.isAtEnd();
    }

    @Override
    public void close() throws IOException {
        blocks.close();
        decoder.close();
    }
}
