package io.eckart.training.filling;

import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.Workers;
import io.eckart.numerics.blas.LinearAlgebra;
import io.eckart.numerics.blas.Operand;
import io.eckart.numerics.statistics.ConditionalNormal;
import java.util.Arrays;

/**
 * The expected sums over all rows that one iteration of expectation-maximisation needs, in fixed units about a fixed origin:
 * of the rows with conditional means in missing cells, of their products, and of the conditional covariances. Shares of the
 * rows are summed separately and added in order.
 */
final class GaussianStatistics {
    private static final int MOST_SHARES = 16;
    private static final int LEAST_ROWS = 256;
    /** Rows in one product. */
    private static final int BLOCK = 128;

    private final FloatMatrix rows;
    private final int n;
    private final int d;
    private final int[] order;
    private final double[] origin;
    private final double[] units;
    private final Workers workers;
    private final Share[] shares;
    private final Share complete;
    private final Share total;
    private double logLikelihood;

    GaussianStatistics(FloatMatrix rows, MaskOrder order, double[] origin, double[] units, Workers workers) {
        this.rows = rows;
        this.n = rows.rows();
        this.d = rows.columns();
        this.order = order.rows();
        this.origin = origin.clone();
        this.units = units.clone();
        this.workers = workers;
        this.shares = shares(order.complete(), n);
        Share[] whole = shares(0, order.complete());
        workers.forEach(whole.length, i -> whole[i].addComplete());
        this.complete = new Share(0, 0);
        Arrays.stream(whole).forEach(complete::add);
        this.total = new Share(0, 0);
    }

    private Share[] shares(int from, int to) {
        int count = Math.clamp(Math.ceilDiv(to - from, LEAST_ROWS), 0, MOST_SHARES);
        Share[] made = new Share[count];
        for (int i = 0; i < count; i++) {
            made[i] = new Share(
                    from + (int) ((long) (to - from) * i / count), from + (int) ((long) (to - from) * (i + 1) / count));
        }
        return made;
    }

    /** Takes the expectations under a distribution. */
    void expect(ConditionalNormal normal) {
        workers.forEach(shares.length, i -> shares[i].expect(normal));
        total.clear();
        total.add(complete);
        for (Share share : shares) {
            total.add(share);
        }
        logLikelihood = logLikelihood(normal);
    }

    /** The new means, in the units of the features. */
    double[] mean() {
        double[] mean = new double[d];
        Arrays.setAll(mean, j -> origin[j] + units[j] * total.sums[j] / n);
        return mean;
    }

    /** The new covariance, in the units of the features. */
    DoubleMatrix covariance() {
        DoubleMatrix covariance = DoubleMatrix.zeros(d, d);
        for (int i = 0; i < d; i++) {
            for (int j = i; j < d; j++) {
                double product = (total.products[i * d + j] + total.covariances[i * d + j]) / n;
                double value = (product - total.sums[i] / n * total.sums[j] / n) * units[i] * units[j];
                covariance.values()[i * d + j] = value;
                covariance.values()[j * d + i] = value;
            }
            covariance.values()[i * d + i] = Math.max(0, covariance.get(i, i));
        }
        return covariance;
    }

    /** The mean log-likelihood of the observed cells of a row, under the distribution last given to {@link #expect}. */
    double logLikelihood() {
        return logLikelihood;
    }

