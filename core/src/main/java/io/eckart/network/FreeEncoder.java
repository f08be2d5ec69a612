package io.eckart.network;

import java.util.Map;

/** Parameterization 1 (notes 15.4): A and B are independent parameters, for any k. */
public record FreeEncoder() implements LinearArchitecture {

    @Override
    public String kind() {
        return "free";
    }

    @Override
    public boolean readsIndicator() {
        return true;
    }

    @Override
    public Map<String, String> settings() {
        return Map.of();
    }
}
