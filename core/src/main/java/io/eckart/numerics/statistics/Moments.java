package io.eckart.numerics.statistics;

import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.RowOperator;
import io.eckart.numerics.Workers;
import io.eckart.numerics.blas.LinearAlgebra;
import io.eckart.numerics.statistics.MomentsAccumulator.Precision;

/**
 * The first and second moments of n rows x of d columns, about an origin o near their mean:
 *
 * <pre>
 *   sums     = sum of (x - o)              (d)
 *   products = sum of (x - o)(x - o)'      (d x d)
 * </pre>
 *
 * The origin keeps the precision: for data such as 1e6 + small noise, plain sums of products lose all digits of the covariance
 * (Chan, Golub and LeVeque 1983). Moments of parts add up to the moments of the whole.
 *
 * @param count n, at least 0
 * @param origin o, d values
 * @param sums d values
 * @param products d x d, symmetric
 */
@SuppressWarnings("ArrayRecordComponent") // d x d sums are not copied on each access; never compared
public record Moments(long count, double[] origin, double[] sums, DoubleMatrix products) {

    /** @throws IllegalArgumentException if the sizes do not fit */
    public Moments {
        int d = origin.length;
        if (count < 0 || sums.length != d || products.rows() != d || products.columns() != d) {
            throw new IllegalArgumentException("moments of " + count + " rows about " + d + " values cannot have "
                    + sums.length + " sums and " + products.rows() + " x " + products.columns() + " products");
        }
    }

    /** The moments of rows in memory, in float64, by the provider in use. */
    public static Moments of(FloatMatrix rows, Workers workers) {
        return of(RowOperator.of(rows), Precision.FLOAT64, workers, LinearAlgebra.get());
    }

    /**
     * The moments of rows in one pass.
     *
     * @param rows n x d, all values finite
     * @throws IllegalArgumentException if a value is not finite
     */
    public static Moments of(RowOperator rows, Precision precision, Workers workers, LinearAlgebra algebra) {
        MomentsAccumulator accumulator = new MomentsAccumulator(rows.columns(), precision, workers, algebra);
        rows.pass(accumulator::add);
        return accumulator.finish();
    }

    /** d, the number of columns. */
    public int columns() {
        return origin.length;
    }

    /**
     * The mean of the rows, d values.
     *
     * @throws IllegalStateException if there are no rows
     */
    public double[] mean() {
        requireRows();
        double[] mean = new double[columns()];
        for (int j = 0; j < mean.length; j++) {
            mean[j] = origin[j] + sums[j] / count;
        }
        return mean;
    }

    /**
     * The uncentred second moment {@code X'X / n}, d x d.
     *
     * @throws IllegalStateException if there are no rows
     */
    public DoubleMatrix secondMoment() {
        return about(new double[columns()]);
    }

    /**
     * The covariance {@code (1/n) sum of (x - mean)(x - mean)'}, d x d; divided by n, not n - 1.
     *
     * @throws IllegalStateException if there are no rows
     */
    public DoubleMatrix covariance() {
        return about(mean());
    }

    /**
     * The mean of {@code (x - center)(x - center)'}, d x d.
     *
     * @throws IllegalArgumentException if the center has another number of values
     * @throws IllegalStateException if there are no rows
     */
    public DoubleMatrix about(double[] center) {
        requireRows();
        DoubleMatrix moved = movedTo(center).products;
        DoubleMatrix mean = DoubleMatrix.zeros(moved.rows(), moved.columns());
        for (int i = 0; i < mean.values().length; i++) {
            mean.values()[i] = moved.values()[i] / count;
        }
        return mean;
    }

    /**
     * The moments of these rows and the other ones together; if one side has no rows, the other side itself.
     *
     * @throws IllegalArgumentException if the numbers of columns differ
     */
    public Moments plus(Moments other) {
        requireColumns(other.columns());
        if (count == 0 || other.count == 0) {
            // Moving moments to the origin of no rows would cost the digits that their own origin keeps.
            return count == 0 ? other : this;
        }
        Moments moved = other.movedTo(origin);
        double[] bothSums = sums.clone();
        for (int j = 0; j < bothSums.length; j++) {
            bothSums[j] += moved.sums[j];
        }
        DoubleMatrix both = DoubleMatrix.zeros(columns(), columns());
        for (int i = 0; i < both.values().length; i++) {
            both.values()[i] = products.values()[i] + moved.products.values()[i];
        }
        return new Moments(Math.addExact(count, other.count), origin, bothSums, both);
    }

    /** With h = o - center: {@code sum (x - center)(x - center)' = products + sums h' + h sums' + n h h'}. */
    private Moments movedTo(double[] center) {
        requireColumns(center.length);
        int d = columns();
        double[] moved = new double[d];
        double[] movedSums = new double[d];
        for (int j = 0; j < d; j++) {
            moved[j] = origin[j] - center[j];
            movedSums[j] = sums[j] + count * moved[j];
        }
        DoubleMatrix movedProducts = DoubleMatrix.zeros(d, d);
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                // One order of the factors for (i, j) and (j, i), so that the result is symmetric to the bit.
                double cross = sums[i] * moved[j] + sums[j] * moved[i];
                movedProducts.values()[i * d + j] = products.get(i, j) + cross + count * (moved[i] * moved[j]);
            }
        }
        return new Moments(count, center.clone(), movedSums, movedProducts);
    }

    private void requireColumns(int given) {
        if (given != columns()) {
            throw new IllegalArgumentException("moments of " + columns() + " columns, got " + given + " columns");
        }
    }

    private void requireRows() {
        if (count == 0) {
            throw new IllegalStateException("there are no rows, so there is no mean");
        }
    }
}
