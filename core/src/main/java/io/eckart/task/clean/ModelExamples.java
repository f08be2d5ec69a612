package io.eckart.task.clean;

import io.eckart.data.Table;
import io.eckart.data.TableCursor;
import io.eckart.data.TableSource;
import io.eckart.data.sampling.RowSample;
import io.eckart.model.Reconstructor;
import io.eckart.model.fitted.FittedModel;
import io.eckart.numerics.RandomStreams;
import io.eckart.numerics.Workers;
import io.eckart.task.RowExamples;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Example rows with the output of a model. */
public final class ModelExamples {
    private static final int ROWS = 200;
    private static final int MOST_COLUMNS = 40;
    private static final String STREAM = "example rows";

    private ModelExamples() {}

    /**
     * Example rows with their reconstructions; empty if the model does not reconstruct.
     *
     * @throws io.eckart.data.DataException if the data cannot be read or has not the columns of the model
     */
    public static Optional<RowExamples> reconstructions(TableSource source, FittedModel<?> fitted, long seed) {
        return fitted.model() instanceof Reconstructor
                ? Optional.of(Pairs.of(source, seed, fitted::reconstruct).examples("reconstruction"))
                : Optional.empty();
    }

    /** Rows before and after cleaning, with the columns that were moved most. */
    public static CleanedRows cleaned(TableSource source, Denoiser denoiser) {
        Pairs pairs = Pairs.of(source, 0, table -> {
            try (Workers workers = Workers.of(1)) {
                return denoiser.denoise(table, workers);
            }
        });
        List<ColumnChange> changes = ColumnChange.of(pairs.before, pairs.after);
        return new CleanedRows(pairs.examples("cleaned"), changes.subList(0, Math.min(MOST_COLUMNS, changes.size())));
    }

    /** The same rows in two versions. */
    private record Pairs(long rows, List<Long> numbers, Table before, Table after) {
        static Pairs of(TableSource source, long seed, UnaryOperator<Table> made) {
            RandomStreams random = new RandomStreams(seed);
            long rows = source.rowCount().orElseGet(() -> count(source));
            long[] numbers = RowSample.rows(rows, ROWS, random.stream(STREAM));
            Table table = RowSample.of(source, rows, ROWS, random.stream(STREAM));
            return new Pairs(
                    rows, Arrays.stream(numbers).mapToObj(row -> row + 1).toList(), table, made.apply(table));
        }

        RowExamples examples(String name) {
            return RowExamples.of(
                    rows,
                    numbers.stream().mapToLong(Long::longValue).toArray(),
                    List.of(new RowExamples.View("as it is", before), new RowExamples.View(name, after)));
        }
    }

    private static long count(TableSource source) {
        long rows = 0;
        try (TableCursor cursor = source.open()) {
            for (Table chunk = cursor.next(); chunk != null; chunk = cursor.next()) {
                rows += chunk.rows();
            }
        }
        return rows;
    }
}
