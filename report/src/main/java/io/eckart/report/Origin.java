package io.eckart.report;

import java.util.List;

/**
 * How a result came about.
 *
 * @param command the exact command that gives it again
 * @param version of Eckart
 * @param seed of all randomness; for results without any, empty
 * @param threads worker threads; they change no bit
 * @param numerics the linear algebra provider
 * @param created time, ISO 8601 in UTC
 * @param notes what was decided about the data while they were read
 */
public record Origin(
        String command,
        String version,
        String seed,
        int threads,
        String numerics,
        String created,
        List<ReadingNote> notes) {

    /** An origin without notes. */
    public Origin(String command, String version, String seed, int threads, String numerics, String created) {
        this(command, version, seed, threads, numerics, created, List.of());
    }

    public Origin {
        notes = List.copyOf(notes);
    }

    /** The same with the notes of the data. */
    public Origin reading(List<ReadingNote> given) {
        return new Origin(command, version, seed, threads, numerics, created, given);
    }
}
