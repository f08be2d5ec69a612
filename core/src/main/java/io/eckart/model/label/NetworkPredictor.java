package io.eckart.model.label;

import io.eckart.model.CellEstimate;
import io.eckart.model.Encoder;
import io.eckart.model.Model;
import io.eckart.model.PaddedBlocks;
import io.eckart.network.LinearHead;
import io.eckart.network.SoftmaxHead;
import io.eckart.network.pass.Form;
import io.eckart.network.pass.Pass;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.Workers;
import io.eckart.numerics.product.Reals;
import io.eckart.numerics.product.Reals.Precision;
import io.eckart.numerics.product.Reals32;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The encoder of a network with a head that predicts a label. A missing cell is replaced by the origin, or by its conditional
 * mean under PCA where the encoder was trained so, and is marked by its indicator where the encoder reads one. Computed in
 * float32. Immutable and safe for use by several threads.
 */
public abstract sealed class NetworkPredictor implements Model, Encoder permits NetworkClassifier, NetworkRegressor {
    /** Computes the predictions for a row from the outputs of its head. */
    @FunctionalInterface
    interface Prediction {
        void write(Reals outputs, int at, Reals to);
    }

    private final PredictorParameters parameters;
    private final double[] origin;
    private final Form form;

    NetworkPredictor(PredictorParameters parameters) {
        this.parameters = parameters;
        this.origin = parameters.origin();
        Reals values = Precision.FLOAT32.zeros(parameters.count());
        values.copyFrom(parameters.values());
        this.form = parameters.network().form(parameters.dimensions(), 0, true, values, values);
    }

    /** The model with these parameters: a classifier or a regressor, depending on the head. */
    public static NetworkPredictor of(PredictorParameters parameters) {
        return switch (parameters.head()) {
            case SoftmaxHead softmax -> new NetworkClassifier(parameters, softmax);
            case LinearHead linear -> new NetworkRegressor(parameters, linear);
        };
    }

    public PredictorParameters parameters() {
        return parameters;
    }

    @Override
    public int features() {
        return parameters.dimensions().features();
    }

    @Override
    public int codeSize() {
        return parameters.dimensions().codeSize();
    }

    @Override
    public List<String> codeNames() {
        return IntStream.rangeClosed(1, codeSize()).mapToObj(i -> "code" + i).toList();
    }

    @Override
    public FloatMatrix encode(FloatMatrix rows, Workers workers) {
        PaddedBlocks.checkWidth(rows, features());
        return PaddedBlocks.map(rows, codeSize(), workers, size -> {
            Pass pass = form.pass(size, null);
            return (input, output) -> {
                load(pass, input);
                pass.encode();
                pass.codes().reals().copyTo(0, output.length, output, 0);
            };
        });
    }

    /** The predictions for rows, n x c; NaN for a row without an observed cell. */
    FloatMatrix predictions(FloatMatrix rows, Workers workers, Prediction prediction) {
        PaddedBlocks.checkWidth(rows, features());
        int c = parameters.head().outputs();
        return PaddedBlocks.map(rows, c, workers, size -> {
            Pass pass = form.pass(size, null);
            boolean[] unobserved = new boolean[size];
            return (input, output) -> {
                FloatMatrix block = new FloatMatrix(size, features(), input);
                for (int i = 0; i < size; i++) {
                    unobserved[i] = block.isUnobserved(i);
                }
                load(pass, input);
                pass.encode();
                pass.decode();
                Reals32 to = new Reals32(output);
                for (int i = 0; i < size; i++) {
                    if (unobserved[i]) {
                        Arrays.fill(output, i * c, (i + 1) * c, Float.NaN);
                    } else {
                        prediction.write(pass.output().reals(), i * c, to);
                    }
                }
            };
        });
    }

    private void load(Pass to, float[] input) {
        Reals values = to.input().reals();
        Reals hidden = to.hidden().reals();
        int d = features();
        for (int i = 0; i < to.rows(); i++) {
            values.standardize(i * d, d, input, i * d, origin, parameters.scale());
        }
        values.hideMissing(0, to.rows() * d, hidden);
        if (parameters.estimate().isEmpty()) {
            return;
        }
        CellEstimate.RowFiller filler = parameters.estimate().get().rowFiller();
        for (int i = 0; i < to.rows(); i++) {
            if (hidden.sumOfMagnitudes(i * d, d) > 0) {
                filler.fill(input, i * d);
                values.standardize(i * d, d, input, i * d, origin, parameters.scale());
            }
        }
    }
}
