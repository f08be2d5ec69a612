package io.eckart.cli.text;

import io.eckart.data.ColumnSummary;
import io.eckart.data.TableProfile;
import io.eckart.task.explore.DimensionNumber;
import io.eckart.task.explore.Exploration;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a person reads of an exploration: the most telling lines of each part. */
public final class ExplorationText {
    private static final int COLUMNS = 30;
    private static final int SHOWN = 5;

    private final Lines text = new Lines();

    private ExplorationText() {}

    public static String of(Exploration found, @Nullable Path output) {
        ExplorationText report = new ExplorationText();
        TableProfile profile = found.profile();
        report.text.add(
                "%s: %,d rows, %,d columns, %,d features",
                found.data(), profile.rows(), profile.columns().size(), found.features());
        if (!found.ignored().isEmpty()) {
            report.text.wrap("left out: ", String.join(", ", found.ignored()));
        }
        if (found.unscaled()) {
            report.pixels(profile);
        } else {
            report.columns(found);
        }
        report.missing(profile);
        report.dimension(DimensionNumber.of(found));
        report.maps(found);
        report.clusters(found);
        report.odd(found.oddRows());
        if (!found.unscaled()) {
            report.correlations(found.correlations());
        }
        report.text.add();
        report.text.wrap(
                "",
                String.format(
                        Locale.ROOT,
                        "%s features, %,d rows sampled, %.1f s%s",
                        found.scale(),
                        found.sampleRows(),
                        found.seconds(),
                        output == null
                                ? "; -o FILE.json keeps everything, maps included"
                                : "; all of it in " + output));
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
                ColumnLines.number(least),
                ColumnLines.number(largest),
                ColumnLines.number(mean),
                constant,
                columns.size());
    }

    private void columns(Exploration found) {
        title("columns");
        List<ColumnSummary> columns = found.profile().columns();
        if (columns.stream().anyMatch(column -> column.levels().isEmpty())) {
            text.add("%s", ColumnLines.heading());
        }
        int shown = Math.min(COLUMNS, columns.size());
        for (int j = 0; j < shown; j++) {
            ColumnLines.add(text, columns.get(j), found.distributions().get(j));
        }
        if (columns.size() > shown) {
            text.add("  and %,d more", columns.size() - shown);
        }
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
            text.wrap(
                    String.format(Locale.ROOT, "  %,6d %-4s  ", pattern.rows(), pattern.rows() == 1 ? "row" : "rows"),
                    ColumnLines.first(pattern.columns()));
        }
    }

    private void dimension(List<DimensionNumber> numbers) {
        title("dimension");
        for (DimensionNumber found : numbers) {
            text.add("  %-26s  %s", found.name(), dimension(found.value()));
            text.wrap("      ", found.meaning());
        }
    }

    private static String dimension(double value) {
        return Double.isNaN(value)
                ? "-"
                : String.format(Locale.ROOT, value == Math.rint(value) ? "%.0f" : "%.1f", value);
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
        String silhouettes = found.clusters().stream()
                .map(c -> String.format(Locale.ROOT, "k=%d%s%.2f", c.k(), Lines.UNBROKEN, c.silhouette()))
                .collect(Collectors.joining(", "));
        text.wrap("  silhouette  ", silhouettes);
        text.wrap("  ", best.finding());
    }

    private void odd(List<Exploration.OddRow> rows) {
        title("oddest rows (from 1, the header not counted; 0 is ordinary, above 3 is rare)");
        for (Exploration.OddRow row : rows.stream().limit(SHOWN).toList()) {
            String features = row.features().stream()
                    .map(feature -> feature.name() + " " + ColumnLines.number(feature.value()) + " where "
                            + ColumnLines.number(feature.expected())
                            + (row.brokenCorrelation() ? " would fit" : " is the mean"))
                    .collect(Collectors.joining("; "));
            text.wrap(String.format(Locale.ROOT, "  row %,d  %.1f  ", row.row(), row.sum()), features);
        }
    }

    private void correlations(List<Exploration.Correlation> pairs) {
        if (pairs.isEmpty()) {
            return;
        }
        title("strongest correlations");
        for (Exploration.Correlation pair : pairs.stream().limit(SHOWN).toList()) {
            text.wrap(String.format(Locale.ROOT, "  %+.3f  ", pair.r()), pair.first() + ", " + pair.second());
        }
    }
}
