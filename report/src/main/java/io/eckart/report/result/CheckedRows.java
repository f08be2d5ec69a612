package io.eckart.report.result;

import io.eckart.data.Table;
import io.eckart.task.RowExamples;
import io.eckart.task.label.LabelCheck.CheckedRow;
import io.eckart.task.label.Labelled;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The cells of the rows of a {@link io.eckart.task.label.LabelCheck}.
 *
 * @param examples the same rows as they are in the table
 * @param kept the names of the columns that tell rows apart; may be empty
 * @param texts their texts, one list for each row, null where a cell is empty
 */
public record CheckedRows(RowExamples examples, List<String> kept, List<List<@Nullable String>> texts) {
    public CheckedRows {
        kept = List.copyOf(kept);
        texts = List.copyOf(texts);
    }

    /**
     * The rows of a result.
     *
     * @param table that was labelled
     * @param kept the names of the columns that tell rows apart
     * @param texts their texts, one list for each row of the check
     */
    public static CheckedRows of(
            Labelled labelled, Table table, List<String> kept, List<List<@Nullable String>> texts) {
        int[] rows = labelled.check().rows().stream().mapToInt(CheckedRow::row).toArray();
        @Nullable
        String[] estimates =
                labelled.check().rows().stream().map(CheckedRow::estimate).toArray(String[]::new);
        long[] numbers = labelled.check().rows().stream()
                .mapToLong(row -> row.row() + 1L)
                .toArray();
        Table shown = table.select(rows).withLabels("label", estimates);
        RowExamples.View view = new RowExamples.View("as they are", shown);
        return new CheckedRows(RowExamples.of(table.rows(), numbers, List.of(view)), kept, texts);
    }

    /** The cells of a row in the columns of the examples; none of images. */
    List<@Nullable Object> cells(int i) {
        return examples.image() == null ? examples.rows().get(i).cells().getFirst() : List.of();
    }
}
