package io.eckart.network;

/**
 * Parameterization 2 (notes 15.4.1): only B is learnt, A is its pseudo-inverse.
 *
 * <p>k below d: {@code A = (B'B)^-1 B'}, so BA is a projection at every step. k at least d: {@code A = B' (BB')^-1}, so
 * {@code BA = I} always: of complete rows there is nothing to learn.
 */
public record PinvEncoder() implements LinearArchitecture {

    @Override
    public String kind() {
        return "pinv";
    }
}
