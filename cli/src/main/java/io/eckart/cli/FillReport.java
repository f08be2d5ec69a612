package io.eckart.cli;

import io.eckart.data.format.TableCopy;
import io.eckart.data.Column;
import io.eckart.data.ColumnType;
import io.eckart.data.Table;
import io.eckart.model.fitted.FittedModel;
import io.eckart.report.Json;
import io.eckart.task.fill.FillComparison;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What {@code fill} answers: how ways to fill compared, what was filled, and which rows had nothing to go by. */
final class FillReport {
    private static final int SHOWN_COLUMNS = 12;
    private static final int SHOWN_ROWS = 10;
    private static final String WAY = "%-44s %8s %8s %8s %8s %9s";

    private final FittedModel<?> fitted;
    private final Optional<FillComparison> comparison;
    private final List<Column> columns;
    private final long[] filled;
    private final List<Long> blankRows = new ArrayList<>();
    private long blanks;
    private long rows;
    private String data = "";
    private String written = "";

    FillReport(FittedModel<?> fitted, Optional<FillComparison> comparison) {
        this.fitted = fitted;
        this.comparison = comparison;
        this.columns = fitted.encoding().schema().features();
        this.filled = new long[columns.size()];
    }

    /** Counts what is missing in the next rows. */
    void add(Table chunk) {
        for (int i = 0; i < chunk.rows(); i++) {
            rows++;
            int missing = 0;
            for (int j = 0; j < filled.length; j++) {
                if (chunk.isMissing(i, j)) {
                    filled[j]++;
                    missing++;
                }
            }
            if (missing == filled.length) {
                blanks++;
                if (blankRows.size() < SHOWN_ROWS) {
                    blankRows.add(rows);
                }
            }
        }
    }

    void end(String source, TableCopy copy) {
        data = source;
        written = copy.target().toString();
    }

    /** What {@code fit} answers of a model that only fills. */
    static ObjectNode fitJson(FittedModel<?> fitted) {
        ObjectNode json = Json.object();
        json.put("model", fitted.model().kind());
        json.put("data", fitted.provenance().data());
        json.put("rows", fitted.provenance().rows());
        json.put("features", fitted.model().features());
        ObjectNode settings = json.putObject("settings");
        fitted.provenance().sortedConfiguration().forEach(settings::put);
        json.put("seed", fitted.provenance().seed());
        json.put("seconds", fitted.provenance().seconds());
        return json;
    }

    static String fitSummary(FittedModel<?> fitted, @Nullable Path output) {
        Summary summary = new Summary()
                .add("model", fitted.model().kind())
                .add("data", fitted.provenance().data())
                .add("rows", fitted.provenance().rows())
                .add("features", fitted.model().features())
                .add("settings", fitted.provenance().sortedConfiguration().toString())
                .add("seconds", fitted.provenance().seconds());
        return output == null
                ? summary.add("note", "no model was kept; give -o MODEL to fill other rows")
                        .text()
                : summary.add("written", output.toString()).text();
    }

    private long cells() {
        long sum = 0;
        for (long count : filled) {
            sum += count;
        }
        return sum;
    }

    ObjectNode json() {
        ObjectNode json = Json.object();
        json.put("written", written);
        json.put("data", data);
        json.put("rows", rows);
        json.put("model", fitted.model().kind());
        ObjectNode settings = json.putObject("settings");
        fitted.provenance().sortedConfiguration().forEach(settings::put);
        json.put("filled_cells", cells());
        ObjectNode byColumn = json.putObject("filled");
        for (int j = 0; j < filled.length; j++) {
            byColumn.put(columns.get(j).name(), filled[j]);
        }
        json.put("rows_without_observed_cell", blanks);
        ArrayNode blank = json.putArray("first_rows_without_observed_cell");
        blankRows.forEach(blank::add);
        comparison.ifPresent(c -> addTo(json.putObject("comparison"), c));
        return json;
    }

    String summary() {
        Summary summary = new Summary();
        String table = comparison.map(c -> table(c) + System.lineSeparator()).orElse("");
        summary.add(
                "filled by",
                comparison.map(c -> c.winner().name()).orElse(fitted.model().kind()));
        summary.add("data", data).add("rows", rows).add("cells filled", cells());
        for (int j = 0, shown = 0; j < filled.length && shown < SHOWN_COLUMNS; j++) {
            if (filled[j] > 0) {
                summary.add("  " + columns.get(j).name(), filled[j]);
                shown++;
            }
        }
        if (cells() == 0) {
            summary.add("note", "no cell of a feature column is missing: the file is a copy");
        }
        String left = leftAlone();
        if (!left.isEmpty()) {
            summary.add("left as they are", left);
        }
        if (blanks > 0) {
            summary.add(
                    "warning",
                    blanks + " rows have no observed cell and got what is true of no row in particular: data rows "
                            + blankRows + (blanks > blankRows.size() ? " and more" : ""));
        }
        return table + summary.add("written", written).text();
    }

