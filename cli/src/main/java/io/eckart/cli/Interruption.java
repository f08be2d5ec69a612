package io.eckart.cli;

import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;

/**
 * Turns Ctrl-C into a wish: the run that asks ends with the best it has, its model is written, and only then does the process
 * end, with exit code 1.
 */
final class Interruption implements BooleanSupplier, AutoCloseable {
    private final CountDownLatch finished = new CountDownLatch(1);
    private final Thread hook = new Thread(this::waitForTheRun, "eckart-interruption");
    private volatile boolean wanted;

    Interruption() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    @Override
    public boolean getAsBoolean() {
        return wanted;
    }

    private void waitForTheRun() {
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
        if (!wanted) {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
    }
}
