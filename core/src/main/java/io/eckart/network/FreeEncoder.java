package io.eckart.network;

/** A and B are independent parameters, for any k. */
public record FreeEncoder() implements LinearArchitecture {

    @Override
    public String kind() {
        return "free";
    }
}
