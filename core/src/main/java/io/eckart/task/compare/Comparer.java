package io.eckart.task.compare;

import io.eckart.data.DataException;
import io.eckart.data.Encoding;
import io.eckart.data.Features;
import io.eckart.data.Scaling;
import io.eckart.data.Table;
import io.eckart.data.TableProfile;
import io.eckart.data.TableSource;
import io.eckart.data.corruption.Corruption;
import io.eckart.data.sampling.RowSample;
import io.eckart.data.sampling.Split;
import io.eckart.model.Encoder;
import io.eckart.model.Reconstructor;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.RandomStreams;
import io.eckart.numerics.Workers;
import io.eckart.numerics.statistics.SymmetricEigen;
import io.eckart.task.FitOptions;
import io.eckart.task.WorkingScale;
import io.eckart.task.compare.ComparisonPlan.Planned;
import io.eckart.task.explore.IntrinsicDimension;
import io.eckart.training.JobStep;
import io.eckart.training.JobSteps;
import io.eckart.training.NoiseLevel;
import io.eckart.training.moments.LinearFloor;
import io.eckart.training.pca.NoiseEstimate;
import io.eckart.training.pca.PairwiseCovariance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * Measures models and code sizes on held-out rows, each trained for the task that it is measured on: to reconstruct clean rows, to
 * remove noise, to fill hidden cells. The column means and PCA are always included as controls.
 */
public final class Comparer {
    private static final int MOST_CELLS = 1 << 23;
    /** Used if the noise level of the data cannot be estimated. */
    private static final double CUSTOMARY_NOISE = 0.3;

    private static final double[] ENERGIES = {.7, .9, .97};

    private final TableSource source;
    private final ComparisonConfig config;
    private final FitOptions options;
    private final RandomStreams random;
    private final Workers workers;

    private Comparer(TableSource source, ComparisonConfig config, FitOptions options, Workers workers) {
        this.source = source;
        this.config = config;
        this.options = options;
        this.random = new RandomStreams(options.seed());
        this.workers = workers;
    }

    /**
     * Compares models. Numbers are standardised, images left as they are, whatever scaling the options have.
     *
     * @param options seed, threads, listener; once stopped, the comparison ends with the entries so far, or with
     *     {@link CancellationException} where there are none
     * @throws DataException if the data cannot be read, has fewer than 20 rows, or a code size is above the number of features
     *     or of rows to fit on
     */
    public static Comparison compare(TableSource source, ComparisonConfig config, FitOptions options) {
        try (Workers workers = Workers.of(options.threads())) {
            return new Comparer(source, config, options, workers).compare();
        } catch (DataException e) {
            throw e.in(source.name());
        }
    }

    private Comparison compare() {
        long started = System.nanoTime();
        TableSource source = this.source.until(options.stop());
        TableProfile profile = TableProfile.of(source);
        // Refuses a column without an observed cell, by name.
        Encoding.fit(source, Scaling.NONE);
        Encoding encoding = WorkingScale.of(source, profile);
        int most = Math.clamp(MOST_CELLS / encoding.width(), 20, config.rows());
        Table table = RowSample.of(source, profile.rows(), most, random.stream("compared rows"));
        if (table.rows() < 20) {
            throw new DataException(
                    "there are " + table.rows() + " rows; a comparison on held-out rows needs at least 20");
        }
        FloatMatrix rows = encoding.encode(table);
        List<Integer> sizes = codeSizes(rows, workers, config.codeSizes(), config.folds(), ENERGIES);
        Optional<NoiseLevel> level = level(rows);
        double noise = config.noise().orElse(level.map(NoiseLevel::deviation).orElse(CUSTOMARY_NOISE));
        Optional<LinearProbe> probe = LinearProbe.of(table, config.folds(), workers);
        List<HeldOutFold> folds = folds(table, rows);
        ComparisonPlan plan = ComparisonPlan.of(config.models(), sizes);
        List<JobStep> planned = plan.steps(folds.size(), new CompareCost(rows.rows(), rows.columns()));
        try (JobSteps steps = JobSteps.begin("compare", planned, options.listener(), () -> false)) {
            List<Comparison.Entry> entries = entries(plan, folds, noise, probe, steps);
            boolean complete = entries.size() == plan.models().size();
            if (complete) {
                steps.next();
            }
            List<Comparison.Floor> floors = floors(folds, sizes, noise);
            if (complete) {
                steps.next();
            }
            Comparison found = new Comparison(
                    source.name(),
                    table.rows(),
                    encoding.width(),
                    config.folds(),
                    noise,
                    noiseSource(level),
                    config.hidden(),
                    entries,
                    floors,
                    probe.map(linear -> raw(folds, linear)).orElse(null),
                    IntrinsicDimension.of(rows, workers),
                    Recommendation.of(entries),
                    complete,
                    (System.nanoTime() - started) / 1e9);
            return complete ? steps.complete(found) : found;
        }
    }

    private Optional<NoiseLevel> level(FloatMatrix rows) {
        if (config.noise().isPresent()) {
            return Optional.empty();
        }
        try {
            return Optional.of(NoiseEstimate.of(Features.of(rows), random, workers));
        } catch (DataException e) {
            return Optional.empty();
        }
    }

    private String noiseSource(Optional<NoiseLevel> level) {
        return config.noise().isPresent()
                ? "asked for"
                : level.map(NoiseLevel::method).orElse("customary: too few directions to tell that of the data");
    }

