package io.eckart.training.pca;

import io.eckart.data.FeatureCursor;
import io.eckart.data.FeatureSource;
import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.Workers;
import io.eckart.numerics.blas.LinearAlgebra;
import io.eckart.numerics.statistics.Moments;
import io.eckart.numerics.statistics.MomentsAccumulator;
import io.eckart.numerics.statistics.MomentsAccumulator.Precision;
import io.eckart.numerics.statistics.SymmetricEigen;
import io.eckart.training.MissingCells;
import io.eckart.training.PcaConfig;
import io.eckart.training.TrainingEvent;
import io.eckart.training.TrainingListener;
import java.util.Arrays;
import java.util.Optional;

/**
 * PCA by the eigen-decomposition of second moments, accumulated in one pass: for d up to a few thousand and any n.
 *
 * <p>Products within short blocks of rows are float32, all sums float64: that is nearly twice as fast as float64
 * throughout and, once the rounding of many blocks averages out, off by some 1e-8 of the total energy. Few rows, and a second
 * pass where the components leave so little energy that this could be seen in the optimum, are float64 throughout.
 */
final class MomentsPca {
    /** With 1e-8 of the total energy rounded away, an optimum above this part of it is right to 1e-6. */
    private static final double ENOUGH_LEFT = 1e-2;

    /** The roundings of this many rows, 128 blocks, average out; for fewer rows float64 costs little. */
    private static final long ENOUGH_ROWS = 1 << 14;

    private final FeatureSource source;
    private final long rows;
    private final PcaConfig config;
    private final Workers workers;
    private final TrainingListener listener;

    MomentsPca(FeatureSource source, long rows, PcaConfig config, Workers workers, TrainingListener listener) {
        this.source = source;
        this.rows = rows;
        this.config = config;
        this.workers = workers;
        this.listener = listener;
    }

    /** The principal axes; empty if a cell is missing. */
    Optional<PrincipalAxes> fit() {
        if (rows < ENOUGH_ROWS) {
            return pass(Precision.FLOAT64, 1);
        }
        Optional<PrincipalAxes> quick = pass(Precision.FLOAT32, 1);
        return quick.isPresent() && leavesTooLittle(quick.get()) ? pass(Precision.FLOAT64, 2) : quick;
    }

    private boolean leavesTooLittle(PrincipalAxes axes) {
        double kept = Arrays.stream(axes.spectrum(), 0, axes.codeSize(config.components()))
                .sum();
        return axes.totalEnergy() - kept < ENOUGH_LEFT * axes.totalEnergy();
    }

    private Optional<PrincipalAxes> pass(Precision precision, int passes) {
        MomentsAccumulator accumulator =
                new MomentsAccumulator(source.width(), precision, workers, LinearAlgebra.get());
        long seen = 0;
        try (FeatureCursor cursor = source.open()) {
            for (FloatMatrix chunk = cursor.next(); chunk != null; chunk = cursor.next()) {
                if (MissingCells.in(chunk, workers)) {
                    return Optional.empty();
                }
                accumulator.add(chunk);
                seen += chunk.rows();
                listener.on(new TrainingEvent.RowsSeen(seen));
            }
        }
        return Optional.of(axes(accumulator.finish(), passes));
    }

    /** All d eigenpairs, or only the k wanted ones where k is known and few. */
    private PrincipalAxes axes(Moments moments, int passes) {
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
        return new PrincipalAxes(eigen.vectors(), spectrum, total, moments.mean(), moments.count(), passes, 0);
    }
}
