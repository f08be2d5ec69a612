package io.eckart.task.label;

import io.eckart.data.Features;
import io.eckart.data.Targets;
import io.eckart.data.sampling.Split;
import io.eckart.model.Autoencoder;
import io.eckart.model.Pca;
import io.eckart.model.label.NetworkPredictor;
import io.eckart.model.label.Rule;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.RandomStreams;
import io.eckart.numerics.Workers;
import io.eckart.training.FineTuneConfig;
import io.eckart.training.JobStep;
import io.eckart.training.JobSteps;
import io.eckart.training.PcaConfig;
import io.eckart.training.RunOptions;
import io.eckart.training.TrainingListener;
import io.eckart.training.label.FineTuner;
import io.eckart.training.label.KnownLabels;
import io.eckart.training.label.SoftmaxRegression;
import io.eckart.training.pca.PcaTrainer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Errors on labelled rows that were not trained on: the part labelled wrongly for classes, the root mean square in the label's
 * units for values.
 *
 * @param trained labelled rows trained on
 * @param judged labelled rows tested on
 * @param errors one for each way, the network first, the most frequent class or the mean last
 */
public record FineTuneCheck(int trained, int judged, List<Way> errors) {
    /** With fewer labelled rows there is no check. */
    static final int LEAST_LABELS = 10;

    private static final String TUNED = "pre-trained, fine-tuned";
    private static final String HEAD = "pre-trained, only the head trained";
    private static final String SCRATCH = "the same network from scratch";

    /** The name and the error of one way to predict the label. */
    public record Way(String name, double error) {}

    public FineTuneCheck {
        errors = List.copyOf(errors);
    }

    /** The error of the network. */
    public double network() {
        return errors.getFirst().error();
    }

    /** The most frequent class, or the mean of the labels. */
    public Way control() {
        return errors.getLast();
    }

    /**
     * Measures a network and its controls; empty if there are too few labels.
     *
     * @throws java.util.concurrent.CancellationException once asked to stop
     */
    static Optional<FineTuneCheck> of(
            FloatMatrix rows,
            Targets targets,
            Autoencoder pretrained,
            FineTuneConfig config,
            double part,
            RandomStreams random,
            RunOptions options) {
        int[] labelled = KnownLabels.rows(targets);
        if (part == 0 || labelled.length < LEAST_LABELS) {
            return Optional.empty();
        }
        Split split =
                Split.holdOut(labelled.length, LabelFolds.strata(targets, labelled), part, random.child("check", 0));
        int[] judged = IntStream.of(split.test()).map(i -> labelled[i]).toArray();
        Targets known = LabelFolds.hide(targets, judged);
        if (!differ(known, KnownLabels.rows(known))) {
            return Optional.empty();
        }
        try (Workers workers = Workers.of(options.threads());
                JobSteps steps = JobSteps.begin("check", plan(config), options.listener(), options.stop())) {
            Judge judge = new Judge(rows, targets, known, judged, workers);
            List<Way> ways = new ArrayList<>();
            steps.next();
            FineTuner tuner = new FineTuner(config, random, options);
            ways.add(judge.network(TUNED, tuner.fit(rows, known, pretrained).model()));
            steps.next();
            FineTuner head = new FineTuner(headAlone(config), random, options);
            ways.add(judge.network(HEAD, head.fit(rows, known, pretrained).model()));
            steps.next();
            FineTuner scratch = new FineTuner(config.fromScratch(), random, options);
            ways.add(judge.network(
                    SCRATCH, scratch.fromScratch(rows, known, pretrained).model()));
            steps.next();
            ways.add(judge.linear(pretrained.codeSize(), random));
            ways.add(judge.constant());
            return steps.complete(Optional.of(new FineTuneCheck(split.train().length, judged.length, ways)));
        }
    }

    /** Training the two whole networks takes nearly all of the time. */
    private static List<JobStep> plan(FineTuneConfig config) {
        double head = config.whole().epochs().orElse(1) == 0 ? 1 : 0.2;
        return List.of(
                JobStep.of(TUNED, 1), JobStep.of(HEAD, head), JobStep.of(SCRATCH, 1), JobStep.of("regression", 0.05));
    }

    private static FineTuneConfig headAlone(FineTuneConfig config) {
        FineTuneConfig phase = config.head().epochs().orElse(1) == 0 ? config.withFrozenEpochs(100) : config;
        return phase.withEpochs(0);
    }

    private static boolean differ(Targets known, int[] labelled) {
        long different = switch (known) {
            case Targets.Values values ->
                DoubleStream.of(KnownLabels.of(values, labelled)).distinct().count();
            case Targets.Classes classes ->
                IntStream.of(KnownLabels.of(classes, labelled)).distinct().count();
        };
        return different > 1;
    }

    /** Measures ways to predict on the test rows. */
    @SuppressWarnings("ArrayRecordComponent") // private, never compared
    private record Judge(FloatMatrix rows, Targets truth, Targets known, int[] judged, Workers workers) {

        Way network(String name, NetworkPredictor model) {
            Estimates estimates = Estimates.of(model, rows.selectRows(judged), workers);
            return new Way(name, estimates.error(truth, judged));
        }

        Way linear(int codeSize, RandomStreams random) {
            int k = Math.min(Math.min(codeSize, rows.columns()), rows.rows());
            Pca pca = new PcaTrainer(PcaConfig.components(k).withCenter(true), random, workers, TrainingListener.SILENT)
                    .fit(Features.of(rows))
                    .model();
            FloatMatrix codes = pca.encode(rows, workers);
            int[] labelled = KnownLabels.rows(known);
            Rule rule = Labeller.linearRule(
                    codes.selectRows(labelled), known, labelled, SoftmaxRegression.RIDGE, false, workers);
            Estimates estimates = Estimates.of(rule, codes.selectRows(judged), workers);
            String name = LabelTask.of(known) == LabelTask.CLASSIFICATION ? "softmax" : "linear";
            return new Way(name + " regression on " + k + " PCA codes", estimates.error(truth, judged));
        }

        Way constant() {
            return switch (known) {
                case Targets.Classes classes -> {
                    FloatMatrix shares =
                            FloatMatrix.zeros(judged.length, classes.names().size());
                    for (int i = 0; i < judged.length; i++) {
                        for (int row : KnownLabels.rows(known)) {
                            shares.values()[i * shares.columns() + classes.of()[row]]++;
                        }
                    }
                    yield new Way("the most frequent class", new Estimates.Classes(shares).error(truth, judged));
                }
                case Targets.Values values -> {
                    double[] means = new double[judged.length];
                    Arrays.fill(means, KnownLabels.mean(values));
                    yield new Way("the mean", new Estimates.Values(means).error(truth, judged));
                }
            };
        }
    }
}
