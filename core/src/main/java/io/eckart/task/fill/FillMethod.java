package io.eckart.task.fill;

import io.eckart.model.NeighbourWeights;
import io.eckart.training.GaussianConfig;
import io.eckart.training.MaskedConfig;
import io.eckart.training.NeighboursConfig;
import java.util.Locale;

/** A way to fill missing cells, with its settings. */
public sealed interface FillMethod {

    /** A short word for this kind of way, such as {@code pca}. */
    default String kind() {
        return switch (this) {
            case Means _ -> "mean";
            case Normal _ -> "gaussian";
            case Neighbours _ -> "neighbours";
            case Principal _ -> "pca";
            case Unrolled _ -> "unrolled";
            case Blend _ -> "blend";
            case Masked _ -> "masked";
        };
    }

    /** The word with the settings that distinguish it from others of its kind. */
    default String name() {
        return switch (this) {
            case Means _, Normal _, Masked _ -> kind();
            case Neighbours(NeighboursConfig config) ->
                kind() + ", k = " + config.neighbours() + weights(config.weights());
            case Principal(int components) -> kind() + ", k = " + components;
            case Unrolled(int components) -> kind() + ", k = " + components;
            case Blend(FillMethod first, FillMethod second, double weight) ->
                String.format(Locale.ROOT, "%.0f %% %s and %s", 100 * weight, first.name(), second.name());
        };
    }

    private static String weights(NeighbourWeights weights) {
        return weights == NeighbourWeights.UNIFORM
                ? ""
                : ", by " + weights.name().toLowerCase(Locale.ROOT);
    }

    /** A quicker substitute where time is short: masked autoencoders with one network, since more of them do only somewhat better. */
    default FillMethod quick() {
        return this instanceof Masked(MaskedConfig config) ? new Masked(config.withNetworks(1)) : this;
    }

    private static void requireComponents(int components) {
        if (components < 1) {
            throw new IllegalArgumentException("k must be at least 1, got " + components);
        }
    }

    /** Column means and commonest levels. */
    record Means() implements FillMethod {}

    /** Conditional means under a normal distribution with full covariance. */
    record Normal(GaussianConfig config) implements FillMethod {}

    /** Nearest neighbours over observed cells. */
    record Neighbours(NeighboursConfig config) implements FillMethod {}

    /**
     * Regularised EM PCA, mean removed.
     *
     * @param components k, at least 1
     */
    record Principal(int components) implements FillMethod {
        /** @throws IllegalArgumentException if k is below 1 */
        public Principal {
            requireComponents(components);
        }
    }

    /**
     * Unrolled gradient descent over the observed cells, mean removed, trained with masks (notes 15.4.3).
     *
     * @param components k, at least 1
     */
    record Unrolled(int components) implements FillMethod {
        /** @throws IllegalArgumentException if k is below 1 */
        public Unrolled {
            requireComponents(components);
        }
    }

    /**
     * The weighted mean of two ways.
     *
     * @param weight of the first, above 0 and below 1
     */
    record Blend(FillMethod first, FillMethod second, double weight) implements FillMethod {
        /** @throws IllegalArgumentException if the weight is out of its range, or if one of the two is itself a blend */
        public Blend {
            if (!(weight > 0 && weight < 1) || first instanceof Blend || second instanceof Blend) {
                throw new IllegalArgumentException("two ways are blended, with a weight above 0 and below 1; got "
                        + first.kind() + " and " + second.kind() + " with " + weight);
            }
        }
    }

    /** Masked autoencoders on top of the normal distribution. */
    record Masked(MaskedConfig config) implements FillMethod {}
}
