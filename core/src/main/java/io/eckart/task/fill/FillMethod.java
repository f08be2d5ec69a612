package io.eckart.task.fill;

import io.eckart.model.NeighbourWeights;
import io.eckart.training.GaussianConfig;
import io.eckart.training.MaskedConfig;
import io.eckart.training.NeighboursConfig;
import java.util.Locale;

/** A way to fill missing cells, with its settings. */
public sealed interface FillMethod {

    /** A short word for this kind of way, such as {@code pca}. */
    String kind();

    /** The word with the settings that distinguish it from others of its kind. */
    default String name() {
        return kind();
    }

    /** The way that is used in comparisons: a cheaper one if that changes little. */
    default FillMethod compared() {
        return this;
    }

    private static void requireComponents(int components) {
        if (components < 1) {
            throw new IllegalArgumentException("k must be at least 1, got " + components);
        }
    }

    /** Column means and commonest levels. */
    record Means() implements FillMethod {
        @Override
        public String kind() {
            return "mean";
        }
    }

    /** Conditional means under a normal distribution with full covariance. */
    record Normal(GaussianConfig config) implements FillMethod {
        @Override
        public String kind() {
            return "gaussian";
        }
    }

    /** Nearest neighbours over observed cells. */
    record Neighbours(NeighboursConfig config) implements FillMethod {
        @Override
        public String kind() {
            return "neighbours";
        }

        @Override
        public String name() {
            String weights = config.weights() == NeighbourWeights.UNIFORM
                    ? ""
                    : ", by " + config.weights().name().toLowerCase(Locale.ROOT);
            return "neighbours, k = " + config.neighbours() + weights;
        }
    }

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

        @Override
        public String kind() {
            return "pca";
        }

        @Override
        public String name() {
            return "pca, k = " + components;
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

        @Override
        public String kind() {
            return "unrolled";
        }

        @Override
        public String name() {
            return "unrolled, k = " + components;
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

        @Override
        public String kind() {
            return "blend";
        }

        @Override
        public String name() {
            return String.format(Locale.ROOT, "%.0f %% %s and %s", 100 * weight, first.name(), second.name());
        }
    }

    /** Masked autoencoders on top of the normal distribution. */
    record Masked(MaskedConfig config) implements FillMethod {
        @Override
        public String kind() {
            return "masked";
        }

        /** One network; more of them, averaged, only do somewhat better. */
        @Override
        public FillMethod compared() {
            return new Masked(config.withNetworks(1));
        }
    }
}
