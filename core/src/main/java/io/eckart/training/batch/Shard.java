package io.eckart.training.batch;

import io.eckart.data.corruption.Corruption;
import io.eckart.network.pass.Form;
import io.eckart.network.pass.Pass;
import io.eckart.numerics.Draws;
import io.eckart.numerics.product.Reals;
import java.util.Optional;

/**
 * The share of a batch that one thread works on: takes its rows, corrupts a copy, runs them forward and back. Its random numbers
 * depend on epoch, batch and its number only.
 */
public final class Shard {

    private final BatchProblem problem;
    private final int number;
    private final int firstRow;
    private final Pass pass;
    private final BatchObjective.RowLoss rowLoss;
    private final Reals gradient;
    private final Draws draws;
    private final boolean clean;
    private final boolean estimated;
    private final Optional<ResidualLoad> residual;
    private final boolean summed;
    private double loss;

    /**
     * @param number of the shard within its batch
     * @param firstRow where its rows begin within the batch
     * @param gradient of the form's weights; the form's array if the pass leaves terms to be summed, otherwise overwritten by each
     *     step
     */
    public Shard(
            BatchProblem problem,
            BatchObjective objective,
            Form form,
            int number,
            int firstRow,
            int rows,
            Reals gradient,
            Draws draws) {
        this.problem = problem;
        this.number = number;
        this.firstRow = firstRow;
        this.gradient = gradient;
        this.pass = form.pass(rows, gradient);
        this.summed = !gradient.equals(form.weightGradient());
        this.rowLoss = objective.rowLoss(pass);
        this.draws = draws;
        this.estimated = problem.hasEstimates();
        this.clean = problem.tasks().isNone();
        this.residual = problem.prior()
                .map(prior -> new ResidualLoad(
                        problem, prior, pass.input().reals(), pass.hidden().reals(), draws));
    }

    /** What its rows run through. */
    public Pass pass() {
        return pass;
    }

    Reals gradient() {
        return gradient;
    }

    /** The sum of this share's errors and penalties as of the last step. */
    public double loss() {
        return loss;
    }

    /**
     * Computes loss and gradient of its rows; the terms of the pass are left to be summed if its gradient is the form's array.
     *
     * @param order row indices; the batch begins at {@code from}
     * @param batchRows rows of the whole batch
     */
    void step(int[] order, int from, int batchRows, long epoch, long batch) {
        forward(order, from, epoch, batch, true);
        double error = rowLoss.of(1.0 / batchRows);
        loss = error + pass.penalty();
        if (summed) {
            gradient.fill(0, gradient.length(), 0);
            pass.backward(1.0 / batchRows);
        } else {
            pass.backThroughRows(1.0 / batchRows);
        }
    }

    /** Computes the loss of its rows alone. */
    public void measure(int[] order, int from, long epoch, long batch) {
        forward(order, from, epoch, batch, false);
        loss = rowLoss.of(1) + pass.penalty();
    }

    private void forward(int[] order, int from, long epoch, long batch, boolean learns) {
        draws.setTo(epoch, batch, number);
        rowLoss.beginEpoch(epoch);
        if (learns && needsCleanOutput(order, from)) {
            for (int i = 0; i < pass.rows(); i++) {
                load(i, order[from + firstRow + i], Corruption.NONE);
            }
            pass.dropNone();
            run();
            rowLoss.cleanOutput();
        }
        for (int i = 0; i < pass.rows(); i++) {
            Corruption corruption = clean ? Corruption.NONE : problem.tasks().at(draws.nextDouble());
            load(i, order[from + firstRow + i], corruption);
        }
        if (learns) {
            pass.drop(draws);
        } else {
            pass.dropNone();
        }
        run();
    }

    private boolean needsCleanOutput(int[] order, int from) {
        for (int i = 0; i < pass.rows(); i++) {
            if (rowLoss.needsCleanOutput(order[from + firstRow + i])) {
                return true;
            }
        }
        return false;
    }

    private void run() {
        pass.encode();
        pass.decode();
    }

    private void load(int i, int row, Corruption corruption) {
        int d = problem.rows().columns();
        int at = i * d;
        if (residual.isPresent()) {
            residual.get().load(row, at);
            rowLoss.target(i, row);
            return;
        }
        Reals input = pass.input().reals();
        Reals hidden = pass.hidden().reals();
        input.standardize(at, d, problem.rows().values(), row * d, problem.origin(), problem.scale());
        rowLoss.target(i, row);
        if (corruption.noise() > 0 && !estimated) {
            input.addNoise(at, d, corruption.noise() / problem.scale(), draws);
        }
        if (problem.partial()) {
            input.hideMissing(at, d, hidden);
            if (estimated) {
                input.standardize(at, d, problem.inputs().values(), row * d, problem.origin(), problem.scale());
                if (corruption.noise() > 0) {
                    input.addNoise(at, d, corruption.noise() / problem.scale(), draws);
                }
            }
            if (corruption.hidden() > 0) {
                input.hide(at, d, corruption.hidden(), hidden, draws);
            }
        }
    }
}
