package io.eckart.benchmarks.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One task with the ways to do it.
 *
 * @param name for people
 * @param eckart how Eckart does it
 * @param peers the ways of the other side
 */
record Contest(String name, Request eckart, List<Request> peers) {
    private static final int COMPONENTS = 32;
    private static final int ITERATIONS = 20;

    Contest {
        peers = List.copyOf(peers);
    }

    /** @param large whether k-means with 1024 clusters is among them */
    static List<Contest> all(boolean large) {
        List<Contest> contests = new ArrayList<>();
        contests.add(new Contest(
                "PCA, k = 32",
                new Request(EckartSide.PCA_CENTERED, COMPONENTS, 0),
                requests(COMPONENTS, 0, "pca-randomized", "pca-covariance-eigh", "gram-eigh")));
        contests.add(new Contest(
                "PCA, k = 32, mean kept",
                new Request(EckartSide.PCA, COMPONENTS, 0),
                requests(COMPONENTS, 0, "truncated-svd")));
        List.of("free", "shared", "pinv", "unrolled").forEach(kind -> contests.add(linear(kind)));
        IntStream.of(10, 128, 1024).limit(large ? 3 : 2).forEach(k -> contests.add(kMeans(k)));
        return contests;
    }

    private static Contest linear(String kind) {
        return new Contest(
                "linear autoencoder within 1 %, " + kind,
                new Request(EckartSide.LINEAR + kind, COMPONENTS, 0),
                requests(COMPONENTS, 0, "linear-autoencoder", "linear-autoencoder-256"));
    }

    private static Contest kMeans(int k) {
        return new Contest(
                "k-means, k = " + k,
                new Request(EckartSide.KMEANS, k, ITERATIONS),
                requests(k, ITERATIONS, "kmeans-lloyd", "kmeans-elkan"));
    }

    private static List<Request> requests(int k, int iterations, String... methods) {
        return List.of(methods).stream()
                .map(method -> new Request(method, k, iterations))
                .toList();
    }

    /** The same contest with those ways only that the other side has; none where there is no other side. */
    Contest among(List<String> methods) {
        return new Contest(
                name,
                eckart,
                peers.stream().filter(peer -> methods.contains(peer.method())).toList());
    }
}
