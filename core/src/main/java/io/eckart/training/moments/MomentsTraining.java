package io.eckart.training.moments;

import io.eckart.data.Remedy;
import io.eckart.data.SettingException;
import io.eckart.network.Dimensions;
import io.eckart.network.LinearArchitecture;
import io.eckart.numerics.Lockstep;
import io.eckart.training.EpochRecord;
import io.eckart.training.RunOptions;
import io.eckart.training.StopReason;
import io.eckart.training.StoppingConfig;
import io.eckart.training.TrainingConfig;
import io.eckart.training.TrainingConfig.OptimizerKind;
import io.eckart.training.TrainingEvent;
import io.eckart.training.TrainingRun;
import io.eckart.training.batch.BestSoFar;
import io.eckart.training.batch.TrainedParameters;
import io.eckart.training.optimizer.GradientDescent;
import io.eckart.training.optimizer.Lbfgs;
import io.eckart.training.optimizer.Minimizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * The training loop of linear autoencoders on moments: the iterations of a minimizer, the held-out error after each, and the gap
 * to the optimum of the form. The cost of an iteration does not depend on the number of rows.
 *
 * <p>A vanishing gradient is not the end: at a saddle, or where a filter is flat, it vanishes too. Where a run makes no progress and
 * its gap is not closed, it goes on from a point nearby, and has converged only if that leads to no lower error.
 */
final class MomentsTraining implements AutoCloseable {
    private static final int MOST_ITERATIONS = 500;
    /** A run makes no progress if this many iterations together gain less than {@link #gainThatCounts}. */
    private static final int STRETCH = 10;

    /** The part of the error above the optimum that counts as a gain. */
    private static final double GAIN = 0.01;
    /** The same as a part of the error, where the optimum is not known. */
    private static final double PLAIN_GAIN = 1e-8;
    /** The gap at which a run ends. */
    private static final double CLOSED = 1e-7;
    /** The gap at which a run that makes no progress ends. */
    private static final double SMALL = 1e-6;
    /** How far away a run goes on, as a part of the parameters' size. */
    private static final double NEARBY = 1e-2;

    private static final double NOTHING = 1e-9;
    private static final double DIVERGED = 1e6;
    private static final double DESCENT_RATE = 0.05;

    private final LinearProblem problem;
    private final StoppingConfig stopping;
    private final OptimizerKind kind;
    private final double rate;
    private final RunOptions options;
    private final MomentsObjective objective;
    private final Optional<MomentsObjective> heldOut;
    private final boolean judged;
    private final LinearOptimum optimum;
    private final Lockstep team;
    private final List<EpochRecord> history = new ArrayList<>();
    private double least = Double.POSITIVE_INFINITY;
    private double leastAtRestart = Double.POSITIVE_INFINITY;
    private int restart;
    private String message = "";

    /** @param heldOut the same problem for the rows held out; empty where there are none */
    MomentsTraining(
            LinearProblem problem,
            Optional<LinearProblem> heldOut,
            LinearArchitecture architecture,
            Dimensions dimensions,
            LinearOptimum optimum,
            TrainingConfig config,
            RunOptions options) {
        this.problem = problem;
        this.stopping = config.stopping();
        this.options = options;
        this.optimum = optimum;
        this.team = Lockstep.of(options.threads());
        this.kind = config.optimizer().kind().orElse(OptimizerKind.LBFGS);
        this.rate = config.optimizer().learningRate().orElse(DESCENT_RATE);
        // The way to the optimum is of no interest in itself, unlike that of gradient descent, which can be stopped
        // early.
        this.judged = heldOut.isPresent()
                && (kind == OptimizerKind.GD || stopping.patience().isPresent());
        boolean scaled = kind == OptimizerKind.LBFGS;
        this.objective = new MomentsObjective(problem, architecture, dimensions, team, scaled);
        this.heldOut = heldOut.map(rows -> new MomentsObjective(rows, architecture, dimensions, team));
    }

    /** @param random moves a run that makes no progress */
    TrainedParameters run(double[] start, SplittableRandom random) {
        int iterations = stopping.epochs().orElse(MOST_ITERATIONS);
        BestSoFar best = new BestSoFar(stopping.patience().orElse(Math.max(20, iterations / 10)));
        Minimizer minimizer = minimizer(start);
        double first = minimizer.value();
        double[] atBest = {Double.NaN};
        offer(best, 0, minimizer, atBest);
        StopReason stop = StopReason.BUDGET;
        for (int i = 1; i <= iterations && stop == StopReason.BUDGET; i++) {
            boolean progress = minimizer.iterate();
            if (!(minimizer.value() <= DIVERGED * Math.max(first, problem.energy()))) {
                stop = diverged(i, first, minimizer.value());
            } else {
                record(i, iterations, minimizer, offer(best, i, minimizer, atBest));
                boolean stalled = !progress || hasStalled(i);
                stop = stop(i, stalled, best);
                if (stalled && stop == StopReason.BUDGET) {
                    minimizer = minimizer(nearby(minimizer.point(), random));
                    leastAtRestart = least;
                    restart = i;
                }
            }
        }
        return result(best, atBest[0], stop);
    }

