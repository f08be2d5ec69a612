package io.eckart.training;

import io.eckart.data.FeatureCursor;
import io.eckart.data.FeatureSource;
import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.LinearAlgebra;
import io.eckart.numerics.Moments;
import io.eckart.numerics.MomentsAccumulator;
import io.eckart.numerics.MomentsAccumulator.Precision;
import io.eckart.numerics.SymmetricEigen;
import io.eckart.numerics.Workers;
import java.util.Arrays;
import java.util.Optional;

/** PCA by the eigen-decomposition of second moments, accumulated in one pass: for d up to a few thousand and any n. */
final class MomentsPca {
    private MomentsPca() {}

    /** @return empty if a cell is missing */
    static Optional<PrincipalAxes> fit(
            FeatureSource source, PcaConfig config, Workers workers, TrainingListener listener) {
        MomentsAccumulator accumulator =
                new MomentsAccumulator(source.width(), Precision.FLOAT64, workers, LinearAlgebra.get());
        long rows = 0;
        try (FeatureCursor cursor = source.open()) {
            for (FloatMatrix chunk = cursor.next(); chunk != null; chunk = cursor.next()) {
                if (MissingCells.in(chunk, workers)) {
                    return Optional.empty();
                }
                accumulator.add(chunk);
                rows += chunk.rows();
                listener.on(new TrainingEvent.RowsSeen(rows));
            }
        }
        return Optional.of(axes(accumulator.finish(), config));
    }

    /** All d eigenpairs, or only the k wanted ones where k is known and few. */
    private static PrincipalAxes axes(Moments moments, PcaConfig config) {
        DoubleMatrix second = config.center() ? moments.covariance() : moments.secondMoment();
        SymmetricEigen eigen = switch (config.components()) {
            case PcaConfig.Components.Fixed(int k) -> SymmetricEigen.top(second, k);
            case PcaConfig.Components.Energy all -> SymmetricEigen.of(second);
        };
        double[] spectrum =
                Arrays.stream(eigen.values()).map(v -> Math.max(0, v)).toArray();
        double total = 0;
        for (int j = 0; j < second.rows(); j++) {
            total += second.get(j, j);
        }
        return new PrincipalAxes(eigen.vectors(), spectrum, total, moments.mean(), moments.count(), 1, 0);
    }
}
