package io.eckart.training.pca;

import io.eckart.data.FeatureSource;
import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.Workers;
import io.eckart.numerics.blas.LinearAlgebra;
import io.eckart.numerics.statistics.Moments;
import io.eckart.numerics.statistics.MomentsAccumulator;
import io.eckart.numerics.statistics.MomentsAccumulator.Precision;
import io.eckart.numerics.statistics.SymmetricEigen;
import io.eckart.training.PcaConfig;
import io.eckart.training.RowPass;
import io.eckart.training.TrainingListener;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * PCA by the eigen-decomposition of second moments, accumulated in one pass: for d up to a few thousand and any n.
 *
 * <p>Products within short blocks of rows are float32, all sums float64: that is nearly twice as fast as float64
 * throughout and, where the rounding of many blocks averages out, off by about 1e-8 of the total energy. Few rows are float64 throughout, and
 * so is a second pass where the components leave so little energy that the rounding would show in the optimum.
 *
 * @param source the rows
 * @param rows the number of rows
 * @param config what to fit, and how
 * @param workers the threads that share the work
 * @param listener gets the events of a fit
 * @param stop asked at every chunk of rows
 */
record MomentsPca(
        FeatureSource source,
        long rows,
        PcaConfig config,
        Workers workers,
        TrainingListener listener,
        BooleanSupplier stop) {
    /** With a rounding of 1e-8 of the total energy, an optimum above this part of it is right to 1e-6. */
    private static final double ENOUGH_LEFT = 1e-2;

    /** The roundings of this many rows, 128 blocks, average out; for fewer rows float64 costs little. */
    private static final long ENOUGH_ROWS = 1 << 14;

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
        boolean complete = RowPass.overComplete(source, workers, listener, stop, accumulator::add);
        return complete ? Optional.of(axes(accumulator.finish(), passes)) : Optional.empty();
    }

    /** All d eigenpairs, or only the first k where k is known. */
    private PrincipalAxes axes(Moments moments, int passes) {
        DoubleMatrix second = config.center() ? moments.covariance() : moments.secondMoment();
        SymmetricEigen eigen = switch (config.components()) {
            case PcaConfig.Components.Fixed(int k) -> SymmetricEigen.top(second, k);
            case PcaConfig.Components.Energy all -> SymmetricEigen.of(second);
        };
        double[] spectrum =
                Arrays.stream(eigen.values()).map(v -> Math.max(0, v)).toArray();
        return new PrincipalAxes(eigen.vectors(), spectrum, second.trace(), moments.mean(), moments.count(), passes, 0);
    }
}
