package io.eckart.numerics.statistics;

import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.blas.LinearAlgebra;
import java.util.Arrays;

/**
 * A normal distribution N(mu, Sigma) conditioned on the observed cells of rows. With P the inverse of
 * Sigma, m the missing and o the observed cells,
 *
 * <pre>
 *   E[x_m | x_o]   = mu_m - P_mm^-1 P_mo (x_o - mu_o)
 *   Cov[x_m | x_o] = P_mm^-1
 * </pre>
 *
 * so only a system of the size of the number of missing cells is solved. Everything is computed in units of the standard
 * deviations.
 *
 * <p>Correlations whose smallest eigenvalue is below {@value #LEAST_EIGENVALUE} (the levels of a category add up to 1, a
 * column repeats another) get a ridge on their diagonal that raises it to that value; a constant feature is left out.
 */
public final class ConditionalNormal {
    /** Large compared with the rounding of float32 features, small compared with the error of an estimated correlation. */
    public static final double LEAST_EIGENVALUE = 1e-6;
    /** From this number of missing cells the provider's routines are faster than plain loops. */
    private static final int MANY = 48;

    private final int d;
    private final double[] means;
    private final double[] deviations;
    private final boolean[] constant;
    private final double[] precision;
    private final double logDeterminant;
    private final double ridge;

    /**
     * @param means mu, d values
     * @param covariance Sigma, d x d, symmetric and positive semi-definite up to rounding
     */
    public ConditionalNormal(double[] means, DoubleMatrix covariance) {
        this.d = means.length;
        this.means = means.clone();
        this.deviations = new double[d];
        this.constant = new boolean[d];
        for (int j = 0; j < d; j++) {
            double variance = covariance.get(j, j);
            constant[j] = !(variance > 0);
            deviations[j] = constant[j] ? 1 : Math.sqrt(variance);
        }
        DoubleMatrix correlation = correlation(covariance);
        double[] eigenvalues = SymmetricEigen.of(correlation).values();
        this.ridge = Math.max(0, LEAST_EIGENVALUE - eigenvalues[d - 1]);
        for (int j = 0; j < d; j++) {
            correlation.values()[j * d + j] += ridge;
        }
        Cholesky factor = Cholesky.of(correlation);
        double logarithm = 0;
        for (int j = 0; j < d; j++) {
            logarithm += 2 * Math.log(factor.lower().get(j, j));
        }
        this.logDeterminant = logarithm;
        this.precision = factor.solve(DoubleMatrix.identity(d)).values();
    }

