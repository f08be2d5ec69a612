package io.eckart.network;

import java.util.Map;

/**
 * The recursion of {@link UnrolledEncoder} with separate weights: {@code y_0 = 0},
 * {@code y_{t+1} = y_t + s_t W_t (x - V_t y_t)}, with learnt step sizes s_t, and W and V shared over time as in a recurrent
 * network or different in each step. Training starts as gradient descent on a random B: {@code W = B'}, {@code V = B}.
 *
 * <p>Without hidden cells it is linear.
 *
 * @param depth T, from 1 to {@link Architecture#MOST_DEPTH}
 * @param perLayer whether every step has its own weights
 */
public record UntiedEncoder(int depth, boolean perLayer) implements LinearArchitecture {

    /** @throws IllegalArgumentException if the depth is out of its range */
    public UntiedEncoder {
        Architecture.requireDepth(depth);
    }

    @Override
    public String kind() {
        return "untied";
    }

    @Override
    public boolean readsIndicator() {
        return false;
    }

    @Override
    public Map<String, String> settings() {
        return Map.of("depth", String.valueOf(depth), "per_layer", String.valueOf(perLayer));
    }
}
