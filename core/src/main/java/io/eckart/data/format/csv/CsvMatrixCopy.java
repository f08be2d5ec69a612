package io.eckart.data.format.csv;

import io.eckart.data.Column;
import io.eckart.data.Schema;
import io.eckart.data.Table;
import io.eckart.data.format.ColumnPlan;
import io.eckart.data.format.NumberText;
import io.eckart.data.format.TableCopy;
import io.eckart.numerics.FloatMatrix;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A copy of a file whose columns are the samples. The samples are kept in memory until all are known, then it is written as a table
 * with a row for each feature.
 */
final class CsvMatrixCopy implements TableCopy {
    private final CsvCopy copy;
    private final ColumnPlan features;
    private final Schema samples;
    private final Replaced replaced;
    private final List<Table> chunks = new ArrayList<>();

    /**
     * @param copy of the file as a table of the features
     * @param features the place of each of its rows in a sample
     * @param samples its columns
     */
    CsvMatrixCopy(CsvCopy copy, ColumnPlan features, Schema samples, Replaced replaced) {
        this.replaced = replaced;
        this.copy = copy;
        this.features = features;
        this.samples = samples;
    }

    @Override
    public void write(Table filled, FloatMatrix added) {
        if (added.columns() > 0) {
            throw new IllegalArgumentException("no columns can be added where each column is a sample");
        }
        chunks.add(filled);
    }

    @Override
    public Path target() {
        return copy.target();
    }

    @Override
    public void commit() {
        int rows = features.fileColumns();
        copy.write(new Table(copy.target().toString(), samples, rows, cells(), null), FloatMatrix.zeros(rows, 0));
        copy.commit();
    }

    /** The cells by feature; NaN where there is nothing to replace. */
    private double[] cells() {
        int width = samples.features().size();
        double[] cells = new double[features.fileColumns() * width];
        Arrays.fill(cells, Double.NaN);
        for (int feature = 0; feature < features.fileColumns(); feature++) {
            int to = feature * width;
            for (Table chunk : chunks) {
                for (int i = 0; i < chunk.rows(); i++) {
                    cells[to++] = cell(chunk, i, feature);
                }
            }
        }
        return cells;
    }

    private double cell(Table chunk, int row, int feature) {
        if (feature == features.label()) {
            String label = replaced == Replaced.ALL ? null : chunk.label(row);
            return label == null ? Double.NaN : NumberText.parse(label);
        }
        int target = features.target(feature);
        return target < 0 ? Double.NaN : chunk.cell(row, target);
    }

    @Override
    public void close() {
        copy.close();
    }

    /** The columns of the file, the first one ignored where it names the features. */
    static List<Column> columns(List<String> names, boolean named) {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            columns.add(i == 0 && named ? Column.ignored(names.get(i)) : Column.number(names.get(i)));
        }
        return columns;
    }
}
