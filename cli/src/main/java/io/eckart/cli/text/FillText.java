package io.eckart.cli.text;

import io.eckart.data.ColumnType;
import io.eckart.model.fitted.FittedModel;
import io.eckart.task.fill.FillComparison;
import io.eckart.task.fill.Filled;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How ways to fill compared, what was filled, and which rows had nothing to go by. */
public final class FillText {
    private static final int SHOWN_COLUMNS = 12;
    private static final int NAME = 34;
    private static final String WAY = "%-" + NAME + "s %6s %6s %6s %6s %8s %7s";

    private FillText() {}

    /** A table that was filled, and the model if it was saved. */
    public static String of(Filled filled, Path written, @Nullable Path saved) {
        FittedModel<?> model = filled.model();
        Summary summary = new Summary()
                .add("filled by", filled.way())
                .add("data", filled.data())
                .add("rows", filled.rows())
                .add("cells filled", filled.cells());
        filled.columns().entrySet().stream()
                .filter(column -> column.getValue() > 0)
                .limit(SHOWN_COLUMNS)
                .forEach(column -> summary.add("  " + column.getKey(), column.getValue()));
        if (filled.cells() == 0) {
            summary.add("note", "no cell of a feature column is missing: the file is a copy");
        }
        String left = leftAlone(model);
        if (!left.isEmpty()) {
            summary.add("left as they are", left);
        }
        if (filled.blankRows() > 0) {
            boolean more = filled.blankRows() > filled.firstBlankRows().size();
            summary.add(
                    "warning",
                    filled.blankRows() + (filled.blankRows() == 1 ? " row has" : " rows have")
                            + " no observed cell and got what is true of no row in particular:"
                            + " data rows " + filled.firstBlankRows() + (more ? " and more" : ""));
        }
        String table = filled.comparison()
                .map(found -> of(found) + System.lineSeparator())
                .orElse("");
        return table
                + summary.add("written", written).add("model written", saved).text();
    }

    /** Columns that are not features: texts, and the label. */
    private static String leftAlone(FittedModel<?> fitted) {
        return fitted.encoding().schema().columns().stream()
                .filter(column -> !column.type().isFeature())
                .map(column -> column.name() + (column.type() == ColumnType.LABEL ? " (label)" : " (text or left out)"))
                .limit(SHOWN_COLUMNS)
                .collect(Collectors.joining(", "));
    }

    /** Ways to fill, compared. */
    public static String of(FillComparison comparison) {
        Lines text = new Lines()
                .add(
                        "%,d cells of %,d rows were hidden (%s, %s) and filled by",
                        comparison.cells(),
                        comparison.rows(),
                        comparison.missingness(),
                        comparison.repetitions() == 1 ? "once" : comparison.repetitions() + " times")
                .add(WAY, "", "loss", "±", "RMSE", "R²", "accuracy", "seconds");
        comparison.entries().forEach(entry -> addWay(text, entry));
        text.add("± standard error of the difference from the least loss");
        comparison.leftOut().forEach(reason -> text.wrap("left out: ", reason));
        addColumns(text, comparison.entries().getFirst());
        return text.toString();
    }

    /** A long name has its own line. */
    private static void addWay(Lines text, FillComparison.Entry entry) {
        String name = entry.method().name();
        if (name.length() > NAME) {
            text.add("%s", name);
            name = "";
        }
        text.add(
                WAY,
                name,
                cell(entry.loss()),
                cell(entry.standardError()),
                cell(entry.rmse()),
                cell(entry.r2()),
                cell(entry.accuracy()),
                String.format(Locale.ROOT, "%.1f", entry.seconds()));
    }

    private static void addColumns(Lines text, FillComparison.Entry best) {
        text.wrap("", "by column, " + best.method().name() + ": RMSE in its units and R², or accuracy");
        best.columns().stream()
                .filter(score -> score.cells() > 0)
                .limit(SHOWN_COLUMNS)
                .forEach(score -> text.add(
                        "  %-28s %12s %8s",
                        score.column().name(),
                        Double.isNaN(score.rmse()) ? cell(score.accuracy()) : Summary.number(score.rmse()),
                        cell(score.r2())));
        if (best.columns().size() > SHOWN_COLUMNS) {
            text.add(
                    "  … %d columns in all; --json names every one",
                    best.columns().size());
        }
    }

    private static String cell(double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.3f", value);
    }
}
