package io.eckart.numerics;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A fixed team of threads that runs numbered tasks. A task depends on its number and never on the thread that runs it, so
 * results are the same for any number of threads.
 *
 * <pre>{@code
 * try (Workers workers = Workers.of(4)) {
 *     workers.forEach(rows, i -> sums[i] = sum(i));
 * }
 * }</pre>
 *
 * <p>Thread-safe. Close it to end its threads, which are daemons.
 */
public final class Workers implements AutoCloseable {

    /** One numbered task. */
    @FunctionalInterface
    public interface Task {
        void run(int index);
    }

    private final int threads;
    private final ExecutorService team;

    private Workers(int threads) {
        this.threads = threads;
        this.team = Executors.newFixedThreadPool(
                Math.max(1, threads - 1),
                Thread.ofPlatform().daemon().name("eckart-worker-", 1).factory());
    }

    /**
     * A team of this many threads, including the caller.
     *
     * @throws IllegalArgumentException if {@code threads} is below 1
     */
    public static Workers of(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be at least 1, got " + threads);
        }
        return new Workers(threads);
    }

    /** The number of threads, including the caller. */
    public int threads() {
        return threads;
    }

    /**
     * Runs tasks 0 to {@code count - 1} and returns when all have ended. After a failure no further task is started, and the
     * first failure is thrown.
     *
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
     */
    public void forEach(int count, Task task) {
        if (threads == 1 || count <= 1) {
            for (int i = 0; i < count; i++) {
                task.run(i);
            }
            return;
        }
        AtomicInteger next = new AtomicInteger();
        Runnable share = () -> takeAll(next, count, task);
        List<Future<?>> helpers = new ArrayList<>();
        for (int i = 0; i < Math.min(threads, count) - 1; i++) {
            helpers.add(team.submit(share));
        }
        try {
            share.run();
        } finally {
            join(helpers, next, count);
        }
    }

    private static void takeAll(AtomicInteger next, int count, Task task) {
        try {
            for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                task.run(i);
            }
        } catch (Throwable failure) {
            next.set(count);
            throw failure;
        }
    }

    /** Waits for all helpers, also when interrupted: afterwards no other thread uses the arrays of the caller. */
    private static void join(List<Future<?>> helpers, AtomicInteger next, int count) {
        Throwable failure = null;
        boolean interrupted = false;
        for (int i = 0; i < helpers.size(); ) {
            try {
                helpers.get(i).get();
                i++;
            } catch (ExecutionException e) {
                failure = failure == null ? e.getCause() : failure;
                i++;
            } catch (InterruptedException e) {
                next.set(count);
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while tasks were running");
        }
        rethrow(failure);
    }

    static void rethrow(@Nullable Throwable failure) {
        switch (failure) {
            case null -> {}
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            default -> throw new IllegalStateException(failure);
        }
    }

    @Override
    public void close() {
        team.shutdown();
    }
}
