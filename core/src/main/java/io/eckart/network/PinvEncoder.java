package io.eckart.network;

/**
 * Only B is learnt; A is its pseudo-inverse.
 *
 * <p>k below d: {@code A = (B'B)^-1 B'}, so BA is a projection at every step. k at least d: {@code A = B' (BB')^-1}, so
 * {@code BA = I} always: complete rows are always reconstructed exactly.
 */
public record PinvEncoder() implements LinearArchitecture {

    @Override
    public String kind() {
        return "pinv";
    }
}
