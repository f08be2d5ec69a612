package io.eckart.training.filling;

import io.eckart.data.FeatureSource;
import io.eckart.data.Features;
import io.eckart.data.corruption.Corruption;
import io.eckart.data.corruption.CorruptionTasks;
import io.eckart.model.Autoencoder;
import io.eckart.model.AutoencoderParameters;
import io.eckart.model.Gaussian;
import io.eckart.model.MaskedAutoencoder;
import io.eckart.network.Dimensions;
import io.eckart.network.NetworkEncoder;
import io.eckart.network.kind.Networks;
import io.eckart.network.pass.Layout;
import io.eckart.network.pass.Network;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.RandomStreams;
import io.eckart.numerics.Workers;
import io.eckart.numerics.product.Reals64;
import io.eckart.numerics.statistics.ObservedColumns;
import io.eckart.training.GaussianConfig;
import io.eckart.training.GaussianFit;
import io.eckart.training.HeldOut;
import io.eckart.training.JobStep;
import io.eckart.training.JobSteps;
import io.eckart.training.MaskedConfig;
import io.eckart.training.MaskedFit;
import io.eckart.training.RowsInMemory;
import io.eckart.training.RunOptions;
import io.eckart.training.TrainingConfig;
import io.eckart.training.TrainingRun;
import io.eckart.training.batch.BatchObjective;
import io.eckart.training.batch.BatchProblem;
import io.eckart.training.batch.BatchSettings;
import io.eckart.training.batch.BatchTraining;
import io.eckart.training.batch.ReconstructionObjective;
import io.eckart.training.batch.TrainedParameters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Fits masked autoencoders on top of a normal distribution (masking as in Vincent et al. 2010, the loss over hidden cells alone
 * as in He et al. 2022). The distribution is fitted first; each network starts with a last layer of zeros, where it adds nothing,
 * and keeps the parameters of the epoch that is best on hidden cells of held-out rows. The part of hidden cells is drawn for each
 * row and epoch: a half, one or three halves of the mean.
 *
 * @param config what to fit, and how
 * @param random gives all random numbers of a fit by name
 * @param options threads, events, stopping and checkpoints
 */
public record MaskedTrainer(MaskedConfig config, RandomStreams random, RunOptions options) {
    private static final double LEAST_HIDDEN = 0.1;
    private static final double MOST_HIDDEN = 0.5;
    private static final int STEPS = 8000;
    private static final int LEAST_EPOCHS = 60;
    private static final int MOST_EPOCHS = 400;

    /**
     * Fits distribution and networks. A run asked to stop ends with the networks it has, the last one at its best so far.
     *
     * @throws io.eckart.data.DataException if there are no rows, or they do not fit into memory
     */
    public MaskedFit fit(FeatureSource source) {
        FloatMatrix rows = RowsInMemory.of(source);
        try (JobSteps steps = JobSteps.begin("masked", plan(rows), options.listener(), () -> false)) {
            steps.next();
            GaussianFit prior = prior(rows);
            double part = config.hidden().orElseGet(() -> hiddenPart(rows));
            List<Autoencoder> networks = new ArrayList<>();
            List<TrainingRun> runs = new ArrayList<>();
            for (int s = 0; s < config.networks() && (s == 0 || !options.stop().getAsBoolean()); s++) {
                steps.next();
                RandomStreams own = random.child("masked network", s);
                BatchProblem problem = problem(rows, prior.model(), part, own);
                TrainedParameters trained = train(problem, own);
                runs.add(trained.run());
                networks.add(network(trained.parameters(), problem, prior.model()));
            }
            MaskedAutoencoder model = new MaskedAutoencoder(prior.model(), networks);
            MaskedFit fit = MaskedFit.of(model, prior, part, runs);
            return fit.interrupted() ? fit : steps.complete(fit);
        }
    }

    private GaussianFit prior(FloatMatrix rows) {
        try (Workers workers = Workers.of(options.threads())) {
            return new GaussianTrainer(GaussianConfig.DEFAULT, workers, options.listener(), options.stop())
                    .fit(Features.of(rows));
        }
    }

