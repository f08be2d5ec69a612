package io.eckart.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkersTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8})
    void everyTaskRunsOnce(int threads) {
        try (Workers workers = Workers.of(threads)) {
            assertThat(workers.threads()).isEqualTo(threads);
            for (int count : new int[] {0, 1, 2, 7, 1000}) {
                AtomicIntegerArray runs = new AtomicIntegerArray(count);
                workers.forEach(count, runs::incrementAndGet);
                for (int i = 0; i < count; i++) {
                    assertThat(runs.get(i)).as("task %d of %d", i, count).isEqualTo(1);
                }
            }
        }
    }

    @Test
    void tasksRunOnAsManyThreadsAsAsked() {
        try (Workers workers = Workers.of(3)) {
            CountDownLatch all = new CountDownLatch(3);
            Set<String> names = ConcurrentHashMap.newKeySet();
            workers.forEach(3, i -> {
                names.add(Thread.currentThread().getName());
                all.countDown();
                awaitAll(all);
            });
            assertThat(names).hasSize(3);
        }
    }

    private static void awaitAll(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS))
                    .as("all tasks at once")
                    .isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void failureReachesTheCallerAndEndsTheRest(int threads) {
        try (Workers workers = Workers.of(threads)) {
            AtomicInteger runs = new AtomicInteger();
            assertThatThrownBy(() -> workers.forEach(1_000_000, i -> {
                        runs.incrementAndGet();
                        if (i == 5) {
                            throw new ArithmeticException("task " + i);
                        }
                    }))
                    .isInstanceOf(ArithmeticException.class)
                    .hasMessage("task 5");
            assertThat(runs.get()).isLessThan(1_000_000);
            AtomicInteger after = new AtomicInteger();
            workers.forEach(10, i -> after.incrementAndGet());
            assertThat(after).as("the team is still there").hasValue(10);
        }
    }

    @Test
    void errorsAreNotWrapped() {
        try (Workers workers = Workers.of(2)) {
            assertThatThrownBy(() -> workers.forEach(4, i -> {
                        throw new AssertionError("task");
                    }))
                    .isInstanceOf(AssertionError.class)
                    .hasMessage("task");
        }
    }

    @Test
    void teamNeedsAThread() {
        assertThatIllegalArgumentException().isThrownBy(() -> Workers.of(0)).withMessageContaining("got 0");
    }
}
