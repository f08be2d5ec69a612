package io.eckart.benchmarks.side;

/**
 * What a side answers.
 *
 * @param seconds of the work alone
 * @param check a number that shows which work was done, such as the error that a fit ended with; NaN where there is none
 * @param iterations done; 0 where there are none
 */
public record Reply(double seconds, double check, int iterations) {

    /** The seconds since {@code System.nanoTime()} was {@code start}. */
    public static double secondsSince(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    String json() {
        return "{\"seconds\": " + seconds + ", \"check\": " + (Double.isFinite(check) ? check : "null")
                + ", \"iterations\": " + iterations + "}";
    }
}
