package io.eckart.data.format.csv;

import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Blocks of data that a separate thread fills while the blocks before are used. The first block is filled by the thread that
 * takes it, so that little data needs no other thread. Blocks are used again, so memory is bounded.
 */
final class ReadAhead<B> implements AutoCloseable {
    private static final int AHEAD = 4;

    /** Fills blocks. */
    @FunctionalInterface
    interface Filler<B> {
        /** Fills a block with what comes next; false if nothing is left for another one. */
        boolean fill(B block) throws IOException;
    }

    /** A block and why nothing comes after it: null at the end of the data. */
    private record Filled<B>(
            B block, boolean last, @Nullable Throwable failure) {}

    private final String thread;
    private final Supplier<B> empty;
    private final Filler<B> filler;
    private final BlockingQueue<Filled<B>> filled = new ArrayBlockingQueue<>(AHEAD);
    private final BlockingQueue<B> free = new ArrayBlockingQueue<>(AHEAD + 2);
    private @Nullable Thread ahead;
    private @Nullable Filled<B> current;

    /**
     * @param thread the name of the thread
     * @param empty makes blocks
     */
    ReadAhead(String thread, Supplier<B> empty, Filler<B> filler) {
        this.thread = thread;
        this.empty = empty;
        this.filler = filler;
    }

    /**
     * The next block, to be used until the one after it is asked for; null behind the last one.
     *
     * @throws IOException if filling failed with one, or this thread was interrupted; other failures are thrown as they are
     */
    @Nullable
    B next() throws IOException {
        Filled<B> before = current;
        if (before == null) {
            current = fill(empty.get());
        } else if (before.last) {
            rethrow(before.failure);
            return null;
        } else {
            current = take(before);
        }
        return current.block;
    }

    private static void rethrow(@Nullable Throwable failure) throws IOException {
        switch (failure) {
            case null -> {}
            case IOException e -> throw e;
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            default -> throw new IllegalStateException(failure);
        }
    }

    private Filled<B> take(Filled<B> before) throws IOException {
        if (ahead == null) {
            ahead = Thread.ofPlatform().daemon().name(thread).start(this::fillAll);
        }
        free.offer(before.block);
        try {
            return filled.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while reading", e);
        }
    }

    private void fillAll() {
        try {
            Filled<B> next;
            do {
                B block = free.poll();
                next = fill(block == null ? empty.get() : block);
                filled.put(next);
            } while (!next.last);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Filled<B> fill(B block) {
        try {
            return new Filled<>(block, !filler.fill(block), null);
        } catch (IOException | RuntimeException | Error e) {
            return new Filled<>(block, true, e);
        }
    }

    /** Ends the thread. */
    @Override
    public void close() {
        Thread thread = ahead;
        boolean interrupted = false;
        while (thread != null && thread.isAlive()) {
            thread.interrupt();
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
