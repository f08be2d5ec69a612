package io.eckart.benchmarks.comparison;

import io.eckart.benchmarks.side.Request;

/**
 * Another way to do the work.
 *
 * @param request to the side that has it
 * @param target how many times faster Eckart wants to be; NaN for no goal
 */
record Rival(Request request, double target) {
    static Rival of(String method, Object... arguments) {
        return new Rival(Request.of(method, arguments), Double.NaN);
    }

    Rival target(double wanted) {
        return new Rival(request, wanted);
    }
}
