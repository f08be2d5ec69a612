package io.eckart.training.batch;

import io.eckart.network.pass.Constraint;
import io.eckart.network.pass.Form;
import io.eckart.numerics.Lockstep;
import io.eckart.numerics.Workers;
import io.eckart.numerics.product.Reals;
import io.eckart.training.optimizer.Optimizer;
import java.util.List;

/**
 * One step on a batch: the loss of its shares, the sum of their gradients, the move of the parameters. The threads meet once when
 * the shares are done and once when the parameters have moved; once more in between where the whole gradient is needed (for its
 * norm, or because the weights are computed from the parameters).
 */
final class GradientStep {
    private static final int SLICE = 1 << 14;

    private final Lockstep team;
    private final BatchObjective objective;
    private final Form form;
    private final Reals parameters;
    private final Reals gradient;
    private final Optimizer optimizer;
    private final double clip;
    private final Constraint constraint;
    private final Workers.Task runs = this::run;
    private final Workers.Task slices = this::reduceSlice;
    private final Workers.Task sums = this::sumTiles;
    private final Workers.Task sumsAndMoves = this::moveTiles;
    private final Workers.Task moves = this::moveSlice;
    private BatchShards shards;
    private int[] rows = {};
    private int from;
    private int epoch;
    private int batch;

    GradientStep(
            Lockstep team,
            BatchObjective objective,
            Form form,
            Reals parameters,
            Reals gradient,
            Optimizer optimizer,
            double clip,
            BatchShards shards) {
        this.team = team;
        this.objective = objective;
        this.form = form;
        this.parameters = parameters;
        this.gradient = gradient;
        this.optimizer = optimizer;
        this.clip = clip;
        this.constraint = objective.constraint(parameters);
        this.shards = shards;
    }

    /** Runs a batch of rows forward and back; returns its loss, summed over its rows. */
    double loss(BatchShards newShards, int[] order, int first, int newEpoch, int newBatch) {
        shards = newShards;
        rows = order;
        from = first;
        epoch = newEpoch;
        batch = newBatch;
        team.round(shards.count(), runs);
        return shards.loss();
    }

    private void run(int share) {
        shards.shard(share).step(rows, from, shards.rows(), epoch, batch);
    }

    /** Moves the parameters along the gradient of the batch that was run last. */
    void move(long step, double rate) {
        optimizer.begin(step, rate);
        if (!shards.isTiled()) {
            team.round(Math.ceilDiv(form.weightGradient().length(), SLICE), slices);
            moveAlongWhole();
        } else if (clip < Double.POSITIVE_INFINITY || !form.weights().equals(parameters)) {
            team.round(shards.tiles().count(), sums);
            moveAlongWhole();
        } else {
            team.round(shards.tiles().count(), sumsAndMoves);
        }
        constraint.enforce();
    }

    private void moveAlongWhole() {
        form.pullBack();
        clip();
        team.round(Math.ceilDiv(parameters.length() - objective.firstMoved(), SLICE), moves);
    }

    private void reduceSlice(int slice) {
        int at = slice * SLICE;
        shards.reduce(
                form.weightGradient(), at, Math.min(SLICE, form.weightGradient().length() - at));
    }

    private void sumTiles(int group) {
        List<GradientTiles.Tile> tiles = shards.tiles().group(group);
        for (int i = 0; i < tiles.size(); i++) {
            tiles.get(i).sum();
        }
    }

    private void moveTiles(int group) {
        List<GradientTiles.Tile> tiles = shards.tiles().group(group);
        for (int i = 0; i < tiles.size(); i++) {
            GradientTiles.Tile tile = tiles.get(i);
            tile.sum();
            int begin = Math.max(objective.firstMoved(), tile.offset());
            int end = tile.offset() + tile.length();
            if (begin < end) {
                optimizer.move(parameters, gradient, begin, end - begin);
            }
        }
    }

    private void moveSlice(int slice) {
        int at = objective.firstMoved() + slice * SLICE;
        optimizer.move(parameters, gradient, at, Math.min(SLICE, parameters.length() - at));
    }

    private void clip() {
        if (clip < Double.POSITIVE_INFINITY) {
            double norm = Math.sqrt(gradient.sumOfSquares(0, gradient.length()));
            if (norm > clip) {
                gradient.scale(0, gradient.length(), clip / norm);
            }
        }
    }
}
