package io.eckart.network;

/**
 * Parameterization 3 (notes 15.4.2): B is shared between encoder and decoder, C stands in for the inverse. {@code A = C B'} with
 * C k x k for k below d, {@code A = B'C} with C d x d for k at least d.
 */
public record SharedEncoder() implements LinearArchitecture {

    @Override
    public String kind() {
        return "shared";
    }
}
