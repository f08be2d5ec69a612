package io.eckart.model.label;

import io.eckart.model.Autoencoder;
import io.eckart.model.PaddedBlocks;
import io.eckart.model.Pca;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.Workers;

/** Turns rows into features for a rule: the first part of {@link PipelineClassifier} and {@link PipelineRegressor}. */
public sealed interface FeatureStage {

    /** The number of features d of a row. */
    int features();

    /** The number of features k of its output. */
    int outputs();

    /** The name of this kind of stage in files, such as {@code none}. */
    String kind();

    /**
     * The features for the rule, n x k, all finite; each row of the result depends only on the same row of the input.
     *
     * @param rows n x d, NaN where unobserved
     */
    FloatMatrix apply(FloatMatrix rows, Workers workers);

    /**
     * The features themselves; a missing cell is replaced by the mean of its feature.
     *
     * @param means d entries
     */
    @SuppressWarnings("ArrayRecordComponent") // copied in and out; means are never compared
    record Raw(float[] means) implements FeatureStage {
        public Raw {
            means = means.clone();
        }

        @Override
        public float[] means() {
            return means.clone();
        }

        @Override
        public int features() {
            return means.length;
        }

        @Override
        public int outputs() {
            return means.length;
        }

        @Override
        public String kind() {
            return "none";
        }

        @Override
        public FloatMatrix apply(FloatMatrix rows, Workers workers) {
            PaddedBlocks.checkWidth(rows, features());
            return rows.filled(means);
        }
    }

    /** Codes of PCA; for a row with missing cells the conditional mean of the code given the observed cells. */
    record Components(Pca pca) implements FeatureStage {
        @Override
        public int features() {
            return pca.features();
        }

        @Override
        public int outputs() {
            return pca.codeSize();
        }

        @Override
        public String kind() {
            return pca.kind();
        }

        @Override
        public FloatMatrix apply(FloatMatrix rows, Workers workers) {
            return pca.encode(rows, workers);
        }
    }

    /** Codes of an autoencoder. */
    record Codes(Autoencoder autoencoder) implements FeatureStage {
        @Override
        public int features() {
            return autoencoder.features();
        }

        @Override
        public int outputs() {
            return autoencoder.codeSize();
        }

        @Override
        public String kind() {
            return autoencoder.kind();
        }

        @Override
        public FloatMatrix apply(FloatMatrix rows, Workers workers) {
            return autoencoder.encode(rows, workers);
        }
    }
}
