package io.eckart.training.label;

import io.eckart.data.Targets;
import java.util.Arrays;

/**
 * Gives all rows of a cluster the most frequent class of its labelled rows (the first of equals), or the mean of their values
 * (notes 15.1.1). Rows of a cluster without a label stay unknown.
 */
public final class ClusterLabels {
    private ClusterLabels() {}

    /**
     * The labels inferred for all rows.
     *
     * @param clusters the cluster of each row, from 0; -1 for none
     * @throws IllegalArgumentException if there is not one cluster for each label
     */
    public static Targets infer(int[] clusters, Targets known) {
        if (clusters.length != known.rows()) {
            throw new IllegalArgumentException(clusters.length + " clusters for " + known.rows() + " labels");
        }
        int count = Arrays.stream(clusters).max().orElse(-1) + 1;
        return switch (known) {
            case Targets.Classes classes -> majority(clusters, count, classes);
            case Targets.Values values -> mean(clusters, count, values);
        };
    }

    private static Targets majority(int[] clusters, int count, Targets.Classes known) {
        int c = known.names().size();
        int[][] votes = new int[count][c];
        for (int i = 0; i < clusters.length; i++) {
            if (clusters[i] >= 0 && known.isKnown(i)) {
                votes[clusters[i]][known.of()[i]]++;
            }
        }
        int[] winner = new int[count];
        Arrays.setAll(winner, k -> winner(votes[k]));
        return new Targets.Classes(
                known.names(),
                Arrays.stream(clusters).map(k -> k < 0 ? -1 : winner[k]).toArray());
    }

    private static int winner(int[] votes) {
        int best = -1;
        int most = 0;
        for (int c = 0; c < votes.length; c++) {
            if (votes[c] > most) {
                most = votes[c];
                best = c;
            }
        }
        return best;
    }

    private static Targets mean(int[] clusters, int count, Targets.Values known) {
        double[] sums = new double[count];
        int[] votes = new int[count];
        for (int i = 0; i < clusters.length; i++) {
            if (clusters[i] >= 0 && known.isKnown(i)) {
                sums[clusters[i]] += known.of()[i];
                votes[clusters[i]]++;
            }
        }
        return new Targets.Values(Arrays.stream(clusters)
                .mapToDouble(k -> k < 0 || votes[k] == 0 ? Double.NaN : sums[k] / votes[k])
                .toArray());
    }
}
