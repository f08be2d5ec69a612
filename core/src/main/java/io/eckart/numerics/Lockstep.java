package io.eckart.numerics;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A team of threads for very many short rounds, such as the steps of a training run. Its threads spin for a moment before they
 * sleep while they wait for the next round, and a round allocates nothing. As with {@link Workers}, a task is known by its number,
 * so results do not depend on the number of threads.
 *
 * <p>Not thread-safe: rounds are started by one thread at a time.
 */
public final class Lockstep implements AutoCloseable {
    /** About 50 to 100 microseconds, which is longer than the gap between two rounds of a step. */
    private static final int SPINS = 2000;
    /** About another millisecond, in which other threads may run: waking from sleep takes long in a virtual machine. */
    private static final int YIELDS = 2000;

    private final Thread[] helpers;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger working = new AtomicInteger();
    private Workers.@Nullable Task task;
    private int count;
    private volatile @Nullable Thread caller;
    private final AtomicInteger round = new AtomicInteger();
    private volatile boolean closed;
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    private Lockstep(int threads) {
        helpers = new Thread[threads - 1];
        for (int i = 0; i < helpers.length; i++) {
            helpers[i] = Thread.ofPlatform()
                    .daemon()
                    .name("eckart-lockstep-" + (i + 1))
                    .start(this::help);
        }
    }

    /**
     * A team of this many threads, including the caller.
     *
     * @throws IllegalArgumentException if {@code threads} is below 1
     */
    public static Lockstep of(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be at least 1, got " + threads);
        }
        return new Lockstep(threads);
    }

    public int threads() {
        return helpers.length + 1;
    }

    /** Runs tasks 0 to {@code tasks - 1} and returns when all have ended; throws the first failure. */
    public void round(int tasks, Workers.Task work) {
        if (helpers.length == 0 || tasks <= 1) {
            for (int i = 0; i < tasks; i++) {
                work.run(i);
            }
            return;
        }
        task = work;
        count = tasks;
        next.set(0);
        working.set(helpers.length);
        caller = Thread.currentThread();
        round.incrementAndGet();
        for (Thread helper : helpers) {
            LockSupport.unpark(helper);
        }
        takeAll(work);
        awaitHelpers();
        Workers.rethrow(failure.getAndSet(null));
    }

    @SuppressWarnings("ThreadPriorityCheck") // it affects how soon a round begins, not the results
    private void pause(int spins) {
        if (spins < SPINS) {
            Thread.onSpinWait();
        } else if (spins < SPINS + YIELDS) {
            Thread.yield();
        } else {
            LockSupport.park(this);
        }
    }

    private void awaitHelpers() {
        for (int spins = 0; working.get() > 0; spins++) {
            pause(spins);
        }
    }

    private void help() {
        int seen = 0;
        while (true) {
            for (int spins = 0; round.get() == seen && !closed; spins++) {
                pause(spins);
            }
            if (closed) {
                return;
            }
            seen = round.get();
            Workers.Task work = task;
            if (work != null) {
                takeAll(work);
            }
            if (working.decrementAndGet() == 0) {
                LockSupport.unpark(caller);
            }
        }
    }

    private void takeAll(Workers.Task work) {
        try {
            for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                work.run(i);
            }
        } catch (Throwable thrown) {
            failure.compareAndSet(null, thrown);
            next.set(count);
        }
    }

    @Override
    public void close() {
        closed = true;
        for (Thread helper : helpers) {
            LockSupport.unpark(helper);
        }
    }
}