    /** The gradient of the error at these parameters, without the part along parameters that are set in closed form. */
    double[] gradient(double[] at) {
        double[] gradient = new double[at.length];
        objective.evaluate(at.clone(), gradient);
        return gradient;
    }

    private TrainedParameters result(BestSoFar best, double error, StopReason stop) {
        double held =
                heldOut.map(rows -> inUnits(rows.value(best.parameters()))).orElse(Double.NaN);
        if (stop == StopReason.CONVERGED && optimum.gap(least) > SMALL) {
            message = "no step was found that makes the error lower, but its gap to the optimum of this form is "
                    + optimum.gap(least);
        }
        TrainingRun run = new TrainingRun(inUnits(error), held, best.epoch(), stop, message, history);
        return new TrainedParameters(best.parameters(), run);
    }

    private Minimizer minimizer(double[] start) {
        return switch (kind) {
            case LBFGS -> new Lbfgs(objective, start, problem.energy());
            case GD -> new GradientDescent(objective, start, rate);
            case ADAM, SGD ->
                throw new SettingException(
                        "adam and sgd work on batches, not on moments",
                        Remedy.byHand("take lbfgs or gd"),
                        Remedy.choose(Remedy.Setting.OBJECTIVE, "batches"));
        };
    }

    private static double[] nearby(double[] point, SplittableRandom random) {
        double square = 0;
        for (double value : point) {
            square += value * value;
        }
        double deviation = square > 0 ? NEARBY * Math.sqrt(square / point.length) : NEARBY;
        double[] moved = point.clone();
        for (int i = 0; i < moved.length; i++) {
            moved[i] += deviation * random.nextGaussian();
        }
        return moved;
    }

    private double offer(BestSoFar best, int iteration, Minimizer minimizer, double[] atBest) {
        least = Math.min(least, minimizer.value());
        double error = heldOut.map(rows -> rows.value(minimizer.point())).orElse(Double.NaN);
        best.offer(iteration, judged ? error : minimizer.value(), minimizer.point());
        if (best.epoch() == iteration) {
            atBest[0] = minimizer.value();
        }
        return error;
    }

    private StopReason stop(int iteration, boolean stalled, BestSoFar best) {
        if (options.stop().getAsBoolean()) {
            return StopReason.INTERRUPTED;
        }
        double gap = optimum.gap(least);
        if (gap <= CLOSED || least <= NOTHING * problem.energy()) {
            return StopReason.CONVERGED;
        }
        if (stalled && (gap <= SMALL || leastAtRestart - least <= gainThatCounts())) {
            return StopReason.CONVERGED;
        }
        return judged && best.isExhausted(iteration) ? StopReason.PATIENCE : StopReason.BUDGET;
    }

    private boolean hasStalled(int iteration) {
        if (iteration - restart <= STRETCH || kind == OptimizerKind.GD) {
            return false;
        }
        double before = history.get(iteration - 1 - STRETCH).error();
        return before - history.getLast().error() <= inUnits(gainThatCounts());
    }

    private double gainThatCounts() {
        return optimum.ofForm().isPresent() ? GAIN * (least - optimum.ofForm().getAsDouble()) : PLAIN_GAIN * least;
    }

    private StopReason diverged(int iteration, double first, double value) {
        message = value == Double.POSITIVE_INFINITY && !objective.obstacle().isEmpty()
                ? objective.obstacle()
                : "the error per sample grew from " + inUnits(first) + " to " + inUnits(value) + " in iteration "
                        + iteration + ": the learning rate " + rate + " is too large for gradient descent on these"
                        + " moments; take a learning rate of " + rate / 10;
        return StopReason.DIVERGED;
    }

    private void record(int iteration, int iterations, Minimizer minimizer, double heldOutError) {
        double used = kind == OptimizerKind.GD ? rate : Double.NaN;
        EpochRecord record = new EpochRecord(iteration, inUnits(minimizer.value()), inUnits(heldOutError), used);
        history.add(record);
        // It may converge in any iteration.
        double gap = optimum.gap(minimizer.value());
        options.listener().on(new TrainingEvent.EpochEnded(record, iteration, iterations, gap));
    }

    private double inUnits(double value) {
        return value * problem.scale() * problem.scale();
    }

    @Override
    public void close() {
        team.close();
    }
}
