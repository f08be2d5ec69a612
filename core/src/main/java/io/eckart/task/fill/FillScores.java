package io.eckart.task.fill;

import io.eckart.data.Column;
import io.eckart.data.ColumnType;
import io.eckart.data.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The errors of one way in hidden cells, summed by column. */
final class FillScores {
    private final Table truth;
    private final double[] units;
    private final long[] cells;
    private final double[] squares;
    private final long[] right;
    private double[] losses = {};
    private int count;
    private double seconds;

    /** @param units the unit of errors of each column */
    FillScores(Table truth, double[] units) {
        this.truth = truth;
        this.units = units;
        this.cells = new long[truth.width()];
        this.squares = new double[truth.width()];
        this.right = new long[truth.width()];
    }

    /** Seconds the way has taken. */
    void took(double time) {
        seconds += time;
    }

    double seconds() {
        return seconds;
    }

    void add(Table filled, boolean[] hidden) {
        losses = Arrays.copyOf(losses, count + Missingness.count(hidden));
        for (int at = 0; at < hidden.length; at++) {
            if (hidden[at]) {
                int j = at % truth.width();
                double expected = truth.cell(at / truth.width(), j);
                double found = filled.cell(at / truth.width(), j);
                cells[j]++;
                squares[j] += (found - expected) * (found - expected);
                right[j] += found == expected ? 1 : 0;
                losses[count++] = loss(j, found, expected);
            }
        }
    }

    private double loss(int column, double found, double expected) {
        if (truth.schema().features().get(column).type() == ColumnType.NUMBER) {
            double error = (found - expected) / units[column];
            return error * error;
        }
        return found == expected ? 0 : 1;
    }

    /** The loss of every hidden cell, in order. */
    double[] losses() {
        return losses.clone();
    }

    /** The mean loss. */
    double loss() {
        return Arrays.stream(losses).sum() / count;
    }

    /**
     * @param means the errors of the column means in the same cells
     * @param standardError of the difference from the least loss
     */
    FillComparison.Entry entry(FillMethod method, FillScores means, double standardError) {
        List<FillComparison.ColumnScore> columns = new ArrayList<>();
        double loss = 0;
        double numbers = 0;
        double total = 0;
        double numberCells = 0;
        double levelCells = 0;
        double levelsRight = 0;
        for (int j = 0; j < cells.length; j++) {
            Column column = truth.schema().features().get(j);
            boolean number = column.type() == ColumnType.NUMBER;
            double unit = units[j] * units[j];
            double rmse = number ? Math.sqrt(squares[j] / cells[j]) : Double.NaN;
            double r2 = number ? 1 - squares[j] / means.squares[j] : Double.NaN;
            double accuracy = number ? Double.NaN : (double) right[j] / cells[j];
            columns.add(new FillComparison.ColumnScore(column, cells[j], rmse, r2, accuracy));
            if (number) {
                loss += squares[j] / unit;
                numbers += squares[j] / unit;
                total += means.squares[j] / unit;
                numberCells += cells[j];
            } else {
                loss += cells[j] - right[j];
                levelCells += cells[j];
                levelsRight += right[j];
            }
        }
        double mean = loss / (numberCells + levelCells);
        double rmse = Math.sqrt(numbers / numberCells);
        double accuracy = levelsRight / levelCells;
        return new FillComparison.Entry(
                method, mean, rmse, 1 - numbers / total, accuracy, columns, seconds, standardError);
    }
}
