package io.eckart.training.label;

import io.eckart.model.label.LinearRule;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.blas.LinearAlgebra;
import io.eckart.numerics.blas.Operand;
import java.util.Arrays;

/**
 * Fits linear regression with a ridge, {@code min sum_i (y_i - w'x_i - b)^2 + r ||w||^2} without a penalty on b (Hoerl and Kennard
 * 1970), in closed form and float64: {@code w = (X'X + r I)^-1 X'y} for rows about their mean, or the equal
 * {@code w = X'(XX' + r I)^-1 y} where there are fewer rows than features.
 *
 * @param ridge r, above 0 and finite
 * @param standardize as for {@link SoftmaxRegression}
 */
public record RidgeRegression(double ridge, boolean standardize) {

    /** @throws IllegalArgumentException if the ridge is out of range */
    public RidgeRegression {
        if (!(ridge > 0 && ridge < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("the ridge must be above 0 and finite, got " + ridge);
        }
    }

    /**
     * Fits w and b.
     *
     * @param rows n x d, all finite, n at least 1
     * @param values n entries
     * @throws IllegalArgumentException if the sizes do not agree
     */
    public LinearRule fit(FloatMatrix rows, double[] values) {
        int n = rows.rows();
        int d = rows.columns();
        if (n < 1 || values.length != n) {
            throw new IllegalArgumentException(values.length + " values for " + n + " rows");
        }
        Standardization scales = Standardization.of(rows, standardize);
        double[] x = scales.apply(rows).toDouble().values();
        double mean = Arrays.stream(values).average().orElseThrow();
        double[] y = Arrays.stream(values).map(value -> value - mean).toArray();
        double[] weights = n < d ? dual(x, y, n, d) : primal(x, y, n, d);
        double bias = scales.undo(weights, 0, mean);
        return new LinearRule(weights, bias);
    }

    private double[] primal(double[] x, double[] y, int n, int d) {
        double[] right = new double[d];
        Operand rows = Operand.of(x, n, d);
        LinearAlgebra.get().gemm(1, rows.t(), Operand.of(y, n, 1), 0, Operand.of(right, d, 1));
        double[] system = new double[d * d];
        LinearAlgebra.get().gemm(1, rows.t(), rows, 0, Operand.of(system, d, d));
        return solve(system, right);
    }

    private double[] dual(double[] x, double[] y, int n, int d) {
        double[] system = new double[n * n];
        Operand rows = Operand.of(x, n, d);
        LinearAlgebra.get().gemm(1, rows, rows.t(), 0, Operand.of(system, n, n));
        double[] alpha = solve(system, y);
        double[] weights = new double[d];
        LinearAlgebra.get().gemm(1, rows.t(), Operand.of(alpha, n, 1), 0, Operand.of(weights, d, 1));
        return weights;
    }

    private double[] solve(double[] system, double[] right) {
        int size = right.length;
        for (int i = 0; i < size; i++) {
            system[i * size + i] += ridge;
        }
        if (LinearAlgebra.get().cholesky(size, system) != 0) {
            throw new ArithmeticException("the ridge " + ridge + " is too small for the scale of the features");
        }
        LinearAlgebra.get().choleskySolve(size, 1, system, right);
        return right;
    }
}
