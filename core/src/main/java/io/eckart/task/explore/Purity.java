package io.eckart.task.explore;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How well clusters agree with true classes. */
public final class Purity {
    private Purity() {}

    /**
     * The part of the rows whose class is the commonest one of their cluster, in (0, 1].
     *
     * @param clusters the cluster of each row
     * @param classes the true class of each row
     * @throws IllegalArgumentException if the lengths differ or there are no rows
     */
    public static double of(int[] clusters, List<String> classes) {
        if (clusters.length != classes.size() || clusters.length == 0) {
            throw new IllegalArgumentException(clusters.length + " clusters for " + classes.size() + " classes");
        }
        Map<Integer, Map<String, Integer>> counts = new HashMap<>();
        for (int i = 0; i < clusters.length; i++) {
            counts.computeIfAbsent(clusters[i], c -> new HashMap<>()).merge(classes.get(i), 1, Integer::sum);
        }
        int agreeing = counts.values().stream()
                .mapToInt(c ->
                        c.values().stream().mapToInt(Integer::intValue).max().orElse(0))
                .sum();
        return (double) agreeing / clusters.length;
    }
}
