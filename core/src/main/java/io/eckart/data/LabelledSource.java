package io.eckart.data;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Rows with labels from another file, one for each row in the order of a pass. */
public final class LabelledSource implements TableSource {
    private static final String COLUMN = "label";

    private final TableSource rows;
    private final String file;
    private final @Nullable String[] labels;
    private final Schema schema;

    private LabelledSource(TableSource rows, String file, @Nullable String[] labels) {
        this.rows = rows;
        this.file = file;
        this.labels = labels;
        this.schema = new Table(rows.name(), rows.schema(), 0, new double[0], null)
                .withLabels(COLUMN, new String[0])
                .schema();
    }

    /**
     * Rows with the labels of a file of one column.
     *
     * @param rows without a label column
     * @param labels the rows of the file, whose column is the label
     * @throws IllegalArgumentException if the rows have a label column
     * @throws DataException if a feature is called {@value #COLUMN}, or the number of rows is known and differs from that of the
     *     labels; if it is not known, a pass over the rows fails
     */
    public static LabelledSource of(TableSource rows, Table labels) {
        if (rows.schema().label().isPresent()) {
            throw new IllegalArgumentException(rows.name() + " has a label column already");
        }
        if (rows.schema().columns().stream().anyMatch(column -> column.name().equals(COLUMN))) {
            throw new DataException(
                    Place.of(rows.name()),
                    "has a column '" + COLUMN + "', which is the name of labels from another file",
                    Remedy.byHand("rename it"),
                    Remedy.leaveOut(COLUMN));
        }
        if (rows.rowCount().isPresent() && rows.rowCount().getAsLong() != labels.rows()) {
            throw differ(labels.name(), labels.rows(), rows.rowCount().getAsLong() + " rows", rows);
        }
        @Nullable String[] texts = new String[labels.rows()];
        Arrays.setAll(texts, labels::label);
        return new LabelledSource(rows, labels.name(), texts);
    }

    private static DataException differ(String file, int labels, String count, TableSource rows) {
        return new DataException(
                Place.of(file),
                labels + " labels for " + count + " of " + rows.name(),
                Remedy.byHand("write one line for each row, NA where its label is not known"));
    }

    @Override
    public String name() {
        return rows.name();
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public OptionalLong rowCount() {
        return rows.rowCount();
    }

    @Override
    public List<Note> notes() {
        return rows.notes();
    }

    @Override
    public List<String> identifiers() {
        return rows.identifiers();
    }

    @Override
    public Optional<SampleColumns> sampleColumns() {
        return rows.sampleColumns();
    }

    @Override
    public TextCursor texts(List<String> columns) {
        return rows.texts(columns);
    }

    @Override
    public TableCursor open() {
        return new LabelledCursor(rows.open());
    }

    private Table labelled(Table chunk, int from, int to) {
        return chunk.withLabels(COLUMN, Arrays.copyOfRange(labels, from, to));
    }

    /** Counts the rows, because their number may not be known before. */
    private final class LabelledCursor implements TableCursor {
        private final TableCursor cursor;
        private int passed;

        LabelledCursor(TableCursor cursor) {
            this.cursor = cursor;
        }

        @Override
        public @Nullable Table next() {
            Table chunk = cursor.next();
            if (chunk == null) {
                requireNoneLeft();
                return null;
            }
            int from = passed;
            passed += chunk.rows();
            if (passed > labels.length) {
                throw differ(file, labels.length, "at least " + passed + " rows", rows);
            }
            return labelled(chunk, from, passed);
        }

        private void requireNoneLeft() {
            if (passed < labels.length) {
                throw differ(file, labels.length, passed + " rows", rows);
            }
        }

        @Override
        public void close() {
            cursor.close();
        }
    }
}
