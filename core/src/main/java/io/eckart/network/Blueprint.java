package io.eckart.network;

/** Says how an autoencoder is built once the sizes are known. */
@FunctionalInterface
public interface Blueprint {

    /** The architecture for rows of this many features and codes of this size. */
    Architecture of(int features, int codeSize);
}
