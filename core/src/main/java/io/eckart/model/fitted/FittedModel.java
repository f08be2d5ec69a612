package io.eckart.model.fitted;

import io.eckart.data.Encoding;
import io.eckart.data.Table;
import io.eckart.model.Encoder;
import io.eckart.model.Model;
import io.eckart.model.Predictor;
import io.eckart.model.Reconstructor;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.Workers;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/**
 * A model with everything needed to apply it to new tables: how columns become features, and how it was made. Immutable and
 * safe for use by several threads.
 *
 * @param encoding from columns to features and back
 * @param model the model over those features
 * @param provenance how it was made
 * @param scores how the fitted rows score under the model; empty for files written before scores were kept
 */
public record FittedModel<M extends Model>(
        Encoding encoding, M model, Provenance provenance, Optional<ScoreReference> scores) {

    /** A model without scores of its fitted rows. */
    public FittedModel(Encoding encoding, M model, Provenance provenance) {
        this(encoding, model, provenance, Optional.empty());
    }

    /** @throws IllegalArgumentException if encoding, model and scores disagree on the number of features or of code entries */
    public FittedModel {
        if (encoding.featureNames().size() != model.features()) {
            throw new IllegalArgumentException("the encoding gives "
                    + encoding.featureNames().size() + " features, the model has " + model.features());
        }
        scores.ifPresent(reference -> requireFitting(reference, model));
    }

    private static void requireFitting(ScoreReference reference, Model model) {
        int code = reference.codes().map(codes -> codes.mean().length).orElse(model.codeSize());
        if (reference.deviations().length != model.features() || code != model.codeSize()) {
            throw new IllegalArgumentException("scores of " + reference.deviations().length + " features and " + code
                    + " code entries do not fit a model of " + model.features() + " and " + model.codeSize());
        }
    }

    /**
     * The codes of a table's rows.
     *
     * @return n x k
     * @throws io.eckart.data.DataException if the table does not have the columns of the encoding
     * @throws UnsupportedOperationException if this kind of model has no codes
     */
    public FloatMatrix encode(Table table) {
        if (!(model instanceof Encoder encoder)) {
            throw new UnsupportedOperationException("a " + model.kind() + " model does not encode");
        }
        return inline(workers -> encoder.encode(encoding.encode(table), workers));
    }

    /**
     * The reconstruction of a table from its codes.
     *
     * @throws io.eckart.data.DataException if the table does not have the columns of the encoding
     * @throws UnsupportedOperationException if this kind of model does not reconstruct
     */
    public Table reconstruct(Table table) {
        if (!(model instanceof Reconstructor reconstructor)) {
            throw new UnsupportedOperationException("a " + model.kind() + " model does not reconstruct");
        }
        return encoding.decode(
                inline(workers -> reconstructor.reconstruct(encoding.encode(table), workers)), table.name());
    }

    /**
     * The group of each row, from 0 to k - 1; -1 for a row without an observed cell.
     *
     * @throws io.eckart.data.DataException if the table does not have the columns of the encoding
     * @throws UnsupportedOperationException if this kind of model does not predict
     */
    public int[] predict(Table table) {
        if (!(model instanceof Predictor predictor)) {
            throw new UnsupportedOperationException("a " + model.kind() + " model does not predict");
        }
        return inline(workers -> predictor.predict(encoding.encode(table), workers));
    }

    /**
     * The table with every missing cell filled; observed cells and labels are unchanged. A model that was fitted to fill keeps
     * numbers in the range of its fitted rows; a category gets its most probable level.
     *
     * @throws io.eckart.data.DataException if the table does not have the columns of the encoding
     * @throws UnsupportedOperationException if this kind of model does not fill
     */
    public Table fill(Table table) {
        return inline(workers -> Filling.of(this, table, workers).table());
    }

    private static <R> R inline(Function<Workers, R> work) {
        try (Workers workers = Workers.of(1)) {
            return work.apply(workers);
        }
    }

    /**
     * Writes the model as a safetensors file; on failure no file is left.
     *
     * @throws io.eckart.data.DataException if the file exists and {@code overwrite} is false, or cannot be written
     */
    public void save(Path file, boolean overwrite) {
        ModelFile.write(file, this, overwrite);
    }

    /**
     * Reads a model of any kind.
     *
     * @throws io.eckart.model.ModelFileException if the file is not a model or is damaged
     */
    public static FittedModel<?> load(Path file) {
        return ModelFile.read(file);
    }
}
