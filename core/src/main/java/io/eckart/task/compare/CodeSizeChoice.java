package io.eckart.task.compare;

import io.eckart.data.DataException;
import io.eckart.data.Encoding;
import io.eckart.data.Place;
import io.eckart.data.Remedy;
import io.eckart.data.TableSource;
import io.eckart.data.corruption.Corruption;
import io.eckart.data.sampling.RowSample;
import io.eckart.data.sampling.Split;
import io.eckart.model.Reconstructor;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.RandomStreams;
import io.eckart.numerics.Workers;
import io.eckart.task.FitOptions;
import io.eckart.training.AutoencoderConfig;
import io.eckart.training.JobStep;
import io.eckart.training.JobSteps;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/**
 * The code size of an autoencoder: the smallest of the candidates that explains 95 % of what the best of them explains of
 * held-out rows. Candidates are those with which PCA keeps 70, 80, 90 and 97 % of the energy.
 *
 * @param codeSize the choice
 * @param candidates ascending
 * @param rows that were looked at
 * @param folds they were split into
 */
public record CodeSizeChoice(int codeSize, List<Candidate> candidates, int rows, int folds) {
    private static final int FOLDS = 3;
    private static final int MOST_ROWS = 5000;
    private static final int MOST_CELLS = 1 << 23;
    private static final int LEAST_ROWS = 20;
    private static final double ENOUGH = 0.95;
    private static final double[] ENERGIES = {.7, .8, .9, .97};

    /** A code size with the part of the variance of held-out rows that it explains. */
    public record Candidate(int codeSize, Comparison.Measure explained) {}

    /**
     * Chooses.
     *
     * @param config of a code size
     * @throws DataException if the data cannot be read or has fewer than 20 rows
     * @throws java.util.concurrent.CancellationException once asked to stop
     */
    public static CodeSizeChoice of(TableSource source, IntFunction<AutoencoderConfig> config, FitOptions options) {
        RandomStreams random = new RandomStreams(options.seed());
        try (Workers workers = Workers.of(options.threads())) {
            Encoding encoding = Encoding.fit(
                    source.until(options.stop()),
                    options.scaling(),
                    config.apply(1).removesMean());
            int most = Math.clamp(MOST_CELLS / encoding.width(), LEAST_ROWS, MOST_ROWS);
            FloatMatrix rows = RowSample.of(
                    encoding.encode(source.until(options.stop())), most, random.stream("rows for the code size"));
            if (rows.rows() < LEAST_ROWS) {
                throw new DataException(
                        Place.of(source.name()),
                        rows.rows() + " rows are too few to choose k on held-out ones",
                        Remedy.choose(Remedy.Setting.CODE_SIZE, ""));
            }
            List<HeldOutFold> folds =
                    HeldOutFold.of(rows, Split.folds(rows.rows(), null, FOLDS, random), random, options, workers);
            List<Integer> sizes = Comparer.codeSizes(rows, workers, List.of(), FOLDS, ENERGIES);
            try (JobSteps steps = JobSteps.begin("code size", steps(sizes), options.listener(), options.stop())) {
                List<Candidate> candidates = new ArrayList<>();
                for (int k : sizes) {
                    candidates.add(candidate(k, folds, config.apply(k), steps));
                }
                int chosen = smallest(candidates);
                return steps.complete(new CodeSizeChoice(chosen, candidates, rows.rows(), FOLDS));
            }
        }
    }

    /** One fit for each fold; larger codes take somewhat longer. */
    private static List<JobStep> steps(List<Integer> sizes) {
        List<JobStep> steps = new ArrayList<>();
        for (int k : sizes) {
            for (int fold = 1; fold <= FOLDS; fold++) {
                steps.add(new JobStep("k=" + k + ", fold " + fold, "fit", 1 + k / 100.0));
            }
        }
        return steps;
    }

    private static Candidate candidate(int k, List<HeldOutFold> folds, AutoencoderConfig config, JobSteps steps) {
        List<Double> explained = new ArrayList<>();
        for (HeldOutFold fold : folds) {
            steps.next();
            Reconstructor means = fold.fit(ComparedModel.MEAN, 0, Corruption.NONE);
            double nothing = fold.errors(means, Corruption.NONE).all();
            double left = fold.errors(fold.fit(config), Corruption.NONE).all();
            explained.add(nothing == 0 ? 0 : 1 - left / nothing);
        }
        return new Candidate(k, Comparison.Measure.of(explained));
    }

    private static int smallest(List<Candidate> candidates) {
        double most = candidates.stream()
                .mapToDouble(candidate -> candidate.explained().mean())
                .max()
                .orElseThrow();
        return candidates.stream()
                .filter(candidate -> candidate.explained().mean() >= most - (1 - ENOUGH) * Math.abs(most))
                .findFirst()
                .orElseThrow()
                .codeSize();
    }

    /** The choice and what it follows from, in words. */
    public String description() {
        String explained = candidates.stream()
                .map(candidate -> String.format(
                        Locale.ROOT,
                        "k=%d %.3f",
                        candidate.codeSize(),
                        candidate.explained().mean()))
                .collect(Collectors.joining(", "));
        return codeSize + ": the smallest with 95 % of the most explained on held-out rows (" + explained + ")";
    }
}
