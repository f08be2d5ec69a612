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
 * A fixed team of threads that shares out numbered tasks. The number of a task says what it works on, never the thread
 * that happens to take it; so results that depend only on task numbers are the same for any number of threads.
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
     * A team of this many threads, the caller's counted.
     *
     * @throws IllegalArgumentException if {@code threads} is below 1
     */
    public static Workers of(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be at least 1, got " + threads);
        }
        return new Workers(threads);
    }

    public int threads() {
        return threads;
    }

    /**
     * Runs tasks 0 to {@code count - 1} and returns when all have ended. The first failure is thrown here after the others
     * have stopped taking tasks.
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

    /** Waits for all helpers, also when interrupted: what they work on belongs to the caller again afterwards. */
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
