package io.eckart.task.clean;

import io.eckart.data.Encoding;
import io.eckart.data.Table;
import io.eckart.model.Reconstructor;
import io.eckart.model.fitted.FittedModel;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.Workers;

/**
 * Removes noise from rows by reconstructing them from a code that has no room for noise (notes 15.5.1). Models trained to reconstruct
 * clean rows from noisy ones do it better than others. Thread-safe.
 */
public final class Denoiser {
    private final Encoding encoding;
    private final Reconstructor model;
    private final boolean fills;

    /**
     * @param fills whether missing cells are filled; otherwise they stay missing
     * @throws UnsupportedOperationException if this kind of model does not reconstruct
     */
    public Denoiser(FittedModel<?> fitted, boolean fills) {
        if (!(fitted.model() instanceof Reconstructor reconstructor)) {
            throw new UnsupportedOperationException("a " + fitted.model().kind() + " model does not reconstruct");
        }
        this.encoding = fitted.encoding();
        this.model = reconstructor;
        this.fills = fills;
    }

    /**
     * The clean rows.
     *
     * @param rows n x d, NaN for missing cells
     * @return n x d
     */
    public FloatMatrix denoise(FloatMatrix rows, Workers workers) {
        FloatMatrix clean = model.reconstruct(rows, workers);
        for (int i = 0; i < rows.values().length && !fills; i++) {
            if (Float.isNaN(rows.values()[i])) {
                clean.values()[i] = Float.NaN;
            }
        }
        return clean;
    }

    /**
     * The clean rows in the columns the model was fitted on, in the user's units.
     *
     * @throws io.eckart.data.DataException if the table does not have the columns of the encoding
     */
    public Table denoise(Table rows, Workers workers) {
        return encoding.decode(denoise(encoding.encode(rows), workers), rows.name());
    }
}
