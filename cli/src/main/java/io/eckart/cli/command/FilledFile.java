package io.eckart.cli.command;

import io.eckart.cli.UsageException;
import io.eckart.data.Column;
import io.eckart.data.ColumnType;
import io.eckart.data.Table;
import io.eckart.data.TableCursor;
import io.eckart.data.TableSource;
import io.eckart.data.file.Tables;
import io.eckart.data.format.TableCopy;
import io.eckart.model.Filler;
import io.eckart.model.UncertainFiller;
import io.eckart.model.fitted.Filling;
import io.eckart.model.fitted.FittedModel;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.Workers;
import io.eckart.task.fill.DecimalPlaces;
import io.eckart.task.fill.FillTally;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes a copy of a table with its missing cells filled, and the columns asked for behind its own. */
final class FilledFile implements AutoCloseable {
    private final FittedModel<?> fitted;
    private final TableSource source;
    private final boolean probability;
    private final boolean uncertainty;
    private final List<Column> columns;
    private final TableCopy copy;

    FilledFile(
            FittedModel<?> fitted,
            TableSource source,
            Path target,
            boolean force,
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
        this.probability = probability;
        this.uncertainty = uncertainty;
        this.columns = source.schema().features();
        this.copy = Tables.copy(source, target, names(), force);
    }

    private List<String> names() {
        List<String> names = new ArrayList<>();
        for (Column column : columns) {
            if (column.type() == ColumnType.NUMBER ? uncertainty : probability) {
                names.add(column.name() + (column.type() == ColumnType.NUMBER ? ":deviation" : ":probability"));
            }
        }
        return names;
    }

    /** Fills all rows chunk by chunk. */
    void write(Optional<DecimalPlaces> places, Workers workers, FillTally tally) {
        try (TableCursor cursor = source.open()) {
            for (Table rows = cursor.next(); rows != null; rows = cursor.next()) {
                Filling filling = Filling.of(fitted, rows, workers);
                Table filled = places.map(p -> rounded(filling, p)).orElse(filling.table());
                tally.add(rows, filled);
                copy.write(filled, added(rows, filling, workers));
            }
        }
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

    private FloatMatrix added(Table rows, Filling filling, Workers workers) {
        int count = names().size();
        FloatMatrix added = FloatMatrix.zeros(rows.rows(), count);
        if (count == 0) {
            return added;
        }
        Optional<FloatMatrix> deviations =
                uncertainty ? Optional.of(Filling.deviations(fitted, rows, workers)) : Optional.empty();
        for (int i = 0; i < rows.rows(); i++) {
            int to = i * count;
            for (int j = 0; j < columns.size(); j++) {
                int at = i * columns.size() + j;
                if (columns.get(j).type() != ColumnType.NUMBER && probability) {
                    added.values()[to++] = (float) filling.probabilities()[at];
                } else if (columns.get(j).type() == ColumnType.NUMBER && deviations.isPresent()) {
                    added.values()[to++] = deviations.get().values()[at];
                }
            }
        }
        return added;
    }

    @Override
    public void close() {
        copy.close();
    }
}
