package io.eckart.task.score;

import io.eckart.data.Column;
import io.eckart.data.ColumnType;
import io.eckart.data.Encoding;
import io.eckart.data.Table;
import io.eckart.model.Reconstructor;
import io.eckart.model.fitted.FittedModel;
import io.eckart.model.fitted.RowScore;
import io.eckart.model.fitted.ScoreReference;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.Workers;
import io.eckart.task.RowScores;
import io.eckart.task.ShownCell;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Finds the columns that make rows odd. */
final class OddParts {
    private static final int SHOWN = 5;
    /** Means below this part of the standard deviation are rounding of float32. */
    private static final double ROUNDING = 1e-6;

    private final RowScore score;
    private final RowScorer scorer;
    private final Encoding encoding;
    private final Reconstructor model;
    private final int[] columnOf;
    private final List<Column> columns;
    private final float[] means;
    private final double[] deviations;
    private final Table meanRow;

    OddParts(FittedModel<?> fitted, RowScorer scorer, RowScore score) {
        this.score = score;
        this.scorer = scorer;
        this.encoding = fitted.encoding();
        this.model = (Reconstructor) fitted.model();
        this.columnOf = encoding.schema().featureColumns();
        this.columns = encoding.schema().features();
        this.means = model.featureMeans();
        this.deviations = fitted.scores().map(ScoreReference::deviations).orElseGet(() -> ones(means.length));
        this.meanRow = withoutRounding(encoding.decode(new FloatMatrix(1, means.length, means), "means"));
    }

    /** A mean that is zero but for rounding is zero. */
    private Table withoutRounding(Table row) {
        double[] cells = new double[row.width()];
        row.copyCells(cells, 0);
        double[] scale = encoding.scale();
        for (int j = 0; j < columnOf.length; j++) {
            int column = columnOf[j];
            boolean isNumber = columns.get(column).type() == ColumnType.NUMBER;
            if (isNumber && Math.abs(cells[column]) <= ROUNDING * deviations[j] * scale[column]) {
                cells[column] = 0;
            }
        }
        return row.withCells(cells);
    }

    private static double[] ones(int length) {
        double[] ones = new double[length];
        Arrays.fill(ones, 1);
        return ones;
    }

    /** Some rows of a chunk in words; their kept cells are not known yet. */
    List<OddRow> describe(ScoredChunk chunk, int[] rows, Workers workers) {
        Table given = chunk.table().select(rows);
        FloatMatrix cells = chunk.features().selectRows(rows);
        FloatMatrix back = model.reconstruct(cells, workers);
        Table expected = encoding.decode(back, given.name());
        return IntStream.range(0, rows.length)
                .mapToObj(i -> {
                    OddRow.Reason reason = reason(chunk.scores(), rows[i]);
                    double[] parts =
                            reason == OddRow.Reason.DOES_NOT_FIT ? errors(cells, back, i) : distances(cells, i);
                    return new OddRow(
                            chunk.first() + rows[i],
                            List.of(),
                            chunk.scores().of(score)[rows[i]],
                            chunk.scores().errors().errorsPerCell()[rows[i]],
                            false,
                            reason,
                            reason == OddRow.Reason.DOES_NOT_FIT
                                    ? largest(parts, given, expected, i, i)
                                    : largest(parts, given, meanRow, i, 0));
                })
                .toList();
    }

    private OddRow.Reason reason(RowScores scores, int row) {
        boolean unlike = switch (score) {
            case ERROR -> true;
            case MAHALANOBIS, NORM -> false;
            case SUM -> scorer.breaks(scores, row);
        };
        return unlike ? OddRow.Reason.DOES_NOT_FIT : OddRow.Reason.FAR_OUT;
    }

    private double[] errors(FloatMatrix cells, FloatMatrix back, int row) {
        double[] parts = new double[columns.size()];
        for (int j = 0; j < columnOf.length; j++) {
            double error = (double) cells.get(row, j) - back.get(row, j);
            parts[columnOf[j]] += Double.isNaN(error) ? 0 : error * error;
        }
        return parts;
    }

    private double[] distances(FloatMatrix cells, int row) {
        double[] parts = new double[columns.size()];
        for (int j = 0; j < columnOf.length; j++) {
            double distance = deviations[j] == 0 ? 0 : ((double) cells.get(row, j) - means[j]) / deviations[j];
            parts[columnOf[j]] += Double.isNaN(distance) ? 0 : distance * distance;
        }
        return parts;
    }

    private List<OddRow.Part> largest(double[] parts, Table given, Table expected, int row, int expectedRow) {
        double total = Arrays.stream(parts).sum();
        return IntStream.range(0, parts.length)
                .filter(j -> parts[j] > 0)
                .boxed()
                .sorted(Comparator.comparingDouble(j -> -parts[j]))
                .limit(SHOWN)
                .map(j -> new OddRow.Part(
                        columns.get(j).name(),
                        ShownCell.of(given, row, j),
                        ShownCell.of(expected, expectedRow, j),
                        parts[j] / total))
                .toList();
    }
}
