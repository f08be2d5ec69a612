package io.eckart.model;

import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.NotANumber;
import io.eckart.numerics.Workers;
import io.eckart.numerics.product.MatrixView;
import io.eckart.numerics.product.Reals32;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Principal component analysis: the k-dimensional subspace with the least squared reconstruction error (notes 15.2).
 *
 * <p>The code is {@code y = V_k' (x - o)} and the reconstruction {@code o + V_k y}, where V_k holds the first k right singular
 * vectors of the rows minus the origin o. The origin is the mean if the model is centered, and 0 otherwise; it is the same
 * when fitting, encoding and reconstructing. Immutable and safe for use by several threads.
 *
 * <p>A row with unobserved cells has as its code the conditional mean of probabilistic PCA (Tipping and Bishop 1999) given
 * its observed cells: the minimiser over c of {@code ||x_o - V_o c||^2 / v + sum_i c_i^2 / (lambda_i - v)} with v the mean
 * discarded energy. A completely observed row is projected, not shrunk.
 */
public final class Pca implements Model, Encoder, Reconstructor, UncertainFiller, CellEstimate {
    private final PcaParameters parameters;

    /** A copy: the parameters give their own to nobody. */
    private final DoubleMatrix components;

    private final boolean centered;
    private final MatrixView directions;
    private final float[] origin;
    private final float[] means;
    private final PartialRows partialRows;

    /**
     * @param parameters what was estimated
     * @param centered whether the mean is the origin
     */
    public Pca(PcaParameters parameters, boolean centered) {
        this.parameters = parameters;
        this.components = parameters.components();
        this.centered = centered;
        this.directions = new MatrixView(
                new Reals32(components.toFloat().values()), 0, parameters.codeSize(), parameters.features());
        this.means = PaddedBlocks.narrow(parameters.means());
        this.origin = centered ? means : new float[means.length];
        this.partialRows = new PartialRows(parameters, components);
    }

    @Override
    public String kind() {
        return "pca";
    }

    @Override
    public int features() {
        return parameters.features();
    }

    @Override
    public int codeSize() {
        return parameters.codeSize();
    }

    public boolean centered() {
        return centered;
    }

    public PcaParameters parameters() {
        return parameters;
    }

    /** A copy of the principal directions, k x d, orthonormal rows; the largest entry by magnitude of each is positive. */
    public DoubleMatrix components() {
        return parameters.components();
    }

    @Override
    public List<String> codeNames() {
        return IntStream.rangeClosed(1, codeSize()).mapToObj(i -> "pc" + i).toList();
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
        return PaddedBlocks.map(rows, codeSize(), workers, size -> new Projection(size)::encode);
    }

    @Override
    public RowEncoder rowEncoder() {
        return PaddedBlocks.rowEncoder(features(), codeSize(), new Projection(1)::encode);
    }

    @Override
    public FloatMatrix reconstruct(FloatMatrix rows, Workers workers) {
        PaddedBlocks.checkWidth(rows, features());
        return PaddedBlocks.map(rows, features(), workers, size -> {
            Projection projection = new Projection(size);
            float[] codes = new float[size * codeSize()];
            return (input, output) -> {
                projection.encode(input, codes);
                projection.decode(codes, output);
            };
        });
    }

    /**
     * The rows of given codes, {@code o + V_k y}.
     *
     * @param codes n x k
     * @return n x d
     * @throws IllegalArgumentException if the codes have another size
     */
    public FloatMatrix decode(FloatMatrix codes, Workers workers) {
        PaddedBlocks.checkWidth(codes, codeSize());
        return PaddedBlocks.map(codes, features(), workers, size -> new Projection(size)::decode);
    }

    /** Missing cells get their conditional means under probabilistic PCA. */
    @Override
    public FloatMatrix fill(FloatMatrix rows, Workers workers) {
        return FillBlocks.map(rows, features(), workers, () -> (values, start) -> {
            if (NotANumber.in(values, start, start + features())) {
                fillMissing(values, start);
            }
        });
    }

    /**
     * Under probabilistic PCA {@code Var[x_j | x_o] = v + v V_j' (V_o' V_o + diag(v / (lambda_i - v)))^-1 V_j}, v the mean
     * discarded energy.
     */
    @Override
    public FloatMatrix deviations(FloatMatrix rows, Workers workers) {
        return FillBlocks.map(rows, features(), workers, () -> (values, start) -> {
            double[] variances = NotANumber.in(values, start, start + features())
                    ? partialRows.variances(values, start)
                    : new double[0];
            for (int j = 0; j < features(); j++) {
                boolean missing = Float.isNaN(values[start + j]);
                values[start + j] = missing ? (float) Math.sqrt(variances[j]) : Float.NaN;
            }
        });
    }

    /**
     * Fills the missing cells of one row with their conditional means given its observed cells; with the origin where no cell
     * is observed.
     *
     * @param rows n x d, changed in place
     * @param row its number
     */
    public void fillMissing(FloatMatrix rows, int row) {
        fillMissing(rows.values(), row * features());
    }

    @Override
    public RowFiller rowFiller() {
        return this::fillMissing;
    }

    private void fillMissing(float[] values, int start) {
        int d = features();
        float[] centred = new float[d];
        for (int j = 0; j < d; j++) {
            centred[j] = values[start + j] - origin[j];
        }
        float[] code = partialRows.code(centred, 0);
        for (int j = 0; j < d; j++) {
            if (Float.isNaN(values[start + j])) {
                double filled = origin[j];
                for (int i = 0; i < code.length; i++) {
                    filled += code[i] * components.get(i, j);
                }
                values[start + j] = (float) filled;
            }
        }
    }

    /** Maps blocks of rows to their codes and back; for one thread. */
    private final class Projection {
        private final float[] centredCells;
        private final float[] codeCells;
        private final MatrixView centred;
        private final MatrixView coded;
        private final boolean[] isPartial;
        private final float[] partialCodes;

        Projection(int rows) {
            centredCells = new float[rows * features()];
            codeCells = new float[rows * codeSize()];
            centred = new MatrixView(new Reals32(centredCells), 0, rows, features());
            coded = new MatrixView(new Reals32(codeCells), 0, rows, codeSize());
            isPartial = new boolean[rows];
            partialCodes = new float[codeCells.length];
        }

        /** A row with missing cells is coded separately and is 0 in the product. */
        void encode(float[] input, float[] codes) {
            int d = features();
            int k = codeSize();
            for (int row = 0; row < isPartial.length; row++) {
                isPartial[row] = !subtractOrigin(input, row * d);
                if (isPartial[row]) {
                    System.arraycopy(partialRows.code(centredCells, row * d), 0, partialCodes, row * k, k);
                    Arrays.fill(centredCells, row * d, (row + 1) * d, 0);
                }
            }
            coded.setProduct(centred, directions.t());
            for (int row = 0; row < isPartial.length; row++) {
                System.arraycopy(isPartial[row] ? partialCodes : codeCells, row * k, codes, row * k, k);
            }
        }

        /** @return whether every cell of the row is observed */
        private boolean subtractOrigin(float[] input, int start) {
            boolean complete = true;
            for (int j = 0; j < origin.length; j++) {
                float difference = input[start + j] - origin[j];
                complete &= !Float.isNaN(difference);
                centredCells[start + j] = difference;
            }
            return complete;
        }

        void decode(float[] codes, float[] output) {
            System.arraycopy(codes, 0, codeCells, 0, codeCells.length);
            centred.setProduct(coded, directions);
            int d = features();
            for (int start = 0; start < output.length; start += d) {
                for (int j = 0; j < d; j++) {
                    output[start + j] = centredCells[start + j] + origin[j];
                }
            }
        }
    }
}
