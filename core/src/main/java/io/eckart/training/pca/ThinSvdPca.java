package io.eckart.training.pca;

import io.eckart.data.FeatureSource;
import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.statistics.ObservedColumns;
import io.eckart.numerics.statistics.ThinSvd;
import io.eckart.training.RowsInMemory;
import java.util.Arrays;
import java.util.Optional;

/** PCA by the thin SVD of the rows in O(n d) memory (notes 15.4): for fewer rows than features. */
final class ThinSvdPca {
    private ThinSvdPca() {}

    /** The principal axes; empty if a cell is missing. */
    static Optional<PrincipalAxes> fit(FeatureSource source, boolean center) {
        FloatMatrix rows = RowsInMemory.of(source);
        int n = rows.rows();
        DoubleMatrix x = rows.toDouble();
        double[] means = ObservedColumns.means(rows);
        for (int i = 0; center && i < x.values().length; i++) {
            x.values()[i] -= means[i % means.length];
        }
        double energy = 0;
        for (double value : x.values()) {
            energy += value * value;
        }
        if (Double.isNaN(energy)) {
            return Optional.empty();
        }
        ThinSvd svd = ThinSvd.of(x);
        double[] spectrum =
                Arrays.stream(svd.singularValues()).map(s -> s * s / n).toArray();
        return Optional.of(new PrincipalAxes(svd.vt(), spectrum, energy / n, means, n, 1, 0));
    }
}
