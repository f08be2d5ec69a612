package io.eckart.task.label;

import io.eckart.data.Targets;
import io.eckart.model.Autoencoder;
import io.eckart.model.Model;
import io.eckart.model.label.ClassificationRule;
import io.eckart.model.label.NeighbourMean;
import io.eckart.model.label.NeighbourVote;
import io.eckart.model.label.NetworkClassifier;
import io.eckart.model.label.NetworkRegressor;
import io.eckart.model.label.PipelineClassifier;
import io.eckart.model.label.PipelineRegressor;
import io.eckart.model.label.RegressionRule;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.RandomStreams;
import io.eckart.task.FitOptions;
import io.eckart.training.FineTuneConfig;
import io.eckart.training.FineTuneFit;
import io.eckart.training.label.ClusterLabels;
import io.eckart.training.label.FineTuner;
import io.eckart.training.label.KnownLabels;
import io.eckart.training.label.RidgeRegression;
import io.eckart.training.label.SoftmaxRegression;
import io.eckart.training.label.Spreading;
import java.util.Optional;
import java.util.stream.IntStream;

/** Labels rows by one of the ways, given what is known of all rows and some labels. */
final class Labeller {
    /** More rows with an inferred label add time and no accuracy to a linear rule. */
    private static final int MOST_INFERRED = 20_000;

    /**
     * What came out.
     *
     * @param estimates for the rows asked for, in their order
     * @param model for rows to come, where the method has one
     * @param note what a person should know, or an empty text
     */
    record Outcome(Estimates estimates, Optional<Model> model, String note) {}

    private final RowViews views;
    private final int clusters;

    /** @param clusters of k-means */
    Labeller(RowViews views, int clusters) {
        this.views = views;
        this.clusters = clusters;
    }

    /**
     * Estimates the labels of the rows {@code wanted} from those known.
     *
     * @throws java.util.concurrent.CancellationException if asked to stop
     */
    Outcome label(LabelMethod method, Targets known, int[] wanted) {
        views.requireGoingOn();
        Outcome outcome = estimated(method, known, wanted);
        views.requireGoingOn();
        return outcome;
    }

    private Outcome estimated(LabelMethod method, Targets known, int[] wanted) {
        int[] labelled = KnownLabels.rows(known);
        return switch (method) {
            case SOFTMAX -> linear(views.raw(), known, labelled, wanted, false);
            case PCA_SOFTMAX -> linear(views.pca(), known, labelled, wanted, false);
            case AUTOENCODER_SOFTMAX -> linear(views.autoencoder(), known, labelled, wanted, true);
            case UNTRAINED_SOFTMAX -> linear(views.untrained(), known, labelled, wanted, true);
            case NEAREST -> nearest(views.raw(), known, labelled, wanted);
            case PCA_NEAREST -> nearest(views.pca(), known, labelled, wanted);
            case CLUSTER -> cluster(known, wanted);
            case SPREAD -> spread(false, known, wanted);
            case SPREAD_COSINE -> spread(true, known, wanted);
            case SCRATCH -> network(true, known, wanted);
            case FINETUNE -> network(false, known, wanted);
        };
    }

    private Outcome linear(RowViews.View view, Targets known, int[] labelled, int[] wanted, boolean standardize) {
        FloatMatrix rows = view.features().selectRows(labelled);
        double ridge = views.settings().ridge();
        return switch (known) {
            case Targets.Classes classes ->
                classified(
                        view,
                        new SoftmaxRegression(ridge, standardize, views.workers())
                                .fit(rows, chosen(classes, labelled), classes.names()),
                        wanted);
            case Targets.Values values ->
                estimated(view, new RidgeRegression(ridge, standardize).fit(rows, chosen(values, labelled)), wanted);
        };
    }

