package io.eckart.cli.command;

import io.eckart.cli.option.LabelFileArguments;
import io.eckart.data.Column;
import io.eckart.data.DataException;
import io.eckart.data.Place;
import io.eckart.data.Remedy;
import io.eckart.data.Table;
import io.eckart.data.TableSource;
import io.eckart.data.file.Tables;
import io.eckart.data.format.TableCopy;
import io.eckart.data.format.TableWriter;
import io.eckart.data.format.WriteOptions;
import io.eckart.numerics.FloatMatrix;
import io.eckart.report.result.CheckedRows;
import io.eckart.task.label.LabelCheck.CheckedRow;
import io.eckart.task.label.LabelTask;
import io.eckart.task.label.Labelled;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Data with labels in one of its columns or in a separate file, and the file with the labels added. */
final class LabelData {
    private static final String LABEL = "label";

    private final TableSource source;
    private final Table table;
    private final boolean ownFile;

    LabelData(TableSource source, LabelFileArguments labels) {
        this.source = source;
        this.ownFile = labels.isGiven();
        this.table = Tables.collect(labels.with(source));
    }

    Table table() {
        return table;
    }

    /** The rows to look at, with what tells rows of the data apart. */
    CheckedRows checkedRows(Labelled labelled) {
        List<String> kept = source.identifiers();
        int[] rows = labelled.check().rows().stream().mapToInt(CheckedRow::row).toArray();
        Map<Integer, List<@Nullable String>> texts = kept.isEmpty() ? Map.of() : texts(kept, rows);
        return CheckedRows.of(
                labelled,
                table,
                kept,
                IntStream.of(rows)
                        .mapToObj(row -> texts.getOrDefault(row, List.of()))
                        .toList());
    }

    private Map<Integer, List<@Nullable String>> texts(List<String> columns, int[] rows) {
        Set<Integer> wanted = IntStream.of(rows).boxed().collect(Collectors.toSet());
        Map<Integer, List<@Nullable String>> texts = new TreeMap<>();
        try (TableSource.TextCursor cursor = source.texts(columns)) {
            @Nullable String[] cells = cursor.next();
            for (int row = 0; cells != null && texts.size() < wanted.size(); row++) {
                if (wanted.contains(row)) {
                    texts.put(row, Collections.unmodifiableList(Arrays.asList(cells)));
                }
                cells = cursor.next();
            }
        }
        return texts;
    }

    /** The name of the column of probabilities. */
    private String probability() {
        return table.schema().label().orElseThrow().name() + "_probability";
    }

    /** Writes the rows with their labels: a text table keeps all its cells; else labels alone. */
    void write(Labelled labelled, Path output, WriteOptions options) {
        @Nullable String[] labels = new String[table.rows()];
        Arrays.setAll(labels, table::label);
        FloatMatrix probabilities = FloatMatrix.zeros(table.rows(), 1);
        Arrays.fill(probabilities.values(), Float.NaN);
        for (int i = 0; i < labelled.rows().length; i++) {
            labels[labelled.rows()[i]] = labelled.label(i).orElse(null);
            probabilities.values()[labelled.rows()[i]] = labelled.probability(i);
        }
        boolean classes = labelled.task() == LabelTask.CLASSIFICATION;
        if (keepsText(output)) {
            copy(labels, classes ? List.of(probability()) : List.of(), probabilities, output, options);
        } else {
            writeLabels(labels, classes, probabilities, output, options);
        }
    }

    private boolean keepsText(Path output) {
        return !ownFile && copiesText(Path.of(source.name()), output);
    }

    /** Whether the output is the data as it is, with labels added. */
    static boolean copiesText(Path data, Path output) {
        return isText(data) && isText(output);
    }

    private static boolean isText(Path path) {
        return path.toString().toLowerCase(Locale.ROOT).matches(".*\\.(csv|tsv|txt)(\\.gz)?");
    }

    private void copy(
            @Nullable String[] labels,
            List<String> added,
            FloatMatrix probabilities,
            Path output,
            WriteOptions options) {
        for (Column column : source.schema().columns()) {
            if (added.contains(column.name())) {
                throw new DataException(
                        Place.of(source.name()),
                        "there is a column '" + column.name() + "' already, which is where the probabilities go",
                        Remedy.byHand("rename it"),
                        Remedy.leaveOut(column.name()));
            }
        }
        Table filled = table.withLabels(LABEL, labels);
        try (TableCopy copy = Tables.copy(source, output, added, options)) {
            copy.write(filled, added.isEmpty() ? FloatMatrix.zeros(table.rows(), 0) : probabilities);
            copy.commit();
        }
    }

    private TableWriter writer(Path output, List<String> names, WriteOptions options) {
        return source.sampleColumns()
                .map(columns -> Tables.writer(output, columns.withNames(), names, options))
                .orElseGet(() -> Tables.writer(output, names, options));
    }

    private void writeLabels(
            @Nullable String[] labels, boolean classes, FloatMatrix probabilities, Path output, WriteOptions options) {
        Column label = Column.label(table.schema().label().orElseThrow().name());
        List<Column> columns = classes ? List.of(Column.number(probability()), label) : List.of(label);
        double[] cells = new double[classes ? table.rows() : 0];
        Arrays.setAll(cells, i -> probabilities.values()[i]);
        Table written = new Table(table.name(), io.eckart.data.Schema.of(columns), table.rows(), cells, labels);
        List<String> names = columns.stream().map(Column::name).toList();
        try (TableWriter writer = writer(output, names, options)) {
            writer.write(written);
            writer.commit();
        }
    }
}
