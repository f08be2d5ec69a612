package io.eckart.task.fit;

import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.blas.LinearAlgebra;
import io.eckart.numerics.blas.Operand;
import io.eckart.numerics.statistics.ThinSvd;

/**
 * Principal angles between two subspaces (Bjoerck and Golub 1973): what remains to compare where factors are not unique.
 */
public final class PrincipalAngles {
    private PrincipalAngles() {}

    /**
     * The angles, smallest first, in radians from 0 to pi/2.
     *
     * @param a p x d, orthonormal rows
     * @param b q x d, orthonormal rows
     * @return min(p, q) angles; below 1e-8 they are rounding
     * @throws IllegalArgumentException if the rows have different lengths
     */
    public static double[] between(DoubleMatrix a, DoubleMatrix b) {
        if (a.columns() != b.columns()) {
            throw new IllegalArgumentException("subspaces of " + a.columns() + " and " + b.columns() + " dimensions");
        }
        DoubleMatrix cosines = DoubleMatrix.zeros(a.rows(), b.rows());
        LinearAlgebra.get().gemm(1, Operand.of(a), Operand.of(b).t(), 0, Operand.of(cosines));
        double[] angles = ThinSvd.of(cosines).singularValues().clone();
        for (int i = 0; i < angles.length; i++) {
            angles[i] = Math.acos(Math.min(1, angles[i]));
        }
        return angles;
    }
}