    private Outcome nearest(RowViews.View view, Targets known, int[] labelled, int[] wanted) {
        FloatMatrix rows = view.features().selectRows(labelled);
        int k = views.settings().neighbours();
        return switch (known) {
            case Targets.Classes classes ->
                classified(view, new NeighbourVote(classes.names(), rows, chosen(classes, labelled), k), wanted);
            case Targets.Values values -> estimated(view, new NeighbourMean(rows, chosen(values, labelled), k), wanted);
        };
    }

    private static int[] chosen(Targets.Classes classes, int[] rows) {
        return IntStream.of(rows).map(i -> classes.of()[i]).toArray();
    }

    private static double[] chosen(Targets.Values values, int[] rows) {
        return IntStream.of(rows).mapToDouble(i -> values.of()[i]).toArray();
    }

    private Outcome classified(RowViews.View view, ClassificationRule rule, int[] wanted) {
        FloatMatrix estimates = rule.probabilities(view.features().selectRows(wanted), views.workers());
        int c = estimates.columns();
        for (int i = 0; i < wanted.length; i++) {
            if (views.isUnobserved(wanted[i])) {
                java.util.Arrays.fill(estimates.values(), i * c, (i + 1) * c, Float.NaN);
            }
        }
        return new Outcome(
                new Estimates.Classes(estimates), Optional.of(new PipelineClassifier(view.stage(), rule)), "");
    }

    private Outcome estimated(RowViews.View view, RegressionRule rule, int[] wanted) {
        double[] estimates = rule.estimates(view.features().selectRows(wanted), views.workers());
        for (int i = 0; i < wanted.length; i++) {
            estimates[i] = views.isUnobserved(wanted[i]) ? Double.NaN : estimates[i];
        }
        return new Outcome(new Estimates.Values(estimates), Optional.of(new PipelineRegressor(view.stage(), rule)), "");
    }

    private Outcome cluster(Targets known, int[] wanted) {
        Targets inferred = ClusterLabels.infer(views.clusters(clusters), known);
        int[] rows = KnownLabels.rows(inferred);
        int left = inferred.rows() - rows.length;
        Outcome outcome = linear(views.raw(), inferred, evenly(rows), wanted, false);
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

    private Outcome spread(boolean cosine, Targets known, int[] wanted) {
        Spreading spreading = new Spreading(
                views.graph(cosine), views.workers(), views.options().stop());
        Estimates estimates = switch (known) {
            case Targets.Classes classes -> {
                FloatMatrix all = spreading.probabilities(classes);
                int c = all.columns();
                for (int i = 0; i < all.rows(); i++) {
                    if (views.isUnobserved(i)) {
                        java.util.Arrays.fill(all.values(), i * c, (i + 1) * c, Float.NaN);
                    }
                }
                yield new Estimates.Classes(all.selectRows(wanted));
            }
            case Targets.Values values -> {
                double[] all = spreading.estimates(values);
                yield new Estimates.Values(IntStream.of(wanted)
                        .mapToDouble(i -> views.isUnobserved(i) ? Double.NaN : all[i])
                        .toArray());
            }
        };
        return new Outcome(estimates, Optional.empty(), "");
    }

    private Outcome network(boolean scratch, Targets known, int[] wanted) {
        Autoencoder pretrained = views.pretrained();
        FitOptions options = views.options();
        FineTuneConfig config = scratch ? PretrainedNetwork.CONTROL : PretrainedNetwork.TUNING;
        FineTuner tuner = new FineTuner(config, new RandomStreams(options.seed()), options.run());
        FineTuneFit fit = scratch
                ? tuner.fromScratch(views.rows(), known, pretrained)
                : tuner.fit(views.rows(), known, pretrained);
        FloatMatrix rows = views.rows().selectRows(wanted);
        Estimates estimates = switch (fit.model()) {
            case NetworkClassifier classifier -> new Estimates.Classes(classifier.probabilities(rows, views.workers()));
            case NetworkRegressor regressor -> new Estimates.Values(regressor.estimates(rows, views.workers()));
        };
        return new Outcome(estimates, Optional.of(fit.model()), fit.message());
    }
}