    /**
     * With R the correlations and u the filled row in standard deviations, {@code ln det R_oo = ln det R + ln det P_mm} and
     * {@code u_o' R_oo^-1 u_o = u' P u}, so that only sums over all rows are needed.
     */
    private double logLikelihood(ConditionalNormal normal) {
        double[] about = new double[d];
        Arrays.setAll(about, j -> (normal.mean(j) - origin[j]) / units[j]);
        double[] products = new double[d * d];
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                double product = total.products[i <= j ? i * d + j : j * d + i];
                double central =
                        product - about[i] * total.sums[j] - total.sums[i] * about[j] + n * about[i] * about[j];
                products[i * d + j] = central * units[i] * units[j] / (normal.unit(i) * normal.unit(j));
            }
        }
        double cells = 0;
        double logUnits = 0;
        for (int j = 0; j < d; j++) {
            cells += total.observed[j];
            logUnits += total.observed[j] * Math.log(normal.unit(j));
        }
        double sum = n * normal.logDeterminant() + total.logDeterminants + normal.traceWithPrecision(products);
        return -0.5 * (cells * Math.log(2 * Math.PI) + sum + 2 * logUnits) / n;
    }

    /** The sums over some rows of the order. */
    private final class Share {
        private final int from;
        private final int to;
        private final double[] sums = new double[d];
        private final double[] products = new double[d * d];
        private final double[] covariances = new double[d * d];
        private final double[] observed = new double[d];
        private final double[] block = new double[BLOCK * d];
        private double logDeterminants;
        private int filled;

        Share(int from, int to) {
            this.from = from;
            this.to = to;
        }

        void clear() {
            Arrays.fill(sums, 0);
            Arrays.fill(products, 0);
            Arrays.fill(covariances, 0);
            Arrays.fill(observed, 0);
            logDeterminants = 0;
        }

        void add(Share other) {
            addTo(sums, other.sums);
            addTo(products, other.products);
            addTo(covariances, other.covariances);
            addTo(observed, other.observed);
            logDeterminants += other.logDeterminants;
        }

        private static void addTo(double[] sum, double[] other) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += other[i];
            }
        }

        void addComplete() {
            for (int r = from; r < to; r++) {
                int start = order[r] * d;
                for (int j = 0; j < d; j++) {
                    block[filled * d + j] = (rows.values()[start + j] - origin[j]) / units[j];
                }
                endRow();
            }
            flush();
            Arrays.fill(observed, to - from);
        }

        void expect(ConditionalNormal normal) {
            clear();
            ConditionalNormal.Workspace space = normal.workspace();
            int alike = 0;
            for (int r = from; r < to; r++) {
                int start = order[r] * d;
                if (r > from && !sameMask(start, order[r - 1] * d)) {
                    addCovariance(space, normal, alike);
                    alike = 0;
                }
                alike++;
                double[] row = space.condition(rows.values(), start);
                for (int j = 0; j < d; j++) {
                    block[filled * d + j] = (normal.mean(j) + normal.unit(j) * row[j] - origin[j]) / units[j];
                    observed[j] += Float.isNaN(rows.values()[start + j]) ? 0 : 1;
                }
                endRow();
            }
            addCovariance(space, normal, alike);
            flush();
        }

        private boolean sameMask(int start, int other) {
            for (int j = 0; j < d; j++) {
                if (Float.isNaN(rows.values()[start + j]) != Float.isNaN(rows.values()[other + j])) {
                    return false;
                }
            }
            return true;
        }

        /** Adds the conditional covariance of a number of rows whose missing cells are those of the last row of the workspace. */
        private void addCovariance(ConditionalNormal.Workspace space, ConditionalNormal normal, int count) {
            logDeterminants += count * space.logDeterminantOfMissing();
            for (int i = 0; i < space.missing(); i++) {
                int row = space.missing(i);
                double scale = count * normal.spread(row) / units[row];
                for (int j = i; j < space.missing(); j++) {
                    int column = space.missing(j);
                    covariances[row * d + column] +=
                            scale * space.covariance(i, j) * normal.spread(column) / units[column];
                }
            }
        }

        private void endRow() {
            if (++filled == BLOCK) {
                flush();
            }
        }

        private void flush() {
            for (int r = 0; r < filled; r++) {
                for (int j = 0; j < d; j++) {
                    sums[j] += block[r * d + j];
                }
            }
            LinearAlgebra.get().gram(1, Operand.of(block, filled, d), 1, Operand.of(products, d, d));
            filled = 0;
        }
    }
}
