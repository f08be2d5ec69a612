package io.eckart.data.format.csv;

import java.io.IOException;
import java.io.Reader;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * The text of a file. Where it is longer than one block, a thread of its own reads, unpacks and decodes the next blocks while the
 * parser works on the ones before.
 */
final class TextReader extends Reader {
    private static final int BLOCK = 1 << 16;
    private static final int AHEAD = 4;

    /** Characters, or why they could not be read. */
    @SuppressWarnings("ArrayRecordComponent") // handed from one thread to the other, never compared
    private record Block(
            char[] text, int length, boolean last, @Nullable Throwable failure) {}

    private final TextDecoder decoder;
    private final BlockingQueue<Block> decoded = new ArrayBlockingQueue<>(AHEAD);
    private final BlockingQueue<char[]> free = new ArrayBlockingQueue<>(AHEAD + 2);
    private @Nullable Thread ahead;
    private @Nullable Block block;
    private int next;

    TextReader(TextDecoder decoder) {
        this.decoder = decoder;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (block == null) {
            block = decode(new char[BLOCK]);
        } else if (next == block.length && !block.last) {
            advance(block);
        }
        if (block.failure != null) {
            throw block.failure instanceof IOException e ? e : new IOException(block.failure);
        }
        if (next == block.length) {
            return -1;
        }
        int count = Math.min(length, block.length - next);
        System.arraycopy(block.text, next, target, offset, count);
        next += count;
        return count;
    }

    private void advance(Block before) throws IOException {
        next = 0;
        if (ahead == null) {
            ahead = Thread.ofPlatform().daemon().name("eckart-text").start(this::decodeAll);
        }
        free.offer(before.text);
        try {
            block = decoded.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while reading", e);
        }
    }

    private void decodeAll() {
        try {
            Block last;
            do {
                char[] text = free.poll();
                last = decode(text == null ? new char[BLOCK] : text);
                decoded.put(last);
            } while (!last.last);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Block decode(char[] text) {
        try {
            int length = decoder.read(text);
            return new Block(text, length, decoder.isAtEnd(), null);
        } catch (IOException | RuntimeException | Error e) {
            return new Block(text, 0, true, e);
        }
    }

    @Override
    public void close() throws IOException {
        Thread thread = ahead;
        if (thread != null) {
            thread.interrupt();
            join(thread);
        }
        decoder.close();
    }

    private static void join(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
