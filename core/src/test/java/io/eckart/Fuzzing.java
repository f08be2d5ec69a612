package io.eckart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.SplittableRandom;

/** Runs something on many changed inputs: it works, or fails with one of the exceptions that are documented, in bounded time and memory. */
public final class Fuzzing {
    private static final double MOST_SECONDS = 10;

    /** Generous, and far less than sizes that a header may claim: the inputs have a few kilobytes. */
    private static final long MOST_BYTES = 512L << 20;

    /** Takes one changed input, drawn from these random numbers. */
    @FunctionalInterface
    public interface Trial {
        void run(SplittableRandom random) throws Exception;
    }

    private final long seed;
    private final Class<?>[] documented;

    /** @param documented the exceptions that may come */
    public Fuzzing(long seed, Class<?>... documented) {
        this.seed = seed;
        this.documented = documented.clone();
    }

    /**
     * Runs the trials.
     *
     * @param name of what is tried, in failures
     * @return the number of trials that ended without an exception
     */
    public int run(String name, int trials, Trial trial) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        int accepted = 0;
        for (int i = 0; i < trials; i++) {
            String description = name + ", seed " + seed + ", trial " + i;
            long bytes = threads.getCurrentThreadAllocatedBytes();
            long start = System.nanoTime();
            // Each trial by itself, so that one can be run again without those before it.
            accepted += isAccepted(description, trial, new SplittableRandom(seed * 1_000_003 + i)) ? 1 : 0;
            assertThat((System.nanoTime() - start) / 1e9)
                    .as("seconds of %s", description)
                    .isLessThan(MOST_SECONDS);
            assertThat(threads.getCurrentThreadAllocatedBytes() - bytes)
                    .as("bytes of %s", description)
                    .isLessThan(MOST_BYTES);
        }
        return accepted;
    }

    @SuppressWarnings("CatchAndPrintStackTrace") // any failure is what is looked for
    private boolean isAccepted(String description, Trial trial, SplittableRandom random) {
        try {
            trial.run(random);
            return true;
        } catch (Throwable e) {
            for (Class<?> type : documented) {
                if (type.isInstance(e)) {
                    assertThat(e.getMessage()).as(description).isNotBlank().hasSizeLessThan(5000);
                    return false;
                }
            }
            return fail(description + " gave " + e, e);
        }
    }
}
