package io.eckart.training;

/**
 * A planned step of a job.
 *
 * @param what what it does, in a few words, such as {@code "masked, repetition 2"}
 * @param kind a word that steps share whose time is foretold by each other's, such as {@code "masked"}
 * @param seconds about how long it takes on two processors, at least 0. What counts is mostly its ratio to other steps.
 */
public record JobStep(String what, String kind, double seconds) {
    /** @throws IllegalArgumentException if {@code seconds} is negative, infinite or not a number */
    public JobStep {
        if (!(seconds >= 0) || Double.isInfinite(seconds)) {
            throw new IllegalArgumentException("a step takes 0 seconds or more, got " + seconds);
        }
    }

    /** A step unlike any other of its job. */
    public static JobStep of(String what, double seconds) {
        return new JobStep(what, what, seconds);
    }
}
