package io.eckart.cli.command;

import io.eckart.cli.UsageException;
import io.eckart.data.Column;
import io.eckart.data.ColumnType;
import io.eckart.data.Table;
import io.eckart.data.TableCursor;
import io.eckart.data.TableSource;
import io.eckart.data.file.Tables;
import io.eckart.data.format.TableCopy;
import io.eckart.data.format.WriteOptions;
import io.eckart.model.Filler;
import io.eckart.model.UncertainFiller;
import io.eckart.model.fitted.Filling;
import io.eckart.model.fitted.FittedModel;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.Workers;
import io.eckart.task.fill.DecimalPlaces;
import io.eckart.task.fill.FillTally;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/** Writes a copy of a table with its missing cells filled, and the columns asked for behind its own. */
final class FilledFile implements AutoCloseable {
    private final FittedModel<?> fitted;
    private final TableSource source;
    private final List<Column> columns;
    private final int[] described;
    private final TableCopy copy;

    FilledFile(
            FittedModel<?> fitted,
            TableSource source,
            Path target,
            WriteOptions options,
            boolean probability,
            boolean uncertainty) {
        if (!(fitted.model() instanceof Filler)) {
            throw new UsageException("a " + fitted.model().kind()
                    + " model does not fill; mean, gaussian, neighbours, masked, blends, pca and autoencoders do");
        }
        if (uncertainty && !(fitted.model() instanceof UncertainFiller)) {
            throw new UsageException("--uncertainty: a " + fitted.model().kind()
                    + " model has no standard deviations; gaussian, pca and mean have them");
        }
        this.fitted = fitted;
        this.source = source;
        this.columns = source.schema().features();
        this.described = IntStream.range(0, columns.size())
                .filter(j -> isNumber(j) ? uncertainty : probability)
                .toArray();
        List<String> added = IntStream.of(described)
                .mapToObj(j -> columns.get(j).name() + (isNumber(j) ? ":deviation" : ":probability"))
                .toList();
        this.copy = Tables.copy(source, target, added, options);
    }

    /**
     * Fills all rows chunk by chunk.
     *
     * @param stop asked at every chunk; once true, nothing is written
     */
    void write(Optional<DecimalPlaces> places, Workers workers, FillTally tally, BooleanSupplier stop) {
        try (TableCursor cursor = source.until(stop).open()) {
            for (Table rows = cursor.next(); rows != null; rows = cursor.next()) {
                Filling filling = Filling.of(fitted, rows, workers);
                Table filled = places.map(p -> rounded(filling, p)).orElse(filling.table());
                tally.add(rows, filled);
                copy.write(filled, added(rows, filling, workers));
            }
        }
        tally.leave(copy.left());
        copy.commit();
    }

    private static Table rounded(Filling filling, DecimalPlaces places) {
        Table table = filling.table();
        double[] cells = new double[filling.filled().length];
        for (int at = 0; at < cells.length; at++) {
            int j = at % table.width();
            double cell = table.cell(at / table.width(), j);
            cells[at] = filling.filled()[at] ? places.round(cell, j) : cell;
        }
        return table.withCells(cells);
    }

    /** The standard deviation of each filled number and the probability of each filled level, where they were asked for. */
    private FloatMatrix added(Table rows, Filling filling, Workers workers) {
        FloatMatrix added = FloatMatrix.zeros(rows.rows(), described.length);
        boolean deviates = IntStream.of(described).anyMatch(this::isNumber);
        float[] deviations =
                deviates ? Filling.deviations(fitted, rows, workers).values() : new float[0];
        for (int to = 0; to < added.values().length; to++) {
            int j = described[to % described.length];
            int from = to / described.length * columns.size() + j;
            added.values()[to] = isNumber(j) ? deviations[from] : (float) filling.probabilities()[from];
        }
        return added;
    }

    private boolean isNumber(int column) {
        return columns.get(column).type() == ColumnType.NUMBER;
    }

    @Override
    public void close() {
        copy.close();
    }
}
