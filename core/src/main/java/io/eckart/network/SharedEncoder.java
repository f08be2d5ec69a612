package io.eckart.network;

/**
 * B is shared between encoder and decoder, and a learnt matrix C takes the role of the inverse: {@code A = C B'} with
 * C k x k for k below d, {@code A = B'C} with C d x d for k at least d.
 */
public record SharedEncoder() implements LinearArchitecture {

    @Override
    public String kind() {
        return "shared";
    }
}
