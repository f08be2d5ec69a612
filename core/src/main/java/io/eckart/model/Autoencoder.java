package io.eckart.model;

import io.eckart.network.Architecture;
import io.eckart.network.Dimensions;
import io.eckart.network.kind.Networks;
import io.eckart.network.pass.Form;
import io.eckart.network.pass.Pass;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.NotANumber;
import io.eckart.numerics.Workers;
import io.eckart.numerics.product.Reals;
import io.eckart.numerics.product.Reals.Precision;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * An autoencoder (notes 15.3 and 15.4): an encoder f and a decoder g of any {@link Architecture}. With o the origin and s the
 * scale, the code of a row is {@code y = f((x - o) / s)} and its reconstruction {@code o + s g(y)}.
 *
 * <p>A missing cell is left out where the encoder is unrolled, untied or lista. Elsewhere it is replaced by the origin, and if
 * the model was trained with hidden cells it is also marked by an indicator; a network that was fitted on rows with missing
 * cells reads their conditional means under PCA instead. Immutable and safe for use by several threads.
 */
public final class Autoencoder implements Model, Encoder, Reconstructor, Filler {
    private final AutoencoderParameters parameters;
    private final Form complete;
    private final Form partial;
    private final double[] shift;
    private final float[] origin;
    private final float[] means;

    /** @throws io.eckart.network.UnstableStepException if the step of an unrolled encoder is too large for its B */
    public Autoencoder(AutoencoderParameters parameters) {
        this.parameters = parameters;
        this.shift = parameters.origin();
        this.origin = PaddedBlocks.narrow(shift);
        this.means = PaddedBlocks.narrow(parameters.means());
        this.complete = form(false);
        // Where hidden cells are read as an indicator, one form is enough for all rows.
        this.partial = architecture().readsIndicator() ? complete : form(true);
    }

    private Form form(boolean hasHidden) {
        Reals values = Precision.FLOAT32.zeros(parameters.count());
        values.copyFrom(parameters.values());
        Reals gradient = Precision.FLOAT32.zeros(values.length());
        Form form = Networks.of(architecture()).form(parameters.dimensions(), hasHidden, values, gradient);
        form.compose();
        return form;
    }

    public AutoencoderParameters parameters() {
        return parameters;
    }

    public Architecture architecture() {
        return parameters.architecture();
    }

    public Dimensions dimensions() {
        return parameters.dimensions();
    }

    @Override
    public String kind() {
        return architecture().kind();
    }

    @Override
    public int features() {
        return dimensions().features();
    }

    @Override
    public int codeSize() {
        return dimensions().codeSize();
    }

    @Override
    public List<String> codeNames() {
        return IntStream.rangeClosed(1, codeSize()).mapToObj(i -> "code" + i).toList();
    }

    @Override
    public float[] featureMeans() {
        return means.clone();
    }

    @Override
    public float[] origin() {
        return origin.clone();
    }

    @Override
    public FloatMatrix encode(FloatMatrix rows, Workers workers) {
        PaddedBlocks.checkWidth(rows, features());
        return PaddedBlocks.map(rows, codeSize(), workers, size -> new BlockCoder(size, false));
    }

    @Override
    public RowEncoder rowEncoder() {
        return PaddedBlocks.rowEncoder(features(), codeSize(), new BlockCoder(1, false));
    }

    @Override
    public FloatMatrix reconstruct(FloatMatrix rows, Workers workers) {
        PaddedBlocks.checkWidth(rows, features());
        return PaddedBlocks.map(rows, features(), workers, size -> new BlockCoder(size, true));
    }

    /** Missing cells get their reconstruction. */
    @Override
    public FloatMatrix fill(FloatMatrix rows, Workers workers) {
        float[] again = reconstruct(rows, workers).values();
        FloatMatrix filled = rows.copyRows(0, rows.rows());
        for (int i = 0; i < again.length; i++) {
            filled.values()[i] = Float.isNaN(filled.values()[i]) ? again[i] : filled.values()[i];
        }
        return filled;
    }

    /**
     * The rows of given codes, {@code o + s g(y)}.
     *
     * @param codes n x k
     * @return n x d
     * @throws IllegalArgumentException if the codes have another size
     */
    public FloatMatrix decode(FloatMatrix codes, Workers workers) {
        PaddedBlocks.checkWidth(codes, codeSize());
        return PaddedBlocks.map(codes, features(), workers, size -> {
            Pass pass = complete.pass(size, null);
            return (input, output) -> {
                for (int i = 0; i < input.length; i++) {
                    pass.codes().reals().set(i, input[i]);
                }
                pass.decode();
                writeOutput(pass, 0, size, output);
            };
        });
    }

    private void writeOutput(Pass pass, int from, int to, float[] output) {
        int d = features();
        for (int i = from; i < to; i++) {
            pass.output().reals().restore(i * d, d, shift, parameters.scale(), output, i * d);
        }
    }

    /** Maps blocks of rows: complete rows by one form, rows with missing cells by the other where the two differ. */
    private final class BlockCoder implements PaddedBlocks.BlockMap {
        private final boolean decodes;
        private final Pass pass;
        private final boolean oneForm = architecture().readsIndicator();
        private final Pass partialPass;
        private final boolean[] isPartial;
        private final Optional<CellEstimate.RowFiller> estimates =
                parameters.estimate().map(CellEstimate::rowFiller);

        BlockCoder(int rows, boolean decodes) {
            this.pass = complete.pass(rows, null);
            this.partialPass = oneForm ? pass : partial.pass(rows, null);
            this.isPartial = new boolean[rows];
            this.decodes = decodes;
        }

        /** Leaves no cell hidden for the next block. */
        @Override
        public void apply(float[] input, float[] output) {
            boolean anyPartial = load(pass, input);
            run(pass);
            write(pass, false, output);
            if (anyPartial && !oneForm) {
                load(partialPass, input);
                run(partialPass);
                write(partialPass, true, output);
                partialPass.hidden().fill(0);
            }
            if (anyPartial) {
                pass.hidden().fill(0);
            }
        }

        private boolean load(Pass to, float[] input) {
            Reals values = to.input().reals();
            int d = features();
            boolean any = false;
            for (int i = 0; i < isPartial.length; i++) {
                values.standardize(i * d, d, input, i * d, shift, parameters.scale());
                isPartial[i] = NotANumber.in(input, i * d, (i + 1) * d);
                any |= isPartial[i];
                if (isPartial[i]) {
                    values.hideMissing(i * d, d, to.hidden().reals());
                    estimate(values, input, i * d);
                }
            }
            return any;
        }

        private void estimate(Reals values, float[] input, int start) {
            if (estimates.isPresent()) {
                estimates.get().fill(input, start);
                values.standardize(start, features(), input, start, shift, parameters.scale());
            }
        }

        private void run(Pass through) {
            through.encode();
            if (decodes) {
                through.decode();
            }
        }

        private void write(Pass from, boolean partialOnly, float[] output) {
            for (int i = 0; i < isPartial.length; i++) {
                if (partialOnly && !isPartial[i]) {
                    continue;
                }
                if (decodes) {
                    writeOutput(from, i, i + 1, output);
                } else {
                    int at = i * codeSize();
                    from.codes().reals().copyTo(at, codeSize(), output, at);
                }
            }
        }
    }
}
