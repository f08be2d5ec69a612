package io.eckart.network;

import java.util.Map;

/**
 * An autoencoder whose code and reconstruction are linear in the row: {@code y = A x}, {@code x^ = B y}, with A made from
 * the parameters. Its loss depends on second moments of the data only.
 */
public sealed interface LinearArchitecture extends Architecture
        permits FreeEncoder, PinvEncoder, SharedEncoder, UnrolledEncoder, UntiedEncoder {

    @Override
    default boolean readsIndicator() {
        return true;
    }

    @Override
    default Map<String, String> settings() {
        return Map.of();
    }
}
