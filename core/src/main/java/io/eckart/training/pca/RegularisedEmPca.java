package io.eckart.training.pca;

import io.eckart.data.FeatureSource;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.Workers;
import io.eckart.numerics.blas.LinearAlgebra;
import io.eckart.numerics.blas.Operand;
import io.eckart.numerics.statistics.Moments;
import io.eckart.numerics.statistics.SymmetricEigen;
import io.eckart.training.PcaConfig;
import io.eckart.training.RowsInMemory;
import io.eckart.training.TrainingEvent;
import io.eckart.training.TrainingListener;
import io.eckart.training.kmeans.ClusterData;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * PCA of rows with missing cells by the regularised iterative algorithm (Josse and Husson 2012, section 3): missing cells
 * are filled with column means; then, until they settle, with the reconstruction by the components of the filled rows, each component shrunk by {@code (lambda_i - v) / lambda_i}, where v is the mean energy discarded. Without
 * the shrinking the algorithm over-fits missing cells.
 */
final class RegularisedEmPca {
    private static final int MAX_ITERATIONS = 1000;
    private static final int BLOCK = 256;
    /** The root mean square change of a filled cell, as part of the root mean square of all cells, at which it stops. */
    private static final double SETTLED = 1e-5;

    private final FloatMatrix filled;
    private final int[] partialRows;
    private final boolean[] missing;
    private final double[] means;
    private final boolean center;
    private final Workers workers;
    private final TrainingListener listener;
    private final BooleanSupplier stop;

    RegularisedEmPca(
            FeatureSource source, boolean center, Workers workers, TrainingListener listener, BooleanSupplier stop) {
        FloatMatrix rows = RowsInMemory.of(source);
        this.center = center;
        this.workers = workers;
        this.listener = listener;
        this.stop = stop;
        this.means = ClusterData.of(rows, workers).means();
        this.partialRows =
                IntStream.range(0, rows.rows()).filter(rows::hasMissing).toArray();
        this.filled = rows.copyRows(0, rows.rows());
        this.missing = new boolean[partialRows.length * rows.columns()];
        fillWithMeans();
    }

    private void fillWithMeans() {
        int d = filled.columns();
        for (int p = 0; p < partialRows.length; p++) {
            for (int j = 0; j < d; j++) {
                int at = partialRows[p] * d + j;
                missing[p * d + j] = Float.isNaN(filled.values()[at]);
                filled.values()[at] = missing[p * d + j] ? (float) means[j] : filled.values()[at];
            }
        }
    }

    PrincipalAxes fit(PcaConfig.Components components) {
        PrincipalAxes axes = axes(0);
        int k = axes.codeSize(components);
        listener.on(new TrainingEvent.RunStarted(1, 1, MAX_ITERATIONS));
        for (int iteration = 1; iteration <= MAX_ITERATIONS; iteration++) {
            double change = refill(axes, k);
            axes = axes(iteration);
            listener.on(new TrainingEvent.IterationEnded(iteration, change));
            if (change < SETTLED || stop.getAsBoolean()) {
                break;
            }
        }
        return axes;
    }

    private PrincipalAxes axes(int iteration) {
        Moments moments = Moments.of(filled, workers);
        SymmetricEigen eigen = SymmetricEigen.of(center ? moments.covariance() : moments.secondMoment());
        double[] spectrum =
                Arrays.stream(eigen.values()).map(v -> Math.max(0, v)).toArray();
        return new PrincipalAxes(
                eigen.vectors(),
                spectrum,
                Arrays.stream(spectrum).sum(),
                moments.mean(),
                filled.rows(),
                1 + iteration,
                iteration);
    }

    /** @return root mean square change of the missing cells, relative to the root mean square of all cells */
    private double refill(PrincipalAxes axes, int k) {
        float[] origin = new float[filled.columns()];
        for (int j = 0; center && j < origin.length; j++) {
            origin[j] = (float) axes.means()[j];
        }
        float[] directions = axes.directions().copyRows(0, k).toFloat().values();
        float[] shrink = shrinkage(axes, k);
        double[] changes = new double[Math.ceilDiv(partialRows.length, BLOCK)];
        workers.forEach(changes.length, block -> changes[block] = refillBlock(block, directions, shrink, origin));
        long count = IntStream.range(0, missing.length).filter(i -> missing[i]).count();
        double scale = Math.sqrt(axes.totalEnergy() / filled.columns());
        double rms = Math.sqrt(Arrays.stream(changes).sum() / Math.max(1, count));
        return scale == 0 ? 0 : rms / scale;
    }

    /** {@code (lambda_i - v) / lambda_i} with v the discarded energy over its degrees of freedom. */
    private float[] shrinkage(PrincipalAxes axes, int k) {
        double n = filled.rows() - (center ? 1 : 0);
        double d = filled.columns();
        double discarded = Math.max(
                0, axes.totalEnergy() - Arrays.stream(axes.spectrum(), 0, k).sum());
        double freedom = n * d - n * k - d * k + (double) k * k;
        double noise = freedom <= 0 ? 0 : discarded * n * d / (Math.min(n, d) * freedom);
        float[] shrink = new float[k];
        for (int i = 0; i < k; i++) {
            double energy = axes.spectrum()[i];
            shrink[i] = energy == 0 ? 0 : (float) Math.max(0, (energy - noise) / energy);
        }
        return shrink;
    }

    private double refillBlock(int block, float[] directions, float[] shrink, float[] origin) {
        int d = filled.columns();
        int k = shrink.length;
        int from = block * BLOCK;
        int count = Math.min(BLOCK, partialRows.length - from);
        float[] rows = new float[count * d];
        for (int i = 0; i < count * d; i++) {
            rows[i] = filled.values()[partialRows[from + i / d] * d + i % d] - origin[i % d];
        }
        float[] codes = new float[count * k];
        Operand right = Operand.of(directions, k, d);
        LinearAlgebra.get().gemm(1, Operand.of(rows, count, d), right.t(), 0, Operand.of(codes, count, k));
        for (int i = 0; i < codes.length; i++) {
            codes[i] *= shrink[i % k];
        }
        LinearAlgebra.get().gemm(1, Operand.of(codes, count, k), right, 0, Operand.of(rows, count, d));
        return store(from, count, rows, origin);
    }

    private double store(int from, int count, float[] rows, float[] origin) {
        int d = filled.columns();
        double change = 0;
        for (int i = 0; i < count * d; i++) {
            if (missing[from * d + i]) {
                int at = partialRows[from + i / d] * d + i % d;
                float value = rows[i] + origin[i % d];
                double difference = (double) value - filled.values()[at];
                change += difference * difference;
                filled.values()[at] = value;
            }
        }
        return change;
    }
}