    private DoubleMatrix correlation(DoubleMatrix covariance) {
        DoubleMatrix correlation = DoubleMatrix.identity(d);
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                if (i != j && !constant[i] && !constant[j]) {
                    double both = 0.5 * (covariance.get(i, j) + covariance.get(j, i));
                    correlation.values()[i * d + j] = both / (deviations[i] * deviations[j]);
                }
            }
        }
        return correlation;
    }

    /** The value added to the diagonal of the correlations; 0 if none was needed. */
    public double ridge() {
        return ridge;
    }

    /** {@code ln det} of the correlations. */
    public double logDeterminant() {
        return logDeterminant;
    }

    /** The unit of a feature: its standard deviation, or 1 if it is constant. */
    public double unit(int feature) {
        return deviations[feature];
    }

    /** The standard deviation of a feature; 0 if it is constant. */
    public double spread(int feature) {
        return constant[feature] ? 0 : deviations[feature];
    }

    /** The mean of a feature. */
    public double mean(int feature) {
        return means[feature];
    }

    /** {@code tr(P M)} with P the inverse of the correlations and M d x d. */
    public double traceWithPrecision(double[] matrix) {
        double trace = 0;
        for (int i = 0; i < matrix.length; i++) {
            trace += precision[i] * matrix[i];
        }
        return trace;
    }

    /** A workspace for one thread. */
    public Workspace workspace() {
        return new Workspace();
    }

    /** Conditions on one row after another; consecutive rows with the same missing cells share their factorisation. */
    public final class Workspace {
        private final double[] row = new double[d];
        private final int[] missing = new int[d];
        private final int[] candidate = new int[d];
        private double[] factor = {};
        private double[] inverse = {};
        private final double[] right = new double[d];
        private int count;
        private boolean inverted;

        private Workspace() {}

        /** The number of missing cells of the current row. */
        public int missing() {
            return count;
        }

        /** The column of the i-th missing cell of the current row. */
        public int missing(int i) {
            return missing[i];
        }

        /**
         * Makes a row the current one and finds the conditional means of its missing cells.
         *
         * @param values NaN where a cell is missing; the row begins at {@code start}
         * @return d values, valid until the next call: the row in standard deviations from the means, missing cells filled
         */
        public double[] condition(float[] values, int start) {
            int found = 0;
            for (int j = 0; j < d; j++) {
                double cell = values[start + j];
                boolean observed = !Double.isNaN(cell);
                row[j] = observed ? (cell - means[j]) / deviations[j] : 0;
                if (!observed) {
                    candidate[found++] = j;
                }
            }
            useFactor(found);
            solve();
            return row;
        }

        /** The conditional mean of the i-th missing cell, in the units of the feature. */
        public double mean(int i) {
            int j = missing[i];
            return means[j] + deviations[j] * row[j];
        }

        private void useFactor(int found) {
            if (found == count && Arrays.equals(candidate, 0, found, missing, 0, found)) {
                return;
            }
            count = found;
            System.arraycopy(candidate, 0, missing, 0, found);
            inverted = false;
            if (factor.length < count * count || count > MANY) {
                factor = new double[count * count];
            }
            for (int i = 0; i < count; i++) {
                for (int j = 0; j < count; j++) {
                    factor[i * count + j] = precision[missing[i] * d + missing[j]];
                }
            }
            factorise();
        }

        private void factorise() {
            if (count > MANY) {
                if (LinearAlgebra.get().cholesky(count, factor) != 0) {
                    throw new ArithmeticException(
                            "the precision of " + count + " missing cells is not positive definite");
                }
                return;
            }
            for (int i = 0; i < count; i++) {
                for (int j = 0; j <= i; j++) {
                    double sum = factor[i * count + j];
                    for (int k = 0; k < j; k++) {
                        sum -= factor[i * count + k] * factor[j * count + k];
                    }
                    factor[i * count + j] = i == j ? Math.sqrt(sum) : sum / factor[j * count + j];
                }
            }
        }

        /** {@code z_m = -P_mm^-1 P_mo z_o}. */
        private void solve() {
            for (int i = 0; i < count; i++) {
                int from = missing[i] * d;
                double sum = 0;
                for (int j = 0; j < d; j++) {
                    sum -= precision[from + j] * row[j];
                }
                right[i] = sum;
            }
            for (int i = 0; i < count; i++) {
                double sum = right[i];
                for (int k = 0; k < i; k++) {
                    sum -= factor[i * count + k] * right[k];
                }
                right[i] = sum / factor[i * count + i];
            }
            for (int i = count - 1; i >= 0; i--) {
                double value = right[i] / factor[i * count + i];
                right[i] = value;
                for (int k = 0; k < i; k++) {
                    right[k] -= factor[i * count + k] * value;
                }
                row[missing[i]] = value;
            }
        }

        /** {@code ln det P_mm} of the current row. */
        public double logDeterminantOfMissing() {
            double sum = 0;
            for (int i = 0; i < count; i++) {
                sum += 2 * Math.log(factor[i * count + i]);
            }
            return sum;
        }

        /** The conditional covariance of the i-th and the j-th missing cell, in standard deviations of both. */
        public double covariance(int i, int j) {
            invert();
            return inverse[i * count + j];
        }

        /** The conditional standard deviation of the i-th missing cell, in the units of the feature. */
        public double deviation(int i) {
            int j = missing[i];
            return constant[j] ? 0 : deviations[j] * Math.sqrt(covariance(i, i));
        }

        private void invert() {
            if (inverted) {
                return;
            }
            inverted = true;
            if (inverse.length < count * count || count > MANY) {
                inverse = new double[count * count];
            }
            Arrays.fill(inverse, 0, count * count, 0);
            for (int i = 0; i < count; i++) {
                inverse[i * count + i] = 1;
            }
            if (count > MANY) {
                LinearAlgebra.get().choleskySolve(count, count, factor, inverse);
            } else {
                solveForIdentity();
            }
        }

        private void solveForIdentity() {
            for (int i = 0; i < count; i++) {
                for (int k = 0; k < i; k++) {
                    double weight = factor[i * count + k];
                    for (int c = 0; c <= k; c++) {
                        inverse[i * count + c] -= weight * inverse[k * count + c];
                    }
                }
                for (int c = 0; c <= i; c++) {
                    inverse[i * count + c] /= factor[i * count + i];
                }
            }
            for (int i = count - 1; i >= 0; i--) {
                for (int c = 0; c < count; c++) {
                    double value = inverse[i * count + c] / factor[i * count + i];
                    inverse[i * count + c] = value;
                    for (int k = 0; k < i; k++) {
                        inverse[k * count + c] -= factor[i * count + k] * value;
                    }
                }
            }
        }
    }
}