    /** The given code sizes, or those with which PCA keeps given parts of the energy of the rows. */
    static List<Integer> codeSizes(
            FloatMatrix rows, Workers workers, List<Integer> given, int folds, double[] energies) {
        int most = Math.min(rows.columns(), rows.rows() - Math.ceilDiv(rows.rows(), folds));
        if (!given.isEmpty()) {
            if (given.getLast() > most) {
                throw new DataException("k = " + given.getLast() + " cannot be compared: at most " + most + ", with "
                        + rows.columns() + " features and " + rows.rows() + " rows in " + folds + " folds");
            }
            return given;
        }
        double[] values =
                SymmetricEigen.of(PairwiseCovariance.of(rows, workers).matrix()).values();
        double total = 0;
        for (double value : values) {
            total += Math.max(0, value);
        }
        TreeSet<Integer> sizes = new TreeSet<>();
        for (double energy : energies) {
            double kept = 0;
            int k = 0;
            while (k < values.length && kept < energy * total) {
                kept += Math.max(0, values[k++]);
            }
            sizes.add(Math.clamp(k, 1, most));
        }
        return List.copyOf(sizes);
    }

    private List<HeldOutFold> folds(Table table, FloatMatrix rows) {
        boolean labelled = source.schema().label().isPresent();
        @Nullable String[] labels = new String[table.rows()];
        Arrays.setAll(labels, table::label);
        List<Split> splits = Split.folds(table.rows(), labelled ? labels : null, config.folds(), random);
        return HeldOutFold.of(rows, splits, random, options, workers);
    }

    private List<Comparison.Entry> entries(
            ComparisonPlan plan, List<HeldOutFold> folds, double noise, Optional<LinearProbe> probe, JobSteps steps) {
        List<Comparison.Entry> entries = new ArrayList<>();
        for (Planned planned : plan.models()) {
            Optional<Comparison.Entry> entry = entry(planned, folds, noise, probe, steps);
            if (entry.isEmpty()) {
                break;
            }
            entries.add(entry.get());
        }
        if (entries.isEmpty()) {
            throw new CancellationException("asked to stop before a model was measured");
        }
        return entries;
    }

    /** @return empty if the comparison was stopped */
    private Optional<Comparison.Entry> entry(
            Planned planned, List<HeldOutFold> folds, double noise, Optional<LinearProbe> probe, JobSteps steps) {
        long started = System.nanoTime();
        List<Double> clean = new ArrayList<>();
        List<Double> denoised = new ArrayList<>();
        List<Double> masked = new ArrayList<>();
        List<Double> filled = new ArrayList<>();
        List<Double> label = new ArrayList<>();
        Corruption gaussian = Corruption.gaussian(noise);
        Corruption mask = Corruption.mask(config.hidden());
        List<Corruption> all = List.of(Corruption.NONE, gaussian, mask);
        List<Corruption> tasks = planned.model().blueprint().isPresent() ? all : all.subList(0, 1);
        for (HeldOutFold fold : folds) {
            List<Reconstructor> fits = new ArrayList<>();
            for (Corruption task : tasks) {
                steps.next();
                fits.add(fold.fit(planned.model(), planned.k(), task));
                if (options.stop().getAsBoolean()) {
                    return Optional.empty();
                }
            }
            Reconstructor plain = fits.getFirst();
            Reconstructor under = fits.get(fits.size() / 2);
            Reconstructor filler = fits.getLast();
            clean.add(fold.errors(plain, Corruption.NONE).all());
            denoised.add(fold.errors(under, gaussian).all());
            HeldOutFold.Errors holes = fold.errors(filler, mask);
            masked.add(holes.all());
            filled.add(holes.hidden());
            probe.ifPresent(linear -> label.add(
                    plain instanceof Encoder encoder ? linear.accuracy(encoder, fold) : linear.commonest(fold)));
        }
        return Optional.of(new Comparison.Entry(
                planned.model(),
                planned.k(),
                Comparison.Measure.of(clean),
                Comparison.Measure.of(denoised),
                Comparison.Measure.of(masked),
                Comparison.Measure.of(filled),
                probe.isPresent() ? Comparison.Measure.of(label) : null,
                (System.nanoTime() - started) / 1e9));
    }

    private Comparison.Measure raw(List<HeldOutFold> folds, LinearProbe probe) {
        List<Double> accuracies = new ArrayList<>();
        for (HeldOutFold fold : folds) {
            float[] means = fold.fit(ComparedModel.MEAN, 0, Corruption.NONE).featureMeans();
            accuracies.add(probe.rawAccuracy(fold, means));
        }
        return Comparison.Measure.of(accuracies);
    }

    private List<Comparison.Floor> floors(List<HeldOutFold> folds, List<Integer> sizes, double noise) {
        List<Comparison.Floor> floors = new ArrayList<>();
        for (int k : sizes) {
            OptionalDouble clean = floor(folds, Corruption.NONE, k);
            if (clean.isPresent()) {
                double denoised = floor(folds, Corruption.gaussian(noise), k).orElse(Double.NaN);
                double filled =
                        floor(folds, Corruption.mask(config.hidden()), k).orElse(Double.NaN);
                floors.add(new Comparison.Floor(k, clean.getAsDouble(), denoised, filled));
            }
        }
        return floors;
    }

    private OptionalDouble floor(List<HeldOutFold> folds, Corruption corruption, int k) {
        double sum = 0;
        for (HeldOutFold fold : folds) {
            OptionalDouble floor = LinearFloor.perCell(fold.test(), corruption, k, workers);
            if (floor.isEmpty()) {
                return OptionalDouble.empty();
            }
            sum += floor.getAsDouble();
        }
        return OptionalDouble.of(sum / folds.size());
    }
}
