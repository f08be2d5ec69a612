package io.eckart.task.compare;

import io.eckart.network.Blueprint;
import io.eckart.network.FreeEncoder;
import io.eckart.network.PinvEncoder;
import io.eckart.network.SharedEncoder;
import io.eckart.network.SizedNetwork;
import io.eckart.network.UnrolledEncoder;
import io.eckart.network.UntiedEncoder;
import io.eckart.numerics.Activation;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The models that are compared, each trained for the task that it is measured on. */
public enum ComparedModel {
    /** The column means. */
    MEAN,
    PCA,
    KMEANS,
    FREE,
    PINV,
    SHARED,
    UNROLLED,
    UNTIED,
    NETWORK;

    private static final int DEPTH = 10;

    /** The name in lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The model of this label.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static ComparedModel parse(String text) {
        return Arrays.stream(values())
                .filter(model -> model.label().equals(text.strip().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a model cannot be '" + text + "'; it is one of "
                        + Arrays.stream(values()).map(ComparedModel::label).collect(Collectors.joining(", "))));
    }

    /** The blueprint if it is an autoencoder. */
    Optional<Blueprint> blueprint() {
        return switch (this) {
            case MEAN, PCA, KMEANS -> Optional.empty();
            case FREE -> Optional.of(new FreeEncoder());
            case PINV -> Optional.of(new PinvEncoder());
            case SHARED -> Optional.of(new SharedEncoder());
            case UNROLLED -> Optional.of(UnrolledEncoder.automatic(DEPTH));
            case UNTIED -> Optional.of(new UntiedEncoder(DEPTH, false));
            case NETWORK -> Optional.of(new SizedNetwork(Activation.RELU, false));
        };
    }
}
