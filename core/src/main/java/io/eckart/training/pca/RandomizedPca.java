package io.eckart.training.pca;

import io.eckart.data.FeatureSource;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.RowOperator;
import io.eckart.numerics.Workers;
import io.eckart.numerics.blas.LinearAlgebra;
import io.eckart.numerics.statistics.RangeFinder;
import io.eckart.numerics.statistics.TruncatedSvd;
import io.eckart.training.MissingCells;
import io.eckart.training.PcaConfig;
import io.eckart.training.RowPass;
import io.eckart.training.TrainingEvent;
import io.eckart.training.TrainingListener;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * PCA by the randomized range finder (Halko, Martinsson and Tropp 2011) in O(d k) memory in addition to the rows: for rows and
 * features both large. Leading energies are slightly underestimated, so its optimum is an upper bound of the exact one.
 */
final class RandomizedPca {
    /** The number of components to begin with where the energy to keep is given and k is not known; it doubles. */
    private static final int FIRST_GUESS = 64;

    private final FeatureSource source;
    private final long rows;
    private final boolean center;
    private final Workers workers;
    private final TrainingListener listener;
    private final BooleanSupplier stop;
    private final double[] means;
    private double totalEnergy;
    private boolean missing;

    RandomizedPca(
            FeatureSource source,
            long rows,
            boolean center,
            Workers workers,
            TrainingListener listener,
            BooleanSupplier stop) {
        this.source = source;
        this.rows = rows;
        this.center = center;
        this.workers = workers;
        this.listener = listener;
        this.stop = stop;
        this.means = new double[source.width()];
    }

    /** The principal axes; empty if a cell is missing. */
    Optional<PrincipalAxes> fit(PcaConfig.Components components, SplittableRandom random) {
        forEachChunk(this::addToMeans);
        if (missing) {
            return Optional.empty();
        }
        Arrays.setAll(means, j -> means[j] / rows);
        forEachChunk(this::addToEnergy);
        double[] origin = center ? means : new double[means.length];
        int largest = (int) Math.min(rows, means.length);
        int k = components instanceof PcaConfig.Components.Fixed(int given) ? given : Math.min(FIRST_GUESS, largest);
        PrincipalAxes axes = axes(k, origin, random);
        while (components instanceof PcaConfig.Components.Energy(double part) && k < largest && keeps(axes) < part) {
            k = Math.min(largest, 2 * k);
            axes = axes(k, origin, random);
        }
        return Optional.of(axes);
    }

    private double keeps(PrincipalAxes axes) {
        return totalEnergy == 0 ? 1 : Arrays.stream(axes.spectrum()).sum() / totalEnergy;
    }

    private PrincipalAxes axes(int k, double[] origin, SplittableRandom random) {
        TruncatedSvd svd = RangeFinder.DEFAULT.of(operator(), origin, k, random, workers, LinearAlgebra.get());
        double[] spectrum =
                Arrays.stream(svd.singularValues()).map(s -> s * s / rows).toArray();
        return new PrincipalAxes(svd.vt(), spectrum, totalEnergy, means, rows, svd.passes() + 2, 0);
    }

    private RowOperator operator() {
        return new RowOperator() {
            @Override
            public int columns() {
                return source.width();
            }

            @Override
            public void pass(Consumer<FloatMatrix> chunks) {
                forEachChunk(chunks);
            }
        };
    }

    private void forEachChunk(Consumer<FloatMatrix> work) {
        listener.on(new TrainingEvent.PassStarted("principal components", rows));
        RowPass.over(source, listener, stop, work);
    }

    private void addToMeans(FloatMatrix chunk) {
        missing |= MissingCells.in(chunk, workers);
        for (int i = 0; i < chunk.rows(); i++) {
            for (int j = 0; j < means.length; j++) {
                means[j] += chunk.get(i, j);
            }
        }
    }

    private void addToEnergy(FloatMatrix chunk) {
        double sum = 0;
        for (int i = 0; i < chunk.rows(); i++) {
            for (int j = 0; j < means.length; j++) {
                double difference = chunk.get(i, j) - (center ? means[j] : 0);
                sum += difference * difference;
            }
        }
        totalEnergy += sum / rows;
    }
}
