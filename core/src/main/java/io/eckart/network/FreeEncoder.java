package io.eckart.network;

/** Parameterization 1 (notes 15.4): A and B are independent parameters, for any k. */
public record FreeEncoder() implements LinearArchitecture {

    @Override
    public String kind() {
        return "free";
    }
}
