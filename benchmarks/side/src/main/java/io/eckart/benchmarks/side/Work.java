package io.eckart.benchmarks.side;

/** What a side does with the data that it holds. */
public interface Work {
    Introduction introduction();

    /**
     * Does one piece of work and measures it.
     *
     * @throws IllegalArgumentException if there is no such method
     */
    Reply answer(Request request);

    /** The error for a method that is not there. */
    static IllegalArgumentException unknown(Request request) {
        return new IllegalArgumentException("no method is called '" + request.method() + "'");
    }
}
