package io.eckart.training.pca;

import io.eckart.data.FeatureSource;
import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.statistics.ThinSvd;
import io.eckart.training.RowsInMemory;
import java.util.Optional;

/** PCA by the thin SVD of the rows in O(n d) memory (notes 15.4): for fewer rows than features. */
final class ThinSvdPca {
    private ThinSvdPca() {}

    /** The principal axes; empty if a cell is missing. */
    static Optional<PrincipalAxes> fit(FeatureSource source, boolean center) {
        FloatMatrix rows = RowsInMemory.of(source);
        int n = rows.rows();
        DoubleMatrix x = rows.toDouble();
        double[] means = means(x);
        if (center) {
            subtract(x, means);
        }
        double energy = 0;
        for (double value : x.values()) {
            energy += value * value;
        }
        if (Double.isNaN(energy)) {
            return Optional.empty();
        }
        ThinSvd svd = ThinSvd.of(x);
        double[] spectrum = svd.singularValues().clone();
        for (int i = 0; i < spectrum.length; i++) {
            spectrum[i] = spectrum[i] * spectrum[i] / n;
        }
        return Optional.of(new PrincipalAxes(svd.vt(), spectrum, energy / n, means, n, 1, 0));
    }

    private static double[] means(DoubleMatrix x) {
        double[] means = new double[x.columns()];
        for (int i = 0; i < x.rows(); i++) {
            for (int j = 0; j < means.length; j++) {
                means[j] += x.get(i, j);
            }
        }
        for (int j = 0; j < means.length; j++) {
            means[j] /= x.rows();
        }
        return means;
    }

    private static void subtract(DoubleMatrix x, double[] means) {
        for (int i = 0; i < x.values().length; i++) {
            x.values()[i] -= means[i % means.length];
        }
    }
}
