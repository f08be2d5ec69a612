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

/**
 * The training loop of linear autoencoders on moments: the iterations of a minimizer, the held-out error after each, and the gap
 * to the exact optimum. The cost of an iteration does not depend on the number of rows.
 */
final class MomentsTraining implements AutoCloseable {
    private static final int MOST_ITERATIONS = 500;
    /** A run has converged when this many iterations together gain less than {@link #NO_GAIN} of the energy or the error. */
    private static final int STRETCH = 10;

    private static final double NO_GAIN = 1e-6;
    private static final double NOTHING = 1e-9;
    private static final double DIVERGED = 1e6;
    private static final double DESCENT_RATE = 0.05;
    private static final double CLOSED = 1e-7;

    private final LinearProblem problem;
    private final StoppingConfig stopping;
    private final OptimizerKind kind;
    private final double rate;
    private final RunOptions options;
    private final MomentsObjective objective;
    private final Optional<MomentsObjective> heldOut;
    private final double optimum;
    private final Lockstep team;
    private final List<EpochRecord> history = new ArrayList<>();
    private String message = "";

    /** @param heldOut the same problem for the rows held out; empty where there are none */
    MomentsTraining(
            LinearProblem problem,
            Optional<LinearProblem> heldOut,
            LinearArchitecture architecture,
            Dimensions dimensions,
            double optimum,
            TrainingConfig config,
            RunOptions options) {
        this.problem = problem;
        this.stopping = config.stopping();
        this.options = options;
        this.optimum = optimum;
        this.team = Lockstep.of(options.threads());
        this.kind = config.optimizer().kind().orElse(OptimizerKind.LBFGS);
        this.rate = config.optimizer().learningRate().orElse(DESCENT_RATE);
        boolean scaled = kind == OptimizerKind.LBFGS;
        this.objective = new MomentsObjective(problem, architecture, dimensions, team, scaled);
        this.heldOut = heldOut.map(rows -> new MomentsObjective(rows, architecture, dimensions, team));
    }

    TrainedParameters run(double[] start) {
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
                stop = stop(i, progress, best);
            }
        }
        double held = heldOut.isPresent() ? inUnits(best.error()) : Double.NaN;
        TrainingRun run = new TrainingRun(inUnits(atBest[0]), held, best.epoch(), stop, message, history);
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

    private double offer(BestSoFar best, int iteration, Minimizer minimizer, double[] atBest) {
        double error = heldOut.isPresent() ? heldOut.get().value(minimizer.point()) : minimizer.value();
        best.offer(iteration, error, minimizer.point());
        if (best.epoch() == iteration) {
            atBest[0] = minimizer.value();
        }
        return error;
    }

    private StopReason stop(int iteration, boolean progress, BestSoFar best) {
        if (options.stop().getAsBoolean()) {
            return StopReason.INTERRUPTED;
        }
        if (!progress || hasConverged(iteration)) {
            return StopReason.CONVERGED;
        }
        return heldOut.isPresent() && best.isExhausted(iteration) ? StopReason.PATIENCE : StopReason.BUDGET;
    }

    private boolean hasConverged(int iteration) {
        double now = history.getLast().error();
        double least = inUnits(optimum);
        double energy = inUnits(problem.energy());
        if (now - least <= CLOSED * least || now <= NOTHING * energy) {
            return true;
        }
        if (iteration <= STRETCH || kind == OptimizerKind.GD) {
            return false;
        }
        double before = history.get(iteration - 1 - STRETCH).error();
        return before - now <= NO_GAIN * now;
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
        double held = heldOut.isPresent() ? inUnits(heldOutError) : Double.NaN;
        double used = kind == OptimizerKind.GD ? rate : Double.NaN;
        EpochRecord record = new EpochRecord(iteration, inUnits(minimizer.value()), held, used);
        history.add(record);
        options.listener().on(new TrainingEvent.EpochEnded(record, iterations, gap(minimizer.value())));
    }

    private double gap(double value) {
        return optimum > NOTHING * problem.energy() ? (value - optimum) / optimum : value / problem.energy();
    }

    private double inUnits(double value) {
        return value * problem.scale() * problem.scale();
    }

    @Override
    public void close() {
        team.close();
    }
}
