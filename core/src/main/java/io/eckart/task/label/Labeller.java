package io.eckart.task.label;

import io.eckart.data.Targets;
import io.eckart.model.Autoencoder;
import io.eckart.model.Model;
import io.eckart.model.label.ClassificationRule;
import io.eckart.model.label.LinearRule;
import io.eckart.model.label.NeighbourMean;
import io.eckart.model.label.NeighbourVote;
import io.eckart.model.label.NetworkClassifier;
import io.eckart.model.label.NetworkPredictor;
import io.eckart.model.label.Pipeline;
import io.eckart.model.label.Rule;
import io.eckart.model.label.SoftmaxRule;
import io.eckart.model.label.Temperature;
import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.RandomStreams;
import io.eckart.numerics.Workers;
import io.eckart.task.FitOptions;
import io.eckart.training.FineTuneConfig;
import io.eckart.training.FineTuneFit;
import io.eckart.training.label.ClusterLabels;
import io.eckart.training.label.FineTuner;
import io.eckart.training.label.KnownLabels;
import io.eckart.training.label.RidgeRegression;
import io.eckart.training.label.SoftmaxRegression;
import io.eckart.training.label.Spreading;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Estimates labels by one of the methods.
 *
 * @param views what is learnt from all rows
 * @param clusters their number
 * @param temperature of the probabilities of classes
 */
record Labeller(RowViews views, int clusters, double temperature) {
    /** More rows with an inferred label add time and no accuracy to a linear rule. */
    private static final int MOST_INFERRED = 20_000;

    Labeller(RowViews views, int clusters) {
        this(views, clusters, 1);
    }

    /** The same with probabilities at a temperature. */
    Labeller withTemperature(double chosen) {
        return new Labeller(views, clusters, chosen);
    }

    /**
     * The result of one method.
     *
     * @param estimates for the requested rows, in their order
     * @param model for new rows, if the method has one
     * @param note a remark for the user, or an empty text
     */
    record Outcome(Estimates estimates, Optional<Model> model, String note) {}

    /**
     * Estimates the labels of the rows {@code targets} from the known labels.
     *
     * @throws java.util.concurrent.CancellationException once the options say stop
     */
    Outcome label(LabelMethod method, Targets known, int[] targets) {
        views.beginStep();
        Outcome outcome = estimated(method, known, targets);
        views.requireGoingOn();
        return outcome;
    }

    private Outcome estimated(LabelMethod method, Targets known, int[] targets) {
        int[] labelled = KnownLabels.rows(known);
        return switch (method) {
            case CONSTANT -> constant(known, labelled, targets);
            case SOFTMAX -> linear(views.raw(), known, labelled, targets, false);
            case PCA_SOFTMAX -> linear(views.pca(), known, labelled, targets, false);
            case AUTOENCODER_SOFTMAX -> linear(views.autoencoder(), known, labelled, targets, true);
            case UNTRAINED_SOFTMAX -> linear(views.untrained(), known, labelled, targets, true);
            case NEAREST -> nearest(views.raw(), known, labelled, targets);
            case PCA_NEAREST -> nearest(views.pca(), known, labelled, targets);
            case CLUSTER -> cluster(known, targets);
            case SPREAD -> spread(false, known, targets);
            case SPREAD_COSINE -> spread(true, known, targets);
            case SCRATCH -> network(true, known, targets);
            case FINETUNE -> network(false, known, targets);
        };
    }

    private Outcome constant(Targets known, int[] labelled, int[] targets) {
        RowViews.View view = views.raw();
        int d = view.stage().outputs();
        Rule rule = switch (known) {
            case Targets.Classes classes ->
                new SoftmaxRule(
                        classes.names(),
                        DoubleMatrix.zeros(classes.names().size(), d),
                        logarithmsOfShares(classes, labelled));
            case Targets.Values values -> new LinearRule(new double[d], KnownLabels.mean(values));
        };
        return ruled(view, rule, targets);
    }

    /** A class without a label counts as half a label, so that its logarithm is finite. */
    private static double[] logarithmsOfShares(Targets.Classes known, int[] labelled) {
        double[] counts = new double[known.names().size()];
        IntStream.of(KnownLabels.of(known, labelled)).forEach(c -> counts[c]++);
        return Arrays.stream(counts)
                .map(count -> Math.log(Math.max(count, 0.5) / labelled.length))
                .toArray();
    }

