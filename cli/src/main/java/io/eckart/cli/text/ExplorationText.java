package io.eckart.cli.text;

import io.eckart.data.ColumnSummary;
import io.eckart.data.TableProfile;
import io.eckart.task.explore.Exploration;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a person reads of an exploration: the most telling lines of each part. */
public final class ExplorationText {
    private static final int COLUMNS = 30;
    private static final int SHOWN = 5;
    private static final int WIDTH = 30;

    private final Lines text = new Lines();

    private ExplorationText() {}

    public static String of(Exploration found, @Nullable Path output) {
        ExplorationText report = new ExplorationText();
        TableProfile profile = found.profile();
        report.text.add(
                "%s: %,d rows, %,d columns, %,d features",
                found.data(), profile.rows(), profile.columns().size(), found.features());
        if (!found.ignored().isEmpty()) {
            report.text.add("left out: %s", String.join(", ", found.ignored()));
        }
        if (found.scale().equals("raw")) {
            report.pixels(profile);
        } else {
            report.columns(profile);
        }
        report.missing(profile);
        report.dimension(found);
        report.maps(found);
        report.clusters(found);
        report.odd(found.oddRows());
        if (!found.scale().equals("raw")) {
            report.correlations(found.correlations());
        }
        report.text.add();
        report.text.add(
                "%s features, %,d rows sampled, %.1f s%s",
                found.scale(),
                found.sampleRows(),
                found.seconds(),
                output == null ? "; -o FILE.json keeps everything, maps included" : "; all of it in " + output);
        return report.text.toString();
    }

    private void title(String title) {
        text.add();
        text.add("%s", title);
    }

    /** Of images single columns say little. */
    private void pixels(TableProfile profile) {
        List<ColumnSummary> columns = profile.columns();
        long constant =
                columns.stream().filter(column -> column.min() == column.max()).count();
        double least = columns.stream().mapToDouble(ColumnSummary::min).min().orElse(0);
        double largest = columns.stream().mapToDouble(ColumnSummary::max).max().orElse(0);
        double mean =
                columns.stream().mapToDouble(ColumnSummary::mean).average().orElse(0);
        title("pixels");
        text.add(
                "  %s to %s, mean %s; %,d of %,d are the same in all images",
                number(least), number(largest), number(mean), constant, columns.size());
    }

    private void columns(TableProfile profile) {
        title("columns");
        int width = profile.columns().stream()
                .mapToInt(column -> Math.min(column.name().length(), WIDTH))
                .max()
                .orElse(0);
        for (ColumnSummary column : profile.columns().stream().limit(COLUMNS).toList()) {
            String missing = column.missing() == 0
                    ? ""
                    : String.format(Locale.ROOT, "  (%.1f %% missing)", 100.0 * column.missing() / profile.rows());
            text.add(
                    "  %-" + width + "s  %-8s  %s%s",
                    column.name(),
                    column.type().name().toLowerCase(Locale.ROOT),
                    holds(column),
                    missing);
        }
        if (profile.columns().size() > COLUMNS) {
            text.add("  and %,d more", profile.columns().size() - COLUMNS);
        }
    }

    private static String holds(ColumnSummary column) {
        if (column.levels().isEmpty()) {
            return number(column.min()) + " to " + number(column.max()) + ", mean " + number(column.mean())
                    + ", deviation " + number(column.deviation());
        }
        return first(column.levels().entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .map(level -> level.getKey() + " " + level.getValue())
                .toList());
    }

    /** The first of some names, and how many more there are. */
    private static String first(List<String> names) {
        int more = names.size() - SHOWN;
        return more > 0
                ? String.join(", ", names.subList(0, SHOWN)) + ", and " + more + " more"
                : String.join(", ", names);
    }

    /** Four significant digits. */
    private static String number(double value) {
        return new java.math.BigDecimal(value, new java.math.MathContext(4))
                .stripTrailingZeros()
                .toPlainString();
    }

    private void missing(TableProfile profile) {
        if (profile.incompleteRows() == 0) {
            title("no missing cells");
            return;
        }
        long cells =
                profile.columns().stream().mapToLong(ColumnSummary::missing).sum();
        title("missing cells");
        text.add(
                "  %,d, in %,d of %,d rows; columns missing together:",
                cells, profile.incompleteRows(), profile.rows());
        for (TableProfile.MissingPattern pattern :
                profile.patterns().stream().limit(SHOWN).toList()) {
            text.add("  %,6d rows  %s", pattern.rows(), first(pattern.columns()));
        }
    }

    private void dimension(Exploration found) {
        title("dimension");
        double nearest = found.dimension().twoNearest();
        text.add(
                "  two nearest neighbours    %s",
                Double.isNaN(nearest)
                        ? "not known: " + found.dimension().completeRows() + " complete rows, too few of them different"
                        : String.format(Locale.ROOT, "%.1f of %d features", nearest, found.features()));
        text.add(
                "  directions above chance   %d (parallel analysis)",
                found.dimension().parallelAnalysis());
        text.add(
                "  directions of equal energy %.1f (participation ratio)",
                found.dimension().participationRatio());
        text.add(
                "  components for 90 %%       %d (%d in raw units)",
                found.spectrum().componentsFor90(), found.rawSpectrum().componentsFor90());
    }

    private void maps(Exploration found) {
        title("two numbers for each row keep");
        text.add("  %.1f %% of the variance by PCA", 100 * found.pcaMap().energyExplained());
        Exploration.Map2d network = found.networkMap();
        if (network != null) {
            text.add("  %.1f %% by a network fitted on %,d rows", 100 * network.energyExplained(), network.rows());
        }
    }

    private void clusters(Exploration found) {
        Exploration.Clustering best = found.bestClustering();
        if (best == null) {
            return;
        }
        title("groups (k-means)");
        text.add(
                "  silhouette  %s",
                found.clusters().stream()
                        .map(c -> String.format(Locale.ROOT, "k=%d %.2f", c.k(), c.silhouette()))
                        .collect(Collectors.joining("  ")));
        String verdict = best.silhouette() > 0.5
                ? "clear groups"
                : best.silhouette() > 0.25 ? "weak groups" : "no groups to speak of";
        text.add(
                "  best k=%d: %s, of %s rows",
                best.k(), verdict, best.sizes().stream().map(String::valueOf).collect(Collectors.joining(", ")));
    }

    private void odd(List<Exploration.OddRow> rows) {
        title("oddest rows (from 1, the header not counted; 0 is ordinary, above 3 is rare)");
        for (Exploration.OddRow row : rows.stream().limit(SHOWN).toList()) {
            String features = row.features().stream()
                    .map(feature -> feature.name() + " " + number(feature.value()) + " where "
                            + number(feature.expected()) + (row.brokenCorrelation() ? " would fit" : " is the mean"))
                    .collect(Collectors.joining("; "));
            text.add("  row %,d  %.1f  %s", row.row(), row.sum(), features);
        }
    }

    private void correlations(List<Exploration.Correlation> pairs) {
        if (pairs.isEmpty()) {
            return;
        }
        title("strongest correlations");
        for (Exploration.Correlation pair : pairs.stream().limit(SHOWN).toList()) {
            text.add("  %+.3f  %s, %s", pair.r(), pair.first(), pair.second());
        }
    }
}
