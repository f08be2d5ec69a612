package io.eckart.network;

/**
 * An autoencoder whose code and reconstruction are linear in the row: {@code y = A x}, {@code x^ = B y}, with A made from
 * the parameters (notes 15.4). It sees data through second moments only.
 */
public sealed interface LinearArchitecture extends Architecture
        permits FreeEncoder, PinvEncoder, SharedEncoder, UnrolledEncoder, UntiedEncoder {}
