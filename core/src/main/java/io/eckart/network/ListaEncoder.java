package io.eckart.network;

import java.util.Map;

/**
 * Learned iterative soft thresholding (Gregor and LeCun 2010): the untied cell, shared over time, with a soft threshold after
 * each step, {@code y_{t+1} = soft(y_t + s_t W (m * (x - V y_t)), theta)}; codes are sparse.
 *
 * <p>The objective has the penalty {@code 2 a sum_j |y_j|} for each row, and the columns of B have length at most 1; otherwise
 * codes would shrink and B grow until the penalty vanished. It starts as ISTA for {@code 1/2 ||x - B y||^2 + a |y|_1}:
 * {@code W = B'}, {@code V = B}, {@code theta = s a}.
 *
 * @param depth T, from 1 to {@link Architecture#MOST_DEPTH}
 * @param sparsity a, in units of the root mean square cell, at least 0
 */
public record ListaEncoder(int depth, double sparsity) implements Architecture {

    /** @throws IllegalArgumentException if a value is out of its range */
    public ListaEncoder {
        Architecture.requireDepth(depth);
        if (!(sparsity >= 0) || sparsity == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("the sparsity must be at least 0 and finite, got " + sparsity);
        }
    }

    @Override
    public String kind() {
        return "lista";
    }

    @Override
    public boolean readsIndicator() {
        return false;
    }

    @Override
    public Map<String, String> settings() {
        return Map.of("depth", String.valueOf(depth), "sparsity", String.valueOf(sparsity));
    }
}
