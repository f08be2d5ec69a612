package io.eckart.task;

import io.eckart.data.Column;
import io.eckart.data.Schema;
import io.eckart.data.Table;
import io.eckart.data.synthetic.LowRank;
import io.eckart.numerics.DoubleMatrix;
import java.util.List;
import java.util.stream.IntStream;

/** Tables with a planted spectrum, and plain products to check against. */
public final class PlantedTable {
    private PlantedTable() {}

    public static Table numbers(int rows, int columns, double[] cells) {
        List<Column> names = IntStream.range(0, columns)
                .mapToObj(j -> Column.number("x" + j))
                .toList();
        return new Table("planted", Schema.of(names), rows, cells, null);
    }

    /** n x 10, eigenvalues 4, 2, 1 and noise of variance 0.04 in every cell. */
    public static Table of(int rows, long seed) {
        LowRank settings = new LowRank(rows, 10, List.of(4.0, 2.0, 1.0), 0.2, seed);
        return numbers(rows, 10, settings.generate().values().values());
    }

    /** X'X / n. */
    public static DoubleMatrix secondMoment(Table table) {
        int d = table.width();
        DoubleMatrix sigma = DoubleMatrix.zeros(d, d);
        for (int row = 0; row < table.rows(); row++) {
            for (int i = 0; i < d; i++) {
                for (int j = 0; j < d; j++) {
                    // Cells are float32 once they are features.
                    sigma.values()[i * d + j] +=
                            (double) (float) table.cell(row, i) * (float) table.cell(row, j) / table.rows();
                }
            }
        }
        return sigma;
    }

    public static DoubleMatrix product(DoubleMatrix a, DoubleMatrix b) {
        DoubleMatrix c = DoubleMatrix.zeros(a.rows(), b.columns());
        for (int i = 0; i < a.rows(); i++) {
            for (int j = 0; j < b.columns(); j++) {
                for (int p = 0; p < a.columns(); p++) {
                    c.values()[i * b.columns() + j] += a.get(i, p) * b.get(p, j);
                }
            }
        }
        return c;
    }
}
