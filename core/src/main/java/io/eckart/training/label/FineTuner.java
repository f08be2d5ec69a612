package io.eckart.training.label;

import io.eckart.data.DataException;
import io.eckart.data.Targets;
import io.eckart.model.Autoencoder;
import io.eckart.model.AutoencoderParameters;
import io.eckart.model.Pca;
import io.eckart.model.label.PredictorParameters;
import io.eckart.network.Dimensions;
import io.eckart.network.Head;
import io.eckart.network.LinearHead;
import io.eckart.network.NetworkEncoder;
import io.eckart.network.SoftmaxHead;
import io.eckart.network.layer.PredictorNetwork;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.RandomStreams;
import io.eckart.numerics.product.Reals64;
import io.eckart.training.FineTuneConfig;
import io.eckart.training.FineTuneFit;
import io.eckart.training.RunOptions;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Puts a head on the encoder of an autoencoder and trains it on labelled rows, first the head alone, then all parameters
 * (notes 15.5). Rows without a label take part only as companions. The same seed gives the same bits for any number of threads.
 *
 * @param config what to fit, and how
 * @param random gives all random numbers of a fit by name
 * @param options threads, events, stopping and checkpoints
 */
public record FineTuner(FineTuneConfig config, RandomStreams random, RunOptions options) {

    /**
     * Fine-tunes a pre-trained network.
     *
     * @param rows n x d, NaN where a cell is missing: the labelled rows and, for companions, others
     * @param targets their labels
     * @param pretrained an autoencoder over the same features whose architecture is a general network
     * @throws DataException if no row has a label, fewer than two classes have one, or labels do not differ
     * @throws IllegalArgumentException if the sizes of rows, targets and autoencoder do not agree
     */
    public FineTuneFit fit(FloatMatrix rows, Targets targets, Autoencoder pretrained) {
        return run(rows, targets, pretrained, false);
    }

    /**
     * The control: the same network, trained in the same way from a random start.
     *
     * @param like its architecture, sizes and scale are used, and none of its parameters
     * @throws DataException as {@link #fit}
     * @throws IllegalArgumentException as {@link #fit}
     */
    public FineTuneFit fromScratch(FloatMatrix rows, Targets targets, Autoencoder like) {
        return run(rows, targets, like, true);
    }

    private FineTuneFit run(FloatMatrix rows, Targets targets, Autoencoder autoencoder, boolean scratch) {
        require(rows, targets, autoencoder);
        int[] labelled = KnownLabels.rows(targets);
        int[] others =
                IntStream.range(0, rows.rows()).filter(i -> !targets.isKnown(i)).toArray();
        AutoencoderParameters given = autoencoder.parameters();
        PredictorNetwork network = new PredictorNetwork(encoder(autoencoder), head(targets, labelled));
        Dimensions from = given.dimensions();
        boolean indicator = from.indicator() || config.tasks().hides();
        Dimensions dimensions = new Dimensions(from.features(), from.codeSize(), indicator, false);
        Reals64 start = new Reals64(new double[network.layout(dimensions).length()]);
        if (scratch) {
            network.start(dimensions, start, random.stream("start"));
        } else {
            network.adopt(dimensions, start, from, new Reals64(given.values()));
        }
        double[] values = start.values();
        double[] origin = given.origin();
        int samples = labelled.length;
        PredictorParameters at = new PredictorParameters(
                network.encoder(), network.head(), dimensions, values, origin, given.scale(), samples, pca(given));
        return new FineTuneRun(config, random, options, rows, targets, labelled, others, at).run();
    }

    /** Networks over a normal distribution are parts of a masked autoencoder, which cannot be given. */
    private static Optional<Pca> pca(AutoencoderParameters parameters) {
        return parameters.estimate().filter(Pca.class::isInstance).map(Pca.class::cast);
    }

    private static void require(FloatMatrix rows, Targets targets, Autoencoder autoencoder) {
        if (targets.rows() != rows.rows()) {
            throw new IllegalArgumentException(targets.rows() + " labels for " + rows.rows() + " rows");
        }
        if (autoencoder.features() != rows.columns()) {
            throw new IllegalArgumentException(
                    "the autoencoder has " + autoencoder.features() + " features, the rows have " + rows.columns());
        }
    }

    private static NetworkEncoder encoder(Autoencoder autoencoder) {
        if (autoencoder.architecture() instanceof NetworkEncoder network) {
            return network;
        }
        throw new IllegalArgumentException(
                "a head goes on the encoder of a network; the autoencoder given is of kind " + autoencoder.kind());
    }

    private static Head head(Targets targets, int[] labelled) {
        if (labelled.length == 0) {
            throw new DataException("no row has a label; at least two are needed");
        }
        return switch (targets) {
            case Targets.Classes classes -> softmax(classes, labelled);
            case Targets.Values values -> linear(values, labelled);
        };
    }

    private static Head softmax(Targets.Classes classes, int[] labelled) {
        long seen = IntStream.of(KnownLabels.of(classes, labelled)).distinct().count();
        if (seen < 2) {
            throw new DataException("all " + labelled.length + " labelled rows are of class '"
                    + classes.names().get(classes.of()[labelled[0]]) + "'; a classifier needs rows of at least two");
        }
        return new SoftmaxHead(classes.names());
    }

    /** A head for values that are standardised by the labelled rows. */
    private static Head linear(Targets.Values values, int[] labelled) {
        double[] known = KnownLabels.of(values, labelled);
        double mean = Arrays.stream(known).average().orElseThrow();
        double square = Arrays.stream(known)
                .map(value -> Math.pow(value - mean, 2))
                .average()
                .orElseThrow();
        if (!(square > 0) || Double.isInfinite(square)) {
            throw new DataException("the labels of the " + labelled.length + " labelled rows do not differ"
                    + " or are beyond any scale; there is nothing to learn");
        }
        return new LinearHead(mean, Math.sqrt(square));
    }
}
