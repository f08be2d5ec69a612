package io.eckart.benchmarks.comparison;

import static java.util.Locale.ROOT;

import java.util.ArrayList;
import java.util.List;

/** The rows as a table in Markdown. */
final class TextTable {
    private static final double MILLI = 1e-3;
    private static final double MICRO = 1e-6;

    private TextTable() {}

    static List<String> of(List<ReportRow> rows) {
        List<String> lines = new ArrayList<>();
        lines.add("| task | by | median | least - most | peer / Eckart | of the least | target | samples/s | "
                + rows.getFirst().checkName() + " | iterations |");
        lines.add("|---|---|---:|---:|---:|---:|---:|---:|---:|---:|");
        rows.forEach(row -> lines.add(line(row)));
        return lines;
    }

    private static String line(ReportRow row) {
        String ratio = row.isEckart() ? "" : String.format(ROOT, "%.2f", row.ratio());
        return "| "
                + String.join(
                        " | ",
                        row.isEckart() ? row.task() : "",
                        row.by(),
                        seconds(row.median()),
                        seconds(row.least()) + " - " + seconds(row.most()),
                        row.fastest() ? "**" + ratio + "**" : ratio,
                        row.isEckart() ? "" : String.format(ROOT, "%.2f", row.leastRatio()),
                        target(row),
                        Double.isFinite(row.rate()) ? String.format(ROOT, "%,.0f", row.rate()) : "",
                        check(row),
                        row.iterations() == 0 ? "" : String.valueOf(row.iterations()))
                + " |";
    }

    private static String target(ReportRow row) {
        Boolean met = row.met();
        if (met == null) {
            return "";
        }
        String wanted = row.isEckart() ? seconds(row.target()) : String.valueOf(row.target());
        return wanted + (met ? " met" : " missed");
    }

    private static String check(ReportRow row) {
        String value = Double.isFinite(row.check()) ? String.format(ROOT, "%.6g", row.check()) : "";
        return row.differs() ? value + " (differs)" : value;
    }

    /** A time with the unit that suits it. */
    static String seconds(double time) {
        if (time >= 1 || time == 0) {
            return String.format(ROOT, "%.3f s", time);
        }
        return time >= MILLI
                ? String.format(ROOT, "%.1f ms", time / MILLI)
                : String.format(ROOT, "%.2f us", time / MICRO);
    }
}