    private Outcome linear(RowViews.View view, Targets known, int[] labelled, int[] targets, boolean standardize) {
        FloatMatrix rows = view.features().selectRows(labelled);
        Rule rule = linearRule(rows, known, labelled, views.settings().ridge(), standardize, views.workers());
        return ruled(view, rule, targets);
    }

    /**
     * Softmax regression of classes, ridge regression of values.
     *
     * @param rows the features of the labelled rows
     */
    static Rule linearRule(
            FloatMatrix rows, Targets known, int[] labelled, double ridge, boolean standardize, Workers workers) {
        return switch (known) {
            case Targets.Classes classes ->
                new SoftmaxRegression(ridge, standardize, workers)
                        .fit(rows, KnownLabels.of(classes, labelled), classes.names());
            case Targets.Values values ->
                new RidgeRegression(ridge, standardize).fit(rows, KnownLabels.of(values, labelled));
        };
    }

    private Outcome nearest(RowViews.View view, Targets known, int[] labelled, int[] targets) {
        FloatMatrix rows = view.features().selectRows(labelled);
        int k = views.settings().neighbours();
        return switch (known) {
            case Targets.Classes classes ->
                ruled(view, new NeighbourVote(classes.names(), rows, KnownLabels.of(classes, labelled), k), targets);
            case Targets.Values values ->
                ruled(view, new NeighbourMean(rows, KnownLabels.of(values, labelled), k), targets);
        };
    }

    private Outcome ruled(RowViews.View view, Rule fitted, int[] targets) {
        Rule rule = fitted instanceof ClassificationRule classes ? classes.withTemperature(temperature) : fitted;
        Estimates estimates = Estimates.of(rule, view.features().selectRows(targets), views.workers());
        estimates.forget(i -> views.isUnobserved(targets[i]));
        return new Outcome(estimates, Optional.of(Pipeline.of(view.stage(), rule)), "");
    }

    private Outcome cluster(Targets known, int[] targets) {
        Targets inferred = ClusterLabels.infer(views.clusters(clusters), known);
        int[] rows = KnownLabels.rows(inferred);
        int left = inferred.rows() - rows.length;
        Outcome outcome = linear(views.raw(), inferred, evenly(rows), targets, false);
        String note = left == 0 ? "" : left + " rows are in clusters without a label; they were unknown to the rule";
        return new Outcome(outcome.estimates(), outcome.model(), note);
    }

    private static int[] evenly(int[] rows) {
        if (rows.length <= MOST_INFERRED) {
            return rows;
        }
        return IntStream.range(0, MOST_INFERRED)
                .map(i -> rows[(int) ((long) i * rows.length / MOST_INFERRED)])
                .toArray();
    }

    private Outcome spread(boolean cosine, Targets known, int[] targets) {
        Spreading spreading = new Spreading(
                views.graph(cosine), views.workers(), views.options().stop());
        Estimates estimates = switch (known) {
            case Targets.Classes classes ->
                new Estimates.Classes(
                        Temperature.apply(spreading.probabilities(classes).selectRows(targets), temperature));
            case Targets.Values values -> {
                double[] all = spreading.estimates(values);
                yield new Estimates.Values(
                        IntStream.of(targets).mapToDouble(i -> all[i]).toArray());
            }
        };
        estimates.forget(i -> views.isUnobserved(targets[i]));
        return new Outcome(estimates, Optional.empty(), "");
    }

    private Outcome network(boolean scratch, Targets known, int[] targets) {
        Autoencoder pretrained = views.pretrained();
        FitOptions options = views.options();
        FineTuneConfig config = scratch ? PretrainedNetwork.CONTROL : PretrainedNetwork.TUNING;
        FineTuner tuner = new FineTuner(config, new RandomStreams(options.seed()), options.run());
        FineTuneFit fit = scratch
                ? tuner.fromScratch(views.rows(), known, pretrained)
                : tuner.fit(views.rows(), known, pretrained);
        NetworkPredictor model = fit.model() instanceof NetworkClassifier classifier
                ? classifier.withTemperature(temperature)
                : fit.model();
        FloatMatrix rows = views.rows().selectRows(targets);
        return new Outcome(Estimates.of(model, rows, views.workers()), Optional.of(model), fit.message());
    }
}
