package io.eckart.model;

/**
 * Encodes rows one at a time, for serving: its arrays are allocated once. A code agrees with that of {@link Encoder#encode} to
 * 5e-6 of the row's scale. Not safe for use by several threads at once; make one for each thread.
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
