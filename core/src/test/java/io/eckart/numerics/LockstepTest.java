package io.eckart.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LockstepTest {
    private static final String HELPER = "eckart-lockstep-";

    private static List<Thread> helpers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith(HELPER))
                .toList();
    }

    /** Rounds of different numbers of tasks, each of which needs what all of the round before have left. */
    private static double[] run(int threads, int rounds) {
        double[] state = new double[9];
        double[] next = new double[9];
        for (int j = 0; j < 9; j++) {
            state[j] = 1.0 / (j + 1);
        }
        try (Lockstep team = Lockstep.of(threads)) {
            Workers.Task mix = i -> next[i] = Math.sin(3 * state[i] + state[(i + 1) % 9] - state[(i + 4) % 9]);
            Workers.Task copy = i -> state[i] = next[i];
            for (int r = 0; r < rounds; r++) {
                team.round(1 + r % 9, mix);
                team.round(1 + r % 9, copy);
            }
        }
        return state;
    }

    @Test
    void manyRoundsGiveTheSameBitsForAnyNumberOfThreads() {
        double[] one = run(1, 600);
        for (int threads : new int[] {2, 3, 5}) {
            assertThat(run(threads, 600)).as("%d threads", threads).containsExactly(one);
        }
    }

    @Test
    void everyTaskRunsOnceARoundAndNoneAfterIt() {
        AtomicIntegerArray runs = new AtomicIntegerArray(13);
        try (Lockstep team = Lockstep.of(3)) {
            assertThat(team.threads()).isEqualTo(3);
            for (int round = 1; round <= 500; round++) {
                team.round(13, runs::incrementAndGet);
                for (int i = 0; i < 13; i++) {
                    assertThat(runs.get(i))
                            .as("task %d after round %d", i, round)
                            .isEqualTo(round);
                }
            }
            team.round(0, i -> runs.set(0, -1));
            assertThat(runs.get(0)).isEqualTo(500);
        }
    }

    @Test
    void threadsThatHaveGoneToSleepAreWoken() throws InterruptedException {
        AtomicIntegerArray runs = new AtomicIntegerArray(4);
        try (Lockstep team = Lockstep.of(2)) {
            for (int round = 1; round <= 5; round++) {
                Thread.sleep(10);
                team.round(4, i -> {
                    pause(3);
                    runs.incrementAndGet(i);
                });
                assertThat(runs.get(0) + runs.get(1) + runs.get(2) + runs.get(3))
                        .isEqualTo(4 * round);
            }
        }
    }

    @Test
    void theFirstFailureIsThrownAndTheTeamGoesOn() {
        try (Lockstep team = Lockstep.of(2)) {
            for (int attempt = 0; attempt < 5; attempt++) {
                CountDownLatch both = new CountDownLatch(2);
                assertThatThrownBy(() -> team.round(2, i -> {
                            // Each thread has one of the two, so that both fail, task 1 well after task 0.
                            both.countDown();
                            await(both);
                            pause(60 * i);
                            throw new IllegalStateException("task " + i);
                        }))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessage("task 0");
                AtomicIntegerArray runs = new AtomicIntegerArray(6);
                team.round(6, runs::incrementAndGet);
                for (int i = 0; i < 6; i++) {
                    assertThat(runs.get(i))
                            .as("task %d of the round after a failure", i)
                            .isEqualTo(1);
                }
            }
        }
    }

    @Test
    void afterAFailureNoTaskIsTakenAndErrorsStayErrors() {
        try (Lockstep team = Lockstep.of(1)) {
            int[] runs = {0};
            assertThatThrownBy(() -> team.round(5, i -> {
                        runs[0]++;
                        throw new AssertionError("first");
                    }))
                    .isInstanceOf(AssertionError.class);
            assertThat(runs[0]).isEqualTo(1);
        }
        try (Lockstep team = Lockstep.of(2)) {
            AtomicIntegerArray runs = new AtomicIntegerArray(1000);
            assertThatThrownBy(() -> team.round(1000, i -> {
                        runs.incrementAndGet(i);
                        throw new AssertionError("task " + i);
                    }))
                    .isInstanceOf(AssertionError.class);
            int all = 0;
            for (int i = 0; i < runs.length(); i++) {
                all += runs.get(i);
            }
            assertThat(all).as("tasks taken, at most one for each thread").isBetween(1, 2);
        }
    }

    @Test
    void anInterruptedCallerStillFinishesItsRound() {
        AtomicIntegerArray runs = new AtomicIntegerArray(4);
        try (Lockstep team = Lockstep.of(2)) {
            Thread.currentThread().interrupt();
            team.round(4, i -> {
                long until = System.nanoTime() + 2_000_000;
                while (System.nanoTime() < until) {
                    Thread.onSpinWait();
                }
                runs.incrementAndGet(i);
            });
            assertThat(Thread.interrupted()).as("the flag is kept").isTrue();
        }
        assertThat(runs.get(0) + runs.get(1) + runs.get(2) + runs.get(3)).isEqualTo(4);
    }

    @Test
    void aRoundAllocatesNothing() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        double[] values = new double[8];
        Workers.Task task = i -> values[i] = Math.sqrt(values[i] + i);
        try (Lockstep team = Lockstep.of(2)) {
            for (int i = 0; i < 2000; i++) {
                team.round(8, task);
            }
            long own = Thread.currentThread().threadId();
            long[] ids = java.util.stream.LongStream.concat(
                            java.util.stream.LongStream.of(own),
                            helpers().stream().mapToLong(Thread::threadId))
                    .toArray();
            assertThat(ids.length).as("the caller and its helper").isGreaterThanOrEqualTo(2);
            long allocated = Long.MAX_VALUE;
            long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
            while (allocated >= 5000 && System.nanoTime() < deadline) {
                long before = sum(threads.getThreadAllocatedBytes(ids));
                for (int i = 0; i < 5000; i++) {
                    team.round(8, task);
                }
                allocated = sum(threads.getThreadAllocatedBytes(ids)) - before;
            }
            // Measuring itself takes some hundred bytes; one object a round would be 80,000.
            assertThat(allocated).as("bytes in 5000 rounds").isLessThan(5000);
        }
    }

    private static long sum(long[] values) {
        long sum = 0;
        for (long value : values) {
            sum += Math.max(0, value);
        }
        return sum;
    }

    @Test
    void closingEndsTheThreads() throws InterruptedException {
        List<Thread> others = helpers();
        Lockstep team = Lockstep.of(4);
        List<Thread> mine =
                helpers().stream().filter(thread -> !others.contains(thread)).toList();
        assertThat(mine).hasSize(3);
        team.round(8, i -> {});
        team.close();
        for (Thread thread : mine) {
            thread.join(5000);
            assertThat(thread.isAlive()).isFalse();
        }
    }

    @Test
    void aTeamHasAtLeastOneThread() {
        assertThatIllegalArgumentException().isThrownBy(() -> Lockstep.of(0)).withMessageContaining("0");
    }

    private static void pause(int milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
