package io.eckart.training.moments;

import io.eckart.network.Dimensions;
import io.eckart.network.LinearArchitecture;
import io.eckart.network.kind.Networks;
import io.eckart.network.linear.LinearNetwork;
import io.eckart.network.pass.Composition;
import io.eckart.numerics.Lockstep;
import io.eckart.numerics.product.MatrixView;
import io.eckart.numerics.product.Reals64;
import io.eckart.training.optimizer.Objective;

/**
 * The error of a linear autoencoder as a function of its parameters, on moments, exact and in float64 whatever the number of
 * rows: with {@code G = B'B} and {@code M = A Sxx A'},
 *
 * <pre>
 *   L     = E||x||^2 - 2 tr(B A Sx) + tr(G M)
 *   dL/dA = 2 (G A Sxx - B' Sx')       (k x d)
 *   dL/dB = 2 (B M - Sx' A')           (d x k)
 * </pre>
 *
 * and the gradient of the parameters by the backward pass of the encoder. One evaluation costs O(d^2 k).
 */
public final class MomentsObjective implements Objective {
    private final LinearProblem problem;
    private final Reals64 parameters;
    private final Reals64 gradient;
    private String obstacle = "";
    private final Composition composition;
    private final Preconditioner preconditioner;
    private final SymmetricProduct inputCode;
    private final SymmetricProduct crossCode;
    private final SymmetricProduct crossDecoder;
    private final MatrixView gram;
    private final MatrixView codeMoment;
    private final MatrixView explained;

    /** The plain error, without scaling or elimination. */
    public MomentsObjective(
            LinearProblem problem, LinearArchitecture architecture, Dimensions dimensions, Lockstep team) {
        this(problem, architecture, dimensions, team, false);
    }

    /** @param scaled whether parameters with a closed form are set to it and steps are scaled */
    MomentsObjective(
            LinearProblem problem,
            LinearArchitecture architecture,
            Dimensions dimensions,
            Lockstep team,
            boolean scaled) {
        int d = dimensions.features();
        int k = dimensions.codeSize();
        LinearNetwork network = Networks.of(architecture);
        int length = network.layout(dimensions).length();
        this.problem = problem;
        this.parameters = new Reals64(new double[length]);
        this.gradient = new Reals64(new double[length]);
        this.composition = network.composition(dimensions, parameters, gradient);
        MatrixView cross = MatrixView.of(problem.cross());
        MatrixView input = MatrixView.of(problem.input());
        this.inputCode = new SymmetricProduct(input, MatrixView.zeros(d, k), team);
        this.crossCode = problem.clean() ? inputCode : new SymmetricProduct(cross, MatrixView.zeros(d, k), team);
        this.crossDecoder = new SymmetricProduct(cross, MatrixView.zeros(d, k), team);
        this.gram = MatrixView.zeros(k, k);
        this.codeMoment = MatrixView.zeros(k, k);
        this.explained = MatrixView.zeros(k, k);
        this.preconditioner = scaled
                ? Preconditioner.of(architecture, dimensions, problem, composition, codeMoment, parameters, team)
                : Preconditioner.none();
    }

    @Override
    public int size() {
        return parameters.length();
    }

    Composition composition() {
        return composition;
    }

    @Override
    public double evaluate(double[] point, double[] slope) {
        double value = value(point);
        if (value < Double.POSITIVE_INFINITY) {
            MatrixView toEncoder = composition.encoderGradient();
            toEncoder.setProduct(gram, inputCode.value().t());
            toEncoder.add(-1, crossDecoder.value().t());
            toEncoder.scale(2);
            MatrixView toDecoder = composition.decoderGradient();
            toDecoder.setProduct(composition.decoder(), codeMoment);
            toDecoder.add(-1, crossCode.value());
            toDecoder.scale(2);
            composition.pullBack();
            preconditioner.finishGradient(gradient);
            gradient.copyTo(slope);
        }
        return value;
    }

    /** The value alone; positive infinity where gradient descent on the code would diverge or B has dependent columns. */
    public double value(double[] point) {
        parameters.copyFrom(point);
        preconditioner.eliminate(point);
        try {
            composition.compose();
        } catch (ArithmeticException e) {
            obstacle = String.valueOf(e.getMessage());
            return Double.POSITIVE_INFINITY;
        }
        return error();
    }

    /** The reason of the last infinite value. */
    String obstacle() {
        return obstacle;
    }

    /** The error of the current encoder and decoder; Sx and Sxx are symmetric, so they multiply from the left. */
    private double error() {
        MatrixView a = composition.encoder();
        MatrixView b = composition.decoder();
        inputCode.of(a.t());
        if (!problem.clean()) {
            crossCode.of(a.t());
        }
        crossDecoder.of(b);
        codeMoment.setProduct(a, inputCode.value());
        explained.setProduct(a, crossDecoder.value());
        gram.setProduct(b.t(), b);
        double sum = problem.energy() + gram.inner(codeMoment);
        for (int i = 0; i < explained.rows(); i++) {
            sum -= 2 * explained.get(i, i);
        }
        return sum;
    }

    @Override
    public void precondition(double[] vector) {
        preconditioner.apply(vector);
    }
}
