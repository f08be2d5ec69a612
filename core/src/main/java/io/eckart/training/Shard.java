package io.eckart.training;

import io.eckart.data.Corruption;
import io.eckart.network.Form;
import io.eckart.network.Pass;
import io.eckart.numerics.Draws;
import io.eckart.numerics.Reals;
import java.util.Optional;

/**
 * One thread's share of a batch: takes its rows, corrupts a copy, runs them forward and back. What it draws depends on epoch,
 * batch and its own number only.
 */
final class Shard {
    private final BatchProblem problem;
    private final int number;
    private final int firstRow;
    private final Pass pass;
    private final Reals target;
    private final Reals gradient;
    private final Draws draws;
    private final boolean clean;
    private final boolean estimated;
    private final Optional<ResidualLoad> residual;
    private double loss;

    /**
     * @param number of the shard within its batch
     * @param firstRow where its rows begin within the batch
     * @param gradient of the form's weights, overwritten by each step
     */
    Shard(BatchProblem problem, Form form, int number, int firstRow, int rows, Reals gradient, Draws draws) {
        this.problem = problem;
        this.number = number;
        this.firstRow = firstRow;
        this.gradient = gradient;
        this.pass = form.pass(rows, gradient);
        this.target = form.weights().precision().zeros(rows * problem.rows().columns());
        this.draws = draws;
        this.estimated = problem.hasEstimates();
        this.clean = problem.tasks().isNone();
        this.residual = problem.prior()
                .map(prior -> new ResidualLoad(
                        problem, prior, pass.input().reals(), pass.hidden().reals(), target, draws));
    }

    /** What its rows run through, for looking at. */
    Pass pass() {
        return pass;
    }

    Reals gradient() {
        return gradient;
    }

    /** The sum of this share's errors and penalties as of the last step. */
    double loss() {
        return loss;
    }

    /**
     * Computes loss and gradient of its rows.
     *
     * @param order row indices; the batch begins at {@code from}
     * @param batchRows rows of the whole batch
     */
    void step(int[] order, int from, int batchRows, long epoch, long batch) {
        forward(order, from, epoch, batch);
        Reals back = pass.outputGradient().reals();
        double error =
                back.errors(0, target.length(), 2.0 / batchRows, pass.output().reals(), target);
        loss = error + pass.penalty();
        gradient.fill(0, gradient.length(), 0);
        pass.backward(1.0 / batchRows);
    }

    /** Computes the loss of its rows alone. */
    void measure(int[] order, int from, long epoch, long batch) {
        forward(order, from, epoch, batch);
        Reals differences = pass.outputGradient().reals();
        loss = differences.errors(0, target.length(), 1, pass.output().reals(), target) + pass.penalty();
    }

    private void forward(int[] order, int from, long epoch, long batch) {
        draws.setTo(epoch, batch, number);
        int d = problem.rows().columns();
        for (int i = 0; i < pass.rows(); i++) {
            load(order[from + firstRow + i], i * d, d);
        }
        pass.encode();
        pass.decode();
    }

    private void load(int row, int at, int d) {
        if (residual.isPresent()) {
            residual.get().load(row, at);
            return;
        }
        Reals input = pass.input().reals();
        Reals hidden = pass.hidden().reals();
        target.standardize(at, d, problem.rows().values(), row * d, problem.origin(), problem.scale());
        input.copy(at, d, target, at);
        Corruption corruption = clean ? Corruption.NONE : problem.tasks().at(draws.nextDouble());
        if (corruption.noise() > 0) {
            input.addNoise(at, d, corruption.noise() / problem.scale(), draws);
        }
        if (problem.partial()) {
            input.hideMissing(at, d, hidden);
            if (estimated) {
                input.standardize(at, d, problem.inputs().values(), row * d, problem.origin(), problem.scale());
            }
            if (corruption.hidden() > 0) {
                input.hide(at, d, corruption.hidden(), hidden, draws);
            }
        }
    }
}
