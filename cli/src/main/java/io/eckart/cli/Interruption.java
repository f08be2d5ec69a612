package io.eckart.cli;

import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;

/**
 * Turns Ctrl-C into a wish: a run that has begun to ask ends with the best it has, its model is written, and only then does
 * the process end, with exit code 1. Before that there is nothing to keep, and the process ends at once.
 */
public final class Interruption implements BooleanSupplier, AutoCloseable {
    private final CountDownLatch finished = new CountDownLatch(1);
    private final Thread hook = new Thread(this::waitForTheRun, "eckart-interruption");
    private volatile boolean asked;
    private volatile boolean wanted;

    public Interruption() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** For the run, now and then. */
    @Override
    public boolean getAsBoolean() {
        asked = true;
        return wanted;
    }

    public boolean isWanted() {
        return wanted;
    }

    private void waitForTheRun() {
        if (!asked) {
            return;
        }
        wanted = true;
        try {
            finished.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(1);
    }

    /** The run has ended and its results are written. */
    @Override
    public void close() {
        finished.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending, and the hook runs or has run.
            return;
        }
    }
}
