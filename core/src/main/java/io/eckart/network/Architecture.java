package io.eckart.network;

import java.util.Map;

/**
 * How an autoencoder is built: its parameters, how a row is encoded to a code and how the code is decoded to a row. General
 * networks ({@link NetworkEncoder}) are the common case; linear ones are the special case without bias and activation.
 *
 * <pre>{@code
 * Architecture network = NetworkEncoder.mirrored(List.of(256), Activation.RELU, false);
 * Architecture linear = new FreeEncoder();
 * }</pre>
 *
 * <p>Rows should be standardised as a whole, minus the origin and divided by one scale for all cells, so that the mean square of
 * a cell is about 1. All implementations are immutable and thread-safe.
 */
public sealed interface Architecture extends Blueprint permits LinearArchitecture, ListaEncoder, NetworkEncoder {

    /** The most steps of a recurrent encoder: far more than a result depends on, few enough that a row's code is found. */
    int MOST_DEPTH = 100_000;

    /**
     * Checks a number of steps.
     *
     * @throws IllegalArgumentException if it is not from 1 to {@link #MOST_DEPTH}
     */
    static void requireDepth(int depth) {
        if (depth < 1 || depth > MOST_DEPTH) {
            String limit = depth < 1 ? "at least 1" : "at most " + MOST_DEPTH;
            throw new IllegalArgumentException("the depth must be " + limit + ", got " + depth);
        }
    }

    /** This architecture, for any sizes. */
    @Override
    default Architecture of(int features, int codeSize) {
        return this;
    }

    /** Whether rows with hidden cells are read as values and an indicator of hidden cells; otherwise hidden cells are left out. */
    boolean readsIndicator();

    /** The name of this kind in files. */
    String kind();

    /** The settings other than the dimensions, by their names in files; {@link Architectures#of} reads them. */
    Map<String, String> settings();
}
