package io.eckart.cli.text;

import io.eckart.task.fit.ClusterDescription;
import io.eckart.task.fit.ClusterDescription.Cluster;
import io.eckart.task.fit.ClusterDescription.Difference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The clusters of a k-means: how large they are, what sets them apart, which rows are typical. */
final class ClusterText {
    private static final int SHOWN = 10;
    private static final int DIFFERENCES = 4;
    /** A smaller difference, in standard deviations, sets nothing apart. */
    private static final double SLIGHT = 0.2;

    private ClusterText() {}

    static String of(ClusterDescription found) {
        Lines text = new Lines().add();
        boolean images = found.pictures().isPresent();
        Set<Integer> shown = largest(found.clusters());
        text.add(
                "%sclusters%s",
                shown.size() < found.clusters().size() ? "the " + shown.size() + " largest " : "",
                images ? "" : ", and what sets them apart from the mean of all rows");
        if (!images) {
            text.add("(in brackets: difference in standard deviations)");
        }
        found.clusters().stream()
                .filter(cluster -> shown.contains(cluster.cluster()))
                .forEach(cluster -> add(text, found, cluster));
        return text.toString();
    }

    private static Set<Integer> largest(List<Cluster> clusters) {
        return clusters.stream()
                .sorted(Comparator.comparingLong(Cluster::rows).reversed())
                .limit(SHOWN)
                .map(Cluster::cluster)
                .collect(Collectors.toSet());
    }

    private static void add(Lines text, ClusterDescription found, Cluster cluster) {
        text.add("cluster %d: %,d rows, %.1f %%", cluster.cluster(), cluster.rows(), 100 * cluster.share());
        Set<String> columns = new HashSet<>();
        List<String> apart = cluster.differences().stream()
                .filter(difference -> columns.add(difference.column()))
                .takeWhile(difference -> Math.abs(difference.deviations()) >= SLIGHT)
                .limit(DIFFERENCES)
                .map(ClusterText::words)
                .toList();
        if (!apart.isEmpty()) {
            text.addWrapped("  ", "  ", ", ", apart);
        }
        List<String> typical = cluster.typical().stream()
                .map(row -> String.format(Locale.ROOT, "row %,d%s", row.row(), kept(found.kept(), row.kept())))
                .toList();
        if (!typical.isEmpty()) {
            text.addWrapped("  typical: ", "           ", ", ", typical);
        }
    }

    private static String words(Difference difference) {
        String value = difference.level() == null
                ? Summary.brief(difference.centroid())
                : String.format(Locale.ROOT, "%.0f %%", 100 * difference.centroid());
        return String.format(Locale.ROOT, "%s %s (%+.1f)", difference.feature(), value, difference.deviations());
    }

    /** What the cells are that tell a row apart, in brackets. */
    static String kept(List<String> names, List<String> cells) {
        List<String> known = new ArrayList<>();
        IntStream.range(0, cells.size())
                .filter(i -> !cells.get(i).isEmpty())
                .forEach(i -> known.add(names.get(i) + " " + cells.get(i)));
        return known.isEmpty() ? "" : " (" + String.join(", ", known) + ")";
    }
}
