package io.eckart.model;

import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.blas.LinearAlgebra;
import io.eckart.numerics.blas.Operand;

/** Codes of rows with unobserved cells under PCA: regularised least squares over the observed ones. */
final class PartialRows {
    /**
     * The ridge is at least this fraction of the mean energy of a feature, so that the system stays well posed where nothing
     * is discarded (k = d) and fewer than k cells are observed.
     */
    private static final double LEAST_NOISE = 1e-6;

    private final DoubleMatrix components;
    private final double[] ridge;
    private final double noise;

    /** @param components those of the parameters, k x d */
    PartialRows(PcaParameters parameters, DoubleMatrix components) {
        this.components = components;
        double floor = LEAST_NOISE * parameters.totalEnergy() / parameters.features();
        this.noise = Math.max(parameters.noiseVariance(), floor);
        this.ridge = new double[parameters.codeSize()];
        for (int i = 0; i < ridge.length; i++) {
            double signal = Math.max(parameters.energy(i) - noise, floor);
            ridge[i] = noise == 0 ? 1 : noise / signal;
        }
    }

    /** Solves {@code (V_o' V_o + diag(ridge)) c = V_o' x_o} for the row minus the origin that starts at {@code start}. */
    float[] code(float[] rows, int start) {
        int k = ridge.length;
        double[] right = new double[k];
        double[] system = factor(rows, start, right);
        LinearAlgebra.get().choleskySolve(k, 1, system, right);
        float[] code = new float[k];
        for (int i = 0; i < k; i++) {
            code[i] = (float) right[i];
        }
        return code;
    }

    /** The Cholesky factor of the system, and its right-hand side. */
    private double[] factor(float[] rows, int start, double[] right) {
        int k = ridge.length;
        int d = components.columns();
        double[] observed = new double[k * d];
        gather(rows, start, observed, right);
        double[] system = new double[k * k];
        Operand known = Operand.of(observed, k, d);
        LinearAlgebra.get().gemm(1, known, known.t(), 0, Operand.of(system, k, k));
        for (int i = 0; i < k; i++) {
            system[i * k + i] += ridge[i];
        }
        if (LinearAlgebra.get().cholesky(k, system) != 0) {
            throw new ArithmeticException("the system of a row with missing cells is not positive definite");
        }
        return system;
    }

    /** The conditional variance of each cell of a row given its observed cells, with the discarded energy as noise. */
    double[] variances(float[] rows, int start) {
        int k = ridge.length;
        int d = components.columns();
        double[] system = factor(rows, start, new double[k]);
        double[] solved = components.values().clone();
        LinearAlgebra.get().choleskySolve(k, d, system, solved);
        double[] variances = new double[d];
        for (int j = 0; j < d; j++) {
            double sum = 1;
            for (int i = 0; i < k; i++) {
                sum += components.values()[i * d + j] * solved[i * d + j];
            }
            variances[j] = noise * sum;
        }
        return variances;
    }

    /** Components with zero columns where the row is unobserved, and their products with the row. */
    private void gather(float[] rows, int start, double[] observed, double[] right) {
        int d = components.columns();
        for (int i = 0; i < ridge.length; i++) {
            double sum = 0;
            for (int j = 0; j < d; j++) {
                float cell = rows[start + j];
                if (!Float.isNaN(cell)) {
                    observed[i * d + j] = components.values()[i * d + j];
                    sum += observed[i * d + j] * cell;
                }
            }
            right[i] = sum;
        }
    }
}
