package io.eckart.task.label;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The methods that label rows, simpler ones first: of equally good ones the first is chosen. */
public enum LabelMethod {
    /** The control: always the commonest class, with the shares of the labels as probabilities; the mean of values. */
    CONSTANT(false),
    /** Softmax regression on the features; linear regression for values. The rows without a label take no part. */
    SOFTMAX(false),
    /** The nearest labelled rows by the features. The rows without a label take no part. */
    NEAREST(false),
    /** PCA of all rows, then softmax regression on the codes. */
    PCA_SOFTMAX(true),
    /** PCA of all rows, then the nearest labelled codes. */
    PCA_NEAREST(true),
    /** The labels spread over a graph of nearest neighbours of all rows. */
    SPREAD(true),
    /** The same with the graph of the angles between rows. */
    SPREAD_COSINE(true),
    /** k-means of all rows, the majority label of each cluster, then softmax regression on the inferred labels. */
    CLUSTER(true),
    /** The control: an autoencoder as it is before training, then softmax regression on the codes. */
    UNTRAINED_SOFTMAX(false),
    /** An autoencoder of all rows, then softmax regression on the codes. */
    AUTOENCODER_SOFTMAX(true),
    /** The control: the network of {@link #FINETUNE} from a random start, trained in the same way on the labelled rows alone. */
    SCRATCH(false),
    /**
     * A network whose encoder was pre-trained on all rows: the head alone is trained first, then all of it under noise, with
     * unlabelled companions of the labelled rows.
     */
    FINETUNE(true);

    private final boolean usesUnlabelled;

    LabelMethod(boolean usesUnlabelled) {
        this.usesUnlabelled = usesUnlabelled;
    }

    /** Whether the rows without a label take part. */
    public boolean usesUnlabelled() {
        return usesUnlabelled;
    }

    /** Whether it is only there to be compared with. */
    public boolean isControl() {
        return this == CONSTANT || this == UNTRAINED_SOFTMAX || this == SCRATCH;
    }

    /** Whether it has a model for new rows; the others label only the given rows. */
    public boolean hasModel() {
        return this != SPREAD && this != SPREAD_COSINE;
    }

    /** The word for it, such as {@code pca-softmax}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static List<String> words() {
        return Arrays.stream(values()).map(LabelMethod::word).toList();
    }

    /**
     * The method of a word.
     *
     * @throws IllegalArgumentException if there is no such method; the message lists all
     */
    public static LabelMethod of(String word) {
        return Arrays.stream(values())
                .filter(method -> method.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no way to label called '" + word
                        + "'; it is auto or one of " + String.join(", ", words())));
    }
}
