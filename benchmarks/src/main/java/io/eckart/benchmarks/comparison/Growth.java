package io.eckart.benchmarks.comparison;

import static java.util.Locale.ROOT;

import java.util.ArrayList;
import java.util.List;

/**
 * How Eckart grows, and how near it comes to what the machine can do.
 *
 * @param points all sizes that were run
 * @param curves one for each method and what changes
 * @param limits the peak first
 */
record Growth(List<GrowthPoint> points, List<GrowthCurve> curves, List<LimitRow> limits) {
    Growth {
        points = List.copyOf(points);
        curves = List.copyOf(curves);
        limits = List.copyOf(limits);
    }

    List<String> text() {
        List<String> lines = new ArrayList<>(List.of(
                "",
                "## Growth",
                "",
                "| method | over | expected exponent | measured | of peak memory |",
                "|---|---|---:|---:|---:|"));
        for (GrowthCurve curve : curves) {
            lines.add(String.format(
                    ROOT,
                    "| %s | %s | %.0f | %.2f | %.2f |",
                    curve.method(),
                    curve.over(),
                    curve.expected(),
                    curve.measured(),
                    curve.ofMemory()));
        }
        lines.addAll(List.of("", "| method | over | value | median | peak memory, MB |", "|---|---|---:|---:|---:|"));
        for (GrowthPoint point : points) {
            lines.add(String.format(
                    ROOT,
                    "| %s | %s | %d | %s | %.0f |",
                    point.method(),
                    point.over(),
                    point.value(),
                    TextTable.seconds(point.seconds()),
                    point.megabytes()));
        }
        lines.addAll(List.of(
                "", "## Against the limit", "", "| what | median | GFLOP/s | of the peak |", "|---|---:|---:|---:|"));
        for (LimitRow row : limits) {
            lines.add(String.format(
                    ROOT,
                    "| %s | %s | %.1f | %.2f |",
                    row.what(),
                    TextTable.seconds(row.seconds()),
                    row.gigaflops(),
                    row.fraction()));
        }
        return lines;
    }
}
