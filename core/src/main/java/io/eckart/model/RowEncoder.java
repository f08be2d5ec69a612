package io.eckart.model;

/**
 * Turns rows into codes one at a time, for serving: made once, it has its arrays ready. A code agrees with
 * that of {@link Encoder#encode} to 1e-6 of the row's scale. Not for use from several threads at once; each thread has one of its own.
 */
@FunctionalInterface
public interface RowEncoder {

    /**
     * The code of a row.
     *
     * @param row d features as {@link Encoder#encode} takes them, NaN where unobserved; is not changed
     * @param code is overwritten with the k entries of the code
     * @throws IllegalArgumentException if the row or the code has another length
     */
    void encode(float[] row, float[] code);
}
