package io.eckart.network;

import java.util.Map;

/**
 * Parameterization 4 (notes 15.4.3): the code is what T steps of gradient descent on {@code ||x - B y||^2} reach,
 * {@code y_0 = 0}, {@code y_{t+1} = y_t + eta B'(x - B y_t)} (15.12, 15.13).
 *
 * <p>Without hidden cells this is linear, {@code A = phi(B'B) B'} with {@code phi(l) = eta sum_{t < T} (1 - eta l)^t}, and costs
 * the same whatever T is.
 *
 * <p>With hidden cells the recursion itself runs, {@code y_{t+1} = y_t + eta B'(m * (x - B y_t))}, m 1 where observed: a hidden
 * cell takes no part.
 *
 * @param depth T, at least 1
 * @param step eta, above 0; gradient descent converges while eta is below 2 / s_max(B)^2
 * @param bounded whether B is scaled back after a step that would bring eta s_max^2 to the bound; otherwise that is an error
 */
public record UnrolledEncoder(int depth, double step, boolean bounded) implements LinearArchitecture {

    /** @throws IllegalArgumentException if a value is out of its range */
    public UnrolledEncoder {
        if (depth < 1) {
            throw new IllegalArgumentException("the depth must be at least 1, got " + depth);
        }
        if (!(step > 0) || step == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("the step must be above 0 and finite, got " + step);
        }
    }

    /** With the step that suits every B: 1, B being scaled accordingly. */
    public static UnrolledEncoder automatic(int depth) {
        return new UnrolledEncoder(depth, 1, true);
    }

    @Override
    public String kind() {
        return "unrolled";
    }

    @Override
    public boolean readsIndicator() {
        return false;
    }

    @Override
    public Map<String, String> settings() {
        return Map.of("depth", String.valueOf(depth), "step", String.valueOf(step), "bounded", String.valueOf(bounded));
    }
}
