package io.eckart.model.label;

import io.eckart.model.CellEstimate;
import io.eckart.model.PaddedBlocks;
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

/** Takes rows through a network with a head, in float32 and in blocks of one size. */
final class PredictorRows {

    /** Makes of a row's outputs what is answered. */
    @FunctionalInterface
    interface Answer {
        void write(Reals outputs, int at, Reals to);
    }

    private final PredictorParameters parameters;
    private final double[] origin;
    private final Form form;

    PredictorRows(PredictorParameters parameters) {
        this.parameters = parameters;
        this.origin = parameters.origin();
        Reals values = Precision.FLOAT32.zeros(parameters.count());
        values.copyFrom(parameters.values());
        this.form = parameters.network().form(parameters.dimensions(), 0, true, values, values);
    }

    PredictorParameters parameters() {
        return parameters;
    }

    List<String> codeNames() {
        return IntStream.rangeClosed(1, parameters.dimensions().codeSize())
                .mapToObj(i -> "code" + i)
                .toList();
    }

    FloatMatrix codes(FloatMatrix rows, Workers workers) {
        PaddedBlocks.checkWidth(rows, parameters.dimensions().features());
        int k = parameters.dimensions().codeSize();
        return PaddedBlocks.map(rows, k, workers, size -> {
            Pass pass = form.pass(size, null);
            return (input, output) -> {
                load(pass, input);
                pass.encode();
                pass.codes().reals().copyTo(0, output.length, output, 0);
            };
        });
    }

    /** The answers for rows, n x c; NaN for a row without an observed cell. */
    FloatMatrix outputs(FloatMatrix rows, Workers workers, Answer answer) {
        PaddedBlocks.checkWidth(rows, parameters.dimensions().features());
        int c = parameters.head().outputs();
        return PaddedBlocks.map(rows, c, workers, size -> {
            Pass pass = form.pass(size, null);
            boolean[] empty = new boolean[size];
            return (input, output) -> {
                noteEmpty(input, empty);
                load(pass, input);
                pass.encode();
                pass.decode();
                Reals32 to = new Reals32(output);
                for (int i = 0; i < size; i++) {
                    if (empty[i]) {
                        Arrays.fill(output, i * c, (i + 1) * c, Float.NaN);
                    } else {
                        answer.write(pass.output().reals(), i * c, to);
                    }
                }
            };
        });
    }

    private static void noteEmpty(float[] input, boolean[] empty) {
        int d = input.length / empty.length;
        for (int i = 0; i < empty.length; i++) {
            empty[i] = true;
            for (int j = 0; j < d && empty[i]; j++) {
                empty[i] = Float.isNaN(input[i * d + j]);
            }
        }
    }

    private void load(Pass to, float[] input) {
        Reals values = to.input().reals();
        Reals hidden = to.hidden().reals();
        int d = parameters.dimensions().features();
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
