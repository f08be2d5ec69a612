package io.eckart.network;

import java.util.Map;

/**
 * The code is the result of T steps of gradient descent on {@code ||x - B y||^2}:
 * {@code y_0 = 0}, {@code y_{t+1} = y_t + eta B'(x - B y_t)}.
 *
 * <p>Without hidden cells this is linear, {@code A = phi(B'B) B'} with {@code phi(l) = eta sum_{t < T} (1 - eta l)^t}, and the
 * cost does not depend on T.
 *
 * <p>With hidden cells the recursion {@code y_{t+1} = y_t + eta B'(m * (x - B y_t))} itself runs, with m 1 for observed and 0 for
 * hidden cells.
 *
 * @param depth T, from 1 to {@link Architecture#MOST_DEPTH}
 * @param step eta, above 0; gradient descent converges while eta is below 2 / s_max(B)^2
 * @param bounded whether B is scaled down after a training step that brings eta s_max^2 to the bound; otherwise training fails
 */
public record UnrolledEncoder(int depth, double step, boolean bounded) implements LinearArchitecture {

    /** @throws IllegalArgumentException if a value is out of its range */
    public UnrolledEncoder {
        Architecture.requireDepth(depth);
        if (!(step > 0) || step == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("the step must be above 0 and finite, got " + step);
        }
    }

    /** With step 1, to which B is scaled. */
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
