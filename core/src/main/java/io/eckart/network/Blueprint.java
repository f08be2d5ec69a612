package io.eckart.network;

/** Chooses an architecture once the sizes are known. */
@FunctionalInterface
public interface Blueprint {

    /** The architecture for rows of this many features and codes of this size. */
    Architecture of(int features, int codeSize);
}
