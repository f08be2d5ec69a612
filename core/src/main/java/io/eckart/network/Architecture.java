package io.eckart.network;

import java.util.Map;

/**
 * How an autoencoder is built: which parameters it has and how a row becomes a code and the code a row again. General
 * networks ({@link NetworkEncoder}) are the common case; the linear ones of notes 15.4 are the special case without bias and
 * activation.
 *
 * <p>Rows are meant to be standardised as a whole: minus the origin, over one scale for all cells, so that their mean square
 * cell is about 1.
 */
public sealed interface Architecture extends Blueprint permits LinearArchitecture, ListaEncoder, NetworkEncoder {

    /** This one, whatever the sizes. */
    @Override
    default Architecture of(int features, int codeSize) {
        return this;
    }

    /** Whether rows with hidden cells are read as values beside an indicator; otherwise hidden cells are left out. */
    boolean readsIndicator();

    /** The word for this family in files and on the command line. */
    String kind();

    /** The settings beside the dimensions, by name, as they stand in files; {@link Architectures#of} reads them. */
    Map<String, String> settings();
}
