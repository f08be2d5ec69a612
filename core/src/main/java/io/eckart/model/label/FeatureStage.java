package io.eckart.model.label;

import io.eckart.model.Encoder;
import io.eckart.model.Model;
import io.eckart.model.PaddedBlocks;
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

    /**
     * Codes of a model: of an autoencoder, or of PCA, where the code of a row with missing cells is its conditional mean given the
     * observed cells.
     *
     * @param model an {@link Encoder}
     */
    record Codes(Model model) implements FeatureStage {
        /** @throws IllegalArgumentException if the model has no codes */
        public Codes {
            if (!(model instanceof Encoder)) {
                throw new IllegalArgumentException("a " + model.kind() + " model does not encode");
            }
        }

        @Override
        public int features() {
            return model.features();
        }

        @Override
        public int outputs() {
            return model.codeSize();
        }

        @Override
        public String kind() {
            return model.kind();
        }

        @Override
        public FloatMatrix apply(FloatMatrix rows, Workers workers) {
            return ((Encoder) model).encode(rows, workers);
        }
    }
}
