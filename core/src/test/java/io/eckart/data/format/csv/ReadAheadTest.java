package io.eckart.data.format.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Blocks that are filled ahead arrive all and in order, and so does what went wrong. */
@Timeout(60)
class ReadAheadTest {
    private static final String THREAD = "eckart-test";
    private final AtomicInteger made = new AtomicInteger();

    private int[] empty() {
        made.incrementAndGet();
        return new int[1];
    }

    /** Blocks that are numbered from 1. */
    private ReadAhead<int[]> numbered(int count) {
        AtomicInteger next = new AtomicInteger();
        return new ReadAhead<>(THREAD, this::empty, block -> {
            block[0] = next.incrementAndGet();
            return block[0] < count;
        });
    }

    private static int next(ReadAhead<int[]> blocks) throws IOException {
        return Objects.requireNonNull(blocks.next())[0];
    }

    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals(THREAD))
                .count();
    }

    @AfterEach
    void noThreadIsLeft() {
        assertThat(threads()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 6, 7, 10_000})
    void allBlocksInOrder(int count) throws IOException {
        try (ReadAhead<int[]> blocks = numbered(count)) {
            for (int i = 1; i <= count; i++) {
                assertThat(next(blocks)).isEqualTo(i);
            }
            assertThat(blocks.next()).isNull();
            assertThat(blocks.next()).isNull();
        }
        assertThat(made).hasValueLessThanOrEqualTo(7);
    }

    @Test
    void theFirstBlockNeedsNoThread() throws IOException {
        try (ReadAhead<int[]> blocks = numbered(2)) {
            assertThat(next(blocks)).isEqualTo(1);
            assertThat(threads()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 20})
    void closingEndsTheThread(int taken) throws IOException {
        try (ReadAhead<int[]> blocks = numbered(1_000_000)) {
            for (int i = 1; i <= taken; i++) {
                assertThat(next(blocks)).isEqualTo(i);
            }
            assertThat(threads()).isEqualTo(taken > 1 ? 1 : 0);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 9})
    void failuresArriveBehindTheBlocksBefore(int failing) throws IOException {
        for (Throwable failure : new Throwable[] {
            new IOException("a"), new IllegalStateException("b"), new OutOfMemoryError("c"), new StackOverflowError("d")
        }) {
            AtomicInteger next = new AtomicInteger();
            try (ReadAhead<int[]> blocks = new ReadAhead<>(THREAD, this::empty, block -> {
                block[0] = next.incrementAndGet();
                return block[0] < failing || sneaky(failure);
            })) {
                for (int i = 1; i <= failing; i++) {
                    assertThat(next(blocks)).isEqualTo(i);
                }
                assertThatThrownBy(blocks::next).isSameAs(failure);
                assertThatThrownBy(blocks::next).isSameAs(failure);
            }
        }
    }

    private static boolean sneaky(Throwable failure) throws IOException {
        switch (failure) {
            case IOException e -> throw e;
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            default -> throw new IllegalArgumentException(failure);
        }
    }

    @Test
    void interruptedWhileWaiting() throws IOException {
        try (ReadAhead<int[]> blocks = new ReadAhead<>(THREAD, this::empty, block -> {
            if (Thread.currentThread().getName().equals(THREAD)) {
                pause();
            }
            return true;
        })) {
            assertThat(blocks.next()).isNotNull();
            Thread.currentThread().interrupt();
            assertThatThrownBy(blocks::next).isInstanceOf(IOException.class).hasMessage("interrupted while reading");
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
        } finally {
            // Closing keeps the interrupt for the caller.
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    /** Waits until the thread is interrupted. */
    private static void pause() {
        try {
            Thread.sleep(60_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
