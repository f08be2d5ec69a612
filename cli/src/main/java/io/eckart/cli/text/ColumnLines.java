package io.eckart.cli.text;

import io.eckart.data.ColumnSummary;
import io.eckart.task.Histogram;
import io.eckart.task.explore.ColumnDistribution;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A line for each column of a table: numbers in columns below headings, levels with their counts. */
final class ColumnLines {
    private static final int SHOWN_LEVELS = 5;
    private static final int NAME = 19;
    private static final int BARS = 9;
    private static final String HEIGHTS = " ▁▂▃▄▅▆▇█";
    private static final int DIGITS = 4;
    /** Letters of a cell. */
    private static final int CELL = 8;

    private static final String CELLS = "%8s%8s%8s%8s%8s%8s";

    private ColumnLines() {}

    /** Above the lines of columns. */
    static String heading() {
        return String.format(
                Locale.ROOT,
                "  %-" + NAME + "s" + CELLS,
                "",
                "least",
                "median",
                "mean",
                "largest",
                "unique",
                "missing");
    }

    /** Adds the line of a column; a long name has its own line. */
    static void add(Lines text, ColumnSummary column, ColumnDistribution spread) {
        String name = column.name();
        if (name.length() > NAME) {
            text.add("  %s", name);
            name = "";
        }
        String start = String.format(Locale.ROOT, "  %-" + NAME + "s", name);
        if (column.levels().isEmpty()) {
            text.add("%s%s", start, numbers(column, spread));
        } else {
            text.wrap(start + " ", levels(column, spread));
        }
    }

    private static String numbers(ColumnSummary column, ColumnDistribution spread) {
        return String.format(
                Locale.ROOT,
                CELLS + "  %s",
                cell(column.min()),
                cell(spread.median()),
                cell(column.mean()),
                cell(column.max()),
                (spread.uniqueIsExact() ? "" : "~") + number((double) spread.unique()),
                missing(spread),
                bars(spread.histogram()));
    }

    /** As many of four significant digits as leave a blank before the number. */
    static String cell(double value) {
        int digits = DIGITS;
        while (digits > 1 && number(value, digits).length() >= CELL) {
            digits--;
        }
        return number(value, digits);
    }

    private static String missing(ColumnDistribution spread) {
        return spread.missingShare() == 0 ? "-" : percent(spread.missingShare());
    }

    private static String percent(double part) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * part);
    }

    private static String levels(ColumnSummary column, ColumnDistribution spread) {
        List<String> counts = column.levels().entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .map(level -> level.getKey() + " " + level.getValue())
                .toList();
        String type = column.type().name().toLowerCase(Locale.ROOT);
        String missing = spread.missingShare() == 0 ? "" : "; " + percent(spread.missingShare()) + " missing";
        return type + " of " + spread.unique() + ": " + first(counts) + missing;
    }

    /** The first of some names, and how many more there are. */
    static String first(List<String> names) {
        int more = names.size() - SHOWN_LEVELS;
        return more > 0
                ? String.join(", ", names.subList(0, SHOWN_LEVELS)) + ", and " + more + " more"
                : String.join(", ", names);
    }

    /** A histogram as high as a letter, neighbouring bins together where there are too many. */
    private static String bars(Histogram histogram) {
        int bins = histogram.bins().size();
        long[] heights = new long[Math.min(BARS, bins)];
        for (int i = 0; i < bins; i++) {
            heights[i * heights.length / bins] += histogram.bins().get(i).count();
        }
        long most = Arrays.stream(heights).max().orElse(0);
        StringBuilder drawn = new StringBuilder();
        for (long height : heights) {
            drawn.append(HEIGHTS.charAt((int) Math.ceilDiv(8 * height, most)));
        }
        return drawn.toString();
    }

    /** Four significant digits, whole numbers with all of theirs below a million; seven letters are enough for most. */
    static String number(double value) {
        return number(value, DIGITS);
    }

    private static String number(double value, int digits) {
        double size = Math.abs(value);
        if (Double.isNaN(value)) {
            return "-";
        }
        if (size >= 1e6 || (size != 0 && size < 1e-3)) {
            return String.format(Locale.ROOT, "%." + Math.max(0, digits - 2) + "e", value)
                    .replaceFirst("e([+-])0*", "e$1")
                    .replace("e+", "e");
        }
        return size >= 1000
                ? String.valueOf(Math.round(value))
                : new BigDecimal(value, new MathContext(digits))
                        .stripTrailingZeros()
                        .toPlainString();
    }
}