    private List<JobStep> plan(FloatMatrix rows) {
        double n = rows.rows();
        double d = rows.columns();
        List<JobStep> plan = new ArrayList<>(List.of(JobStep.of("normal distribution", n * d * d / 1e8)));
        Dimensions dimensions = new Dimensions(rows.columns(), config.codeSize(), true, false);
        double weights = Networks.of(config.architecture()).layout(dimensions).length();
        // Three products of two operations for each weight.
        double seconds = settings(rows.rows()).epochs() * n * weights * 6 / 3e10;
        for (int s = 1; s <= config.networks(); s++) {
            plan.add(new JobStep("network " + s + " of " + config.networks(), "network", seconds));
        }
        return plan;
    }

    /** The mean part of observed cells to hide in training: the part that is missing, but at least 0.1 and at most 0.5. */
    public static double hiddenPart(FloatMatrix rows) {
        return Math.clamp(missingPart(rows), LEAST_HIDDEN, MOST_HIDDEN);
    }

    private static double missingPart(FloatMatrix rows) {
        long missing = 0;
        for (float cell : rows.values()) {
            missing += Float.isNaN(cell) ? 1 : 0;
        }
        return (double) missing / rows.values().length;
    }

    private BatchProblem problem(FloatMatrix rows, Gaussian prior, double part, RandomStreams own) {
        HeldOut held = HeldOut.of(rows.rows(), config.training().stopping().heldOut(), own.stream("held-out rows"));
        int[] train = held.train();
        double[] means = prior.means();
        double scale = ObservedColumns.scale(rows, train, means);
        return new BatchProblem(rows, train, held.heldOut(), means, scale, tasks(part), true).withPrior(prior);
    }

    private static CorruptionTasks tasks(double part) {
        return new CorruptionTasks(List.of(
                new CorruptionTasks.Task(Corruption.mask(0.5 * part), 1),
                new CorruptionTasks.Task(Corruption.mask(part), 1),
                new CorruptionTasks.Task(Corruption.mask(1.5 * part), 1)));
    }

    private Dimensions dimensions(BatchProblem problem) {
        return new Dimensions(problem.rows().columns(), config.codeSize(), true, false);
    }

    private TrainedParameters train(BatchProblem problem, RandomStreams own) {
        Dimensions dimensions = dimensions(problem);
        double[] start = start(dimensions, own);
        BatchSettings settings = settings(problem.train().length);
        BatchObjective objective = new ReconstructionObjective(problem, config.architecture(), dimensions);
        try (BatchTraining training = new BatchTraining(problem, objective, settings, start, own, options)) {
            return training.run(Optional.empty());
        }
    }

    private BatchSettings settings(int rows) {
        TrainingConfig training = config.training();
        if (training.stopping().epochs().isPresent()) {
            return BatchSettings.of(training, rows);
        }
        int perEpoch = Math.ceilDiv(rows, BatchSettings.of(training, rows).batch());
        int epochs = Math.clamp(Math.ceilDiv(STEPS, perEpoch), LEAST_EPOCHS, MOST_EPOCHS);
        return BatchSettings.of(training.withEpochs(epochs), rows);
    }

    /** Random except for the last layer, whose zeros leave the answer of the normal distribution unchanged. */
    private double[] start(Dimensions dimensions, RandomStreams own) {
        NetworkEncoder architecture = config.architecture();
        Network network = Networks.of(architecture);
        Layout layout = network.layout(dimensions);
        Reals64 values = new Reals64(new double[layout.length()]);
        network.start(dimensions, values, own.stream("start"));
        int last = architecture.hidden().size() + architecture.decoder().size() + 1;
        Layout.Part weights = layout.part("weight." + last);
        Arrays.fill(values.values(), weights.offset(), weights.offset() + weights.length(), 0);
        return values.values();
    }

    private Autoencoder network(double[] parameters, BatchProblem problem, Gaussian prior) {
        return new Autoencoder(new AutoencoderParameters(
                config.architecture(),
                dimensions(problem),
                parameters,
                problem.origin(),
                problem.scale(),
                prior.means(),
                problem.train().length,
                Optional.of(prior)));
    }
}
