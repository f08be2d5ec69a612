package io.eckart.training.pca;

import io.eckart.data.DataException;
import io.eckart.data.FeatureSource;
import io.eckart.data.Remedy;
import io.eckart.model.Pca;
import io.eckart.numerics.RandomStreams;
import io.eckart.numerics.Workers;
import io.eckart.training.PcaConfig;
import io.eckart.training.PcaFit;
import io.eckart.training.PcaSolver;
import io.eckart.training.TrainingEvent;
import io.eckart.training.TrainingListener;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Fits principal component analysis (notes 15.2).
 *
 * <p>The solver is chosen by shape unless the configuration names one: thin SVD for fewer rows than features, second moments
 * for up to {@value #MOST_MOMENT_FEATURES} features, the randomized range finder beyond; regularised EM as soon as a cell is
 * missing. The same seed gives the same bits for any number of workers.
 *
 * @param config what to fit, and how
 * @param random gives all random numbers of a fit by name
 * @param workers the threads that share the work
 * @param listener gets the events of a fit
 * @param stop asked now and then; once true, the iterations over missing cells end with the components so far, everything else without
 *     a result
 */
public record PcaTrainer(
        PcaConfig config, RandomStreams random, Workers workers, TrainingListener listener, BooleanSupplier stop) {
    /** Above this many features, X'X takes more than 128 MiB and its decomposition minutes. */
    static final int MOST_MOMENT_FEATURES = 4096;

    /** A trainer that is not asked to stop. */
    public PcaTrainer(PcaConfig config, RandomStreams random, Workers workers, TrainingListener listener) {
        this(config, random, workers, listener, () -> false);
    }

    /**
     * Fits the components that the configuration asks for.
     *
     * @throws DataException if the data cannot be read, has no rows, or cannot have that many components, or if the solver
     *     asked for does not support missing cells
     * @throws java.util.concurrent.CancellationException once asked to stop, where there is nothing to keep
     */
    public PcaFit fit(FeatureSource source) {
        long rows = source.countRows();
        if (rows == 0) {
            throw new DataException("there are no rows to fit on");
        }
        PrincipalAxes.requirePossible(config.components(), rows, source.width());
        PcaSolver solver = config.solver().orElseGet(() -> solverFor(rows, source.width()));
        Optional<PrincipalAxes> axes = axes(solver, source, rows);
        if (axes.isPresent()) {
            return record(
                    axes.get(),
                    solver,
                    reason(solver, rows, source.width(), axes.get().passes()));
        }
        if (config.solver().isPresent()) {
            throw new DataException(
                    "cells are missing, which solver " + solver + " cannot take",
                    Remedy.byHand("use " + PcaSolver.REGULARISED_EM),
                    Remedy.byHand("leave the choice open"));
        }
        PrincipalAxes filled =
                new RegularisedEmPca(source, config.center(), workers, listener, stop).fit(config.components());
        return record(filled, PcaSolver.REGULARISED_EM, "cells are missing");
    }

    static PcaSolver solverFor(long rows, int features) {
        if (rows < features && rows <= MOST_MOMENT_FEATURES) {
            return PcaSolver.THIN_SVD;
        }
        return features <= MOST_MOMENT_FEATURES ? PcaSolver.MOMENTS : PcaSolver.RANDOMIZED;
    }

    private String reason(PcaSolver solver, long rows, int features, int passes) {
        if (config.solver().isPresent()) {
            return "asked for";
        }
        return switch (solver) {
            case MOMENTS ->
                features + " features: " + (passes == 1 ? "one pass" : passes + " passes") + " over the rows, then "
                        + features + " x " + features;
            case THIN_SVD -> "fewer rows (" + rows + ") than features (" + features + ")";
            case RANDOMIZED -> "rows (" + rows + ") and features (" + features + ") both large";
            case REGULARISED_EM -> "cells are missing";
        };
    }

    /** @return empty if a cell is missing and the solver does not support that */
    private Optional<PrincipalAxes> axes(PcaSolver solver, FeatureSource source, long rows) {
        listener.on(new TrainingEvent.PassStarted("principal components", rows));
        return switch (solver) {
            case MOMENTS -> new MomentsPca(source, rows, config, workers, listener, stop).fit();
            case THIN_SVD -> ThinSvdPca.fit(source, config.center());
            case RANDOMIZED ->
                new RandomizedPca(source, rows, config.center(), workers, listener, stop)
                        .fit(config.components(), random.stream("range finder"));
            case REGULARISED_EM ->
                Optional.of(new RegularisedEmPca(source, config.center(), workers, listener, stop)
                        .fit(config.components()));
        };
    }

    private PcaFit record(PrincipalAxes axes, PcaSolver solver, String reason) {
        int k = axes.codeSize(config.components());
        Pca model = new Pca(axes.parameters(k), config.center());
        return new PcaFit(model, solver, reason, axes.spectrum(), axes.passes(), axes.iterations());
    }
}