    /** Columns that are no features: texts, and the label. */
    private String leftAlone() {
        return fitted.encoding().schema().columns().stream()
                .filter(column -> !column.type().isFeature())
                .map(column -> column.name() + (column.type() == ColumnType.LABEL ? " (label)" : " (text or left out)"))
                .limit(SHOWN_COLUMNS)
                .collect(Collectors.joining(", "));
    }

    /** What is answered where nothing is filled. */
    static ObjectNode json(FillComparison comparison) {
        ObjectNode object = Json.object();
        addTo(object, comparison);
        return object;
    }

    private static void addTo(ObjectNode json, FillComparison comparison) {
        json.put("hidden", comparison.missingness().toString());
        json.put("repetitions", comparison.repetitions());
        json.put("rows", comparison.rows());
        json.put("cells", comparison.cells());
        json.put("winner", comparison.winner().name());
        ArrayNode entries = json.putArray("methods");
        for (FillComparison.Entry entry : comparison.entries()) {
            ObjectNode node = entries.addObject();
            node.put("method", entry.method().name());
            Json.number(node, "loss", entry.loss());
            Json.number(node, "standard_error", entry.standardError());
            Json.number(node, "rmse", entry.rmse());
            Json.number(node, "r2", entry.r2());
            Json.number(node, "accuracy", entry.accuracy());
            node.put("seconds", entry.seconds());
            ObjectNode byColumn = node.putObject("columns");
            for (FillComparison.ColumnScore score : entry.columns()) {
                ObjectNode column = byColumn.putObject(score.column().name());
                column.put("cells", score.cells());
                Json.number(column, "rmse", score.rmse());
                Json.number(column, "r2", score.r2());
                Json.number(column, "accuracy", score.accuracy());
            }
        }
        ArrayNode left = json.putArray("left_out");
        comparison.leftOut().forEach(left::add);
    }

    static String table(FillComparison comparison) {
        StringBuilder text = new StringBuilder();
        line(
                text,
                String.format(
                        Locale.ROOT,
                        "%,d cells of %,d rows were hidden (%s, %s) and filled by",
                        comparison.cells(),
                        comparison.rows(),
                        comparison.missingness(),
                        comparison.repetitions() == 1 ? "once" : comparison.repetitions() + " times anew"));
        line(text, String.format(Locale.ROOT, WAY + " %8s", "", "loss", "error", "RMSE", "R^2", "accuracy", "seconds"));
        for (FillComparison.Entry entry : comparison.entries()) {
            line(
                    text,
                    String.format(
                            Locale.ROOT,
                            WAY + " %8.1f",
                            entry.method().name(),
                            cell(entry.loss()),
                            cell(entry.standardError()),
                            cell(entry.rmse()),
                            cell(entry.r2()),
                            cell(entry.accuracy()),
                            entry.seconds()));
        }
        comparison.leftOut().forEach(reason -> line(text, String.format(Locale.ROOT, "left out: %s", reason)));
        addColumns(text, comparison);
        return text.toString();
    }

    /** The best way beside the column means, column by column. */
    private static void addColumns(StringBuilder text, FillComparison comparison) {
        FillComparison.Entry best = comparison.entries().getFirst();
        line(
                text,
                String.format(
                        Locale.ROOT,
                        "by column, %s: RMSE in its units and R^2, or accuracy",
                        best.method().name()));
        best.columns().stream()
                .filter(score -> score.cells() > 0)
                .limit(SHOWN_COLUMNS)
                .forEach(score -> line(
                        text,
                        String.format(
                                Locale.ROOT,
                                "  %-28s %12s %8s",
                                score.column().name(),
                                Double.isNaN(score.rmse()) ? cell(score.accuracy()) : Summary.number(score.rmse()),
                                cell(score.r2()))));
        if (best.columns().size() > SHOWN_COLUMNS) {
            line(
                    text,
                    String.format(
                            Locale.ROOT,
                            "  … %d columns in all; --json names every one",
                            best.columns().size()));
        }
    }

    private static String cell(double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.3f", value);
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append(System.lineSeparator());
    }
}
