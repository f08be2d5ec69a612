package io.eckart.benchmarks.comparison;

/**
 * One piece of work for one side.
 *
 * @param method the side's name for it
 * @param k components or clusters
 * @param iterations the most iterations; 0 where there are none
 */
record Request(String method, int k, int iterations) {

    static Request parse(String line) {
        String[] words = line.strip().split(" ", -1);
        if (words.length != 3) {
            throw new IllegalArgumentException("a request is 'method k iterations', got '" + line + "'");
        }
        return new Request(words[0], Integer.parseInt(words[1]), Integer.parseInt(words[2]));
    }

    String line() {
        return method + " " + k + " " + iterations;
    }
}
