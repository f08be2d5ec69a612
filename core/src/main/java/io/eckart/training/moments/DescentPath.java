package io.eckart.training.moments;

import io.eckart.data.corruption.CorruptionTasks;
import io.eckart.model.Autoencoder;
import io.eckart.model.AutoencoderParameters;
import io.eckart.network.Dimensions;
import io.eckart.network.LinearArchitecture;
import io.eckart.network.kind.Networks;
import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.Lockstep;
import io.eckart.numerics.RandomStreams;
import io.eckart.numerics.product.Reals64;
import io.eckart.numerics.statistics.Moments;
import io.eckart.numerics.statistics.SymmetricEigen;

/**
 * Gradient descent on moments as the notes mean it, for study: a random start, one learning rate, the exact expected gradient in
 * every step, and the model to be looked at on the way. No solver that jumps to the optimum of some parameters. The mean of the
 * rows is the origin; hidden cells are fed in as zeros.
 */
public final class DescentPath {
    private static final double LOST = 1e6;
    private static final double ZERO = 1e-9;

    private final LinearArchitecture architecture;
    private final Dimensions dimensions;
    private final Moments moments;
    private final LinearProblem problem;
    private final MomentsObjective objective;
    private final Reals64 point;
    private final double[] gradient;
    private final double rate;
    private final double first;
    private double value;
    private long steps;

    /**
     * A path at its start.
     *
     * @param rate the learning rate, in units of {@link #unit}
     * @param random its stream "start" is where the path starts
     */
    public DescentPath(
            LinearArchitecture architecture,
            int codeSize,
            Moments moments,
            CorruptionTasks tasks,
            double rate,
            RandomStreams random) {
        this.architecture = architecture;
        this.dimensions = new Dimensions(moments.columns(), codeSize, false, false);
        this.moments = moments;
        this.problem = LinearProblem.of(moments, tasks, moments.mean(), false, scale(moments));
        this.objective = new MomentsObjective(problem, architecture, dimensions, Lockstep.of(1));
        this.point = new Reals64(new double[objective.size()]);
        this.gradient = new double[objective.size()];
        this.rate = rate * unit(moments);
        Networks.of(architecture).start(dimensions, point, random.stream("start"));
        evaluate();
        this.first = value;
    }

    private static double scale(Moments moments) {
        return LinearProblem.scale(moments, moments.mean(), false);
    }

    /** One over the largest eigenvalue of the second moment of rows that have a mean square cell of 1. */
    public static double unit(Moments moments) {
        double scale = scale(moments);
        double largest = SymmetricEigen.top(moments.covariance(), 1).values()[0];
        return largest > 0 ? scale * scale / largest : 1;
    }

    /** Goes on by so many steps; not further once the error has grown without bound. */
    public void advance(int count) {
        for (int i = 0; i < count && !isLost(); i++) {
            for (int j = 0; j < gradient.length; j++) {
                point.values()[j] -= rate * gradient[j];
            }
            evaluate();
            steps++;
        }
    }

    /** Only a point at which the model is not defined is brought back to where it is. */
    private void evaluate() {
        value = objective.evaluate(point.values(), gradient);
        if (value == Double.POSITIVE_INFINITY) {
            Networks.of(architecture).constraint(dimensions, point).enforce();
            value = objective.evaluate(point.values(), gradient);
        }
    }

    /** Whether the error has grown without bound. */
    public boolean isLost() {
        return !(value <= LOST * Math.max(first, problem.energy()));
    }

    /** Steps made. */
    public long steps() {
        return steps;
    }

    /** The expected error per row over what is done to the input, in the user's units. */
    public double error() {
        return value * problem.scale() * problem.scale();
    }

    /** The least of these errors that a linear map of the code size can have. */
    public double optimum() {
        return ExactOptimum.of(problem, dimensions.codeSize()) * problem.scale() * problem.scale();
    }

    /** {@code (error - optimum) / optimum}, or {@code (error - optimum) / energy} where the optimum is zero but for rounding. */
    public double gap() {
        double optimum = ExactOptimum.of(problem, dimensions.codeSize());
        return (value - optimum) / (optimum > ZERO * problem.energy() ? optimum : problem.energy());
    }

    /** A copy of A, k x d. */
    public DoubleMatrix encoder() {
        return objective.composition().encoder().toDouble();
    }

    /** A copy of B, d x k. */
    public DoubleMatrix decoder() {
        return objective.composition().decoder().toDouble();
    }

    /** A copy of the parameters, by the architecture's layout. */
    public double[] parameters() {
        return point.values().clone();
    }

    /** The model as it is now. */
    public Autoencoder model() {
        return new Autoencoder(new AutoencoderParameters(
                architecture,
                dimensions,
                point.values(),
                moments.mean(),
                problem.scale(),
                moments.mean(),
                moments.count()));
    }
}
