package io.eckart.benchmarks.comparison;

/** What a comparison tells the person who waits for it: results on standard output, all else on standard error. */
final class Terminal {
    private Terminal() {}

    static void note(String text) {
        System.err.println(text);
    }

    static void result(String text) {
        System.out.print(text);
    }
}
