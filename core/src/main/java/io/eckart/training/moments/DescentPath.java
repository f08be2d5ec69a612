package io.eckart.training.moments;

import io.eckart.data.corruption.CorruptionTasks;
import io.eckart.model.Autoencoder;
import io.eckart.model.AutoencoderParameters;
import io.eckart.network.Dimensions;
import io.eckart.network.LinearArchitecture;
import io.eckart.network.kind.Networks;
import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.Lockstep;
import io.eckart.numerics.product.Reals64;
import io.eckart.numerics.statistics.Moments;
import io.eckart.numerics.statistics.SymmetricEigen;

/**
 * Plain gradient descent on moments, for study: a given start, one learning rate, the exact expected gradient in every step, and
 * access to the model after each step. No parameters are set to their optimum in closed form. Hidden cells are fed in at the origin.
 * Not safe for use by several threads.
 */
public final class DescentPath {
    private static final double DIVERGED = 1e6;
    private static final double ZERO = 1e-9;

    private final LinearArchitecture architecture;
    private final Dimensions dimensions;
    private final Moments moments;
    private final double[] origin;
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
     * @param origin d values that are subtracted from a row
     * @param rate the learning rate, in units of {@link #unit}
     * @param start the parameters, in the layout of the architecture
     */
    public DescentPath(
            LinearArchitecture architecture,
            int codeSize,
            Moments moments,
            double[] origin,
            CorruptionTasks tasks,
            double rate,
            double[] start) {
        this.architecture = architecture;
        this.dimensions = new Dimensions(moments.columns(), codeSize, false, false);
        this.moments = moments;
        this.origin = origin.clone();
        this.problem = LinearProblem.of(moments, tasks, origin, false, LinearProblem.scale(moments, origin, false));
        this.objective = new MomentsObjective(problem, architecture, dimensions, Lockstep.of(1));
        this.point = new Reals64(start.clone());
        this.gradient = new double[objective.size()];
        this.rate = rate * unit(moments, origin);
        evaluate();
        this.first = value;
    }

    /** One over the largest eigenvalue of the second moment about the origin of rows that have a mean square cell of 1. */
    public static double unit(Moments moments, double[] origin) {
        double scale = LinearProblem.scale(moments, origin, false);
        double largest = SymmetricEigen.top(moments.about(origin), 1).values()[0];
        return largest > 0 ? scale * scale / largest : 1;
    }

    /** Makes this number of steps; none once the error has grown without bound. */
    public void advance(int count) {
        for (int i = 0; i < count && !hasDiverged(); i++) {
            for (int j = 0; j < gradient.length; j++) {
                point.values()[j] -= rate * gradient[j];
            }
            evaluate();
            steps++;
        }
    }

    /** A point where the model is not defined is first moved to one where it is. */
    private void evaluate() {
        value = objective.evaluate(point.values(), gradient);
        if (value == Double.POSITIVE_INFINITY) {
            Networks.of(architecture).constraint(dimensions, point).enforce();
            value = objective.evaluate(point.values(), gradient);
        }
    }

    /** Whether the error has grown without bound. */
    public boolean hasDiverged() {
        return !(value <= DIVERGED * Math.max(first, problem.energy()));
    }

    /** The number of steps made. */
    public long steps() {
        return steps;
    }

    /** The expected error per row over noise and masks, in the user's units. */
    public double error() {
        return value * problem.scale() * problem.scale();
    }

    /** The least of these errors that a linear map of the code size can have. */
    public double optimum() {
        return ExactOptimum.of(problem, dimensions.codeSize()) * problem.scale() * problem.scale();
    }

    /** {@code (error - optimum) / optimum}, or {@code (error - optimum) / energy} where the optimum is zero except for rounding. */
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

    /** A copy of the parameters, in the layout of the architecture. */
    public double[] parameters() {
        return point.values().clone();
    }

    /** The current model. */
    public Autoencoder model() {
        return new Autoencoder(new AutoencoderParameters(
                architecture, dimensions, point.values(), origin, problem.scale(), moments.mean(), moments.count()));
    }
}
