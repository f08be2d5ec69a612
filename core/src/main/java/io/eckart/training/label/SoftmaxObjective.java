package io.eckart.training.label;

import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.Workers;
import io.eckart.numerics.product.MatrixView;
import io.eckart.numerics.product.Reals;
import io.eckart.numerics.product.Reals.Precision;
import io.eckart.training.optimizer.Objective;
import java.util.Arrays;

/**
 * The cross-entropy of softmax regression with a ridge,
 *
 * <pre>  J(W, b) = (1/n) sum_i -log p_i(class of i) + r/(2n) ||W||^2,   z_i = W x_i + b,</pre>
 *
 * whose gradient is {@code dJ/dW = (1/n) (P - Y)'X + (r/n) W} and {@code dJ/db = (1/n) sum_i (p_i - y_i)}. The parameters are W
 * (c x d), then b (c). Sums over blocks of rows are added in their order.
 */
final class SoftmaxObjective implements Objective {
    private static final int BLOCK = 1024;

    private final MatrixView rows;
    private final int[] classes;
    private final int count;
    private final double ridge;
    private final Workers workers;
    private final MatrixView weights;
    private final double[] bias;
    private final Block[] blocks;
    private final double[] curvature;

    /**
     * @param rows n x d, all finite; best centred
     * @param classes n entries, 0 to c - 1
     * @param count c
     * @param ridge r, at least 0
     */
    SoftmaxObjective(FloatMatrix rows, int[] classes, int count, double ridge, Precision precision, Workers workers) {
        this.rows = MatrixView.zeros(precision, rows.rows(), rows.columns());
        for (int i = 0; i < rows.values().length; i++) {
            this.rows.reals().set(i, rows.values()[i]);
        }
        this.classes = classes;
        this.count = count;
        this.ridge = ridge;
        this.workers = workers;
        this.weights = MatrixView.zeros(precision, count, rows.columns());
        this.bias = new double[count];
        this.blocks = new Block[Math.ceilDiv(rows.rows(), BLOCK)];
        for (int b = 0; b < blocks.length; b++) {
            blocks[b] = new Block(b * BLOCK, Math.min(rows.rows(), (b + 1) * BLOCK), precision);
        }
        this.curvature = curvature(rows);
    }

    /** The diagonal of the Hessian at W = 0, where {@code p (1 - p) = (c - 1) / c^2}, without the ridge; the last entry is that of b. */
    private double[] curvature(FloatMatrix x) {
        int d = x.columns();
        double spread = (count - 1.0) / ((double) count * count);
        double[] diagonal = new double[d + 1];
        for (int i = 0; i < x.values().length; i++) {
            double value = x.values()[i];
            diagonal[i % d] += spread * value * value / x.rows();
        }
        diagonal[d] = spread;
        return diagonal;
    }

    @Override
    public int size() {
        return count * (rows.columns() + 1);
    }

    @Override
    public double evaluate(double[] parameters, double[] gradient) {
        int d = rows.columns();
        for (int i = 0; i < count * d; i++) {
            weights.reals().set(i, parameters[i]);
        }
        System.arraycopy(parameters, count * d, bias, 0, count);
        workers.forEach(blocks.length, b -> blocks[b].evaluate());
        double n = rows.rows();
        double value = 0;
        for (int i = 0; i < count * d; i++) {
            gradient[i] = ridge / n * parameters[i];
            value += ridge / (2 * n) * parameters[i] * parameters[i];
        }
        Arrays.fill(gradient, count * d, gradient.length, 0);
        for (Block block : blocks) {
            value += block.loss / n;
            block.addTo(gradient, 1 / n);
        }
        return value;
    }

    @Override
    public void precondition(double[] vector) {
        int d = rows.columns();
        double floor = 1e-6 * Arrays.stream(curvature).max().orElse(1);
        for (int i = 0; i < count * d; i++) {
            vector[i] /= Math.max(floor, curvature[i % d] + ridge / rows.rows());
        }
        for (int c = 0; c < count; c++) {
            vector[count * d + c] /= curvature[d];
        }
    }

    /** Some rows, their scores, which become {@code P - Y}, and their part of the gradient. */
    private final class Block {
        private final int from;
        private final MatrixView part;
        private final MatrixView scores;
        private final MatrixView weightGradient;
        private final double[] biasGradient = new double[count];
        private double loss;

        Block(int from, int to, Precision precision) {
            this.from = from;
            this.part = rows.rows(from, to);
            this.scores = MatrixView.zeros(precision, to - from, count);
            this.weightGradient = MatrixView.zeros(precision, count, rows.columns());
        }

        void evaluate() {
            scores.setProduct(part, weights.t());
            loss = 0;
            Arrays.fill(biasGradient, 0);
            double[] row = new double[count];
            for (int i = 0; i < scores.rows(); i++) {
                loss += differentiate(i, row);
            }
            weightGradient.setProduct(scores.t(), part);
        }

        private double differentiate(int i, double[] row) {
            Reals values = scores.reals();
            double largest = Double.NEGATIVE_INFINITY;
            for (int c = 0; c < count; c++) {
                row[c] = values.get(i * count + c) + bias[c];
                largest = Math.max(largest, row[c]);
            }
            int own = classes[from + i];
            double ownScore = row[own] - largest;
            double sum = 0;
            for (int c = 0; c < count; c++) {
                row[c] = Math.exp(row[c] - largest);
                sum += row[c];
            }
            for (int c = 0; c < count; c++) {
                double residual = row[c] / sum - (c == own ? 1 : 0);
                biasGradient[c] += residual;
                values.set(i * count + c, residual);
            }
            return Math.log(sum) - ownScore;
        }

        void addTo(double[] gradient, double factor) {
            int length = count * rows.columns();
            for (int i = 0; i < length; i++) {
                gradient[i] += factor * weightGradient.reals().get(i);
            }
            for (int c = 0; c < count; c++) {
                gradient[length + c] += factor * biasGradient[c];
            }
        }
    }
}
