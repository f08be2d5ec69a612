package io.eckart.training.batch;

import io.eckart.network.pass.Form;
import io.eckart.numerics.Lockstep;
import io.eckart.numerics.RandomStreams;
import io.eckart.numerics.product.Reals;
import java.util.ArrayList;
import java.util.List;

/** The objective over the rows held out, with the same noise and masks each time. */
final class HeldOutError {
    private static final int ROWS = 512;

    private final List<BatchShards> blocks = new ArrayList<>();
    private final int[] rows;
    private final Lockstep team;

    HeldOutError(
            BatchProblem problem,
            BatchObjective objective,
            Form form,
            List<Reals> gradients,
            RandomStreams random,
            Lockstep team) {
        this.rows = problem.heldOut();
        this.team = team;
        for (int size : new int[] {rows.length < ROWS ? 0 : ROWS, rows.length % ROWS}) {
            if (size > 0) {
                blocks.add(new BatchShards(problem, objective, form, size, gradients, random, "held-out corruption"));
            }
        }
    }

    int rows() {
        return rows.length;
    }

    /** The mean loss of a row. */
    double measure() {
        double sum = 0;
        for (int from = 0; from < rows.length; from += ROWS) {
            int at = from;
            BatchShards block = rows.length - from >= ROWS ? blocks.getFirst() : blocks.getLast();
            team.round(block.count(), i -> block.shard(i).measure(rows, at, 0, at));
            sum += block.loss();
        }
        return sum / rows.length;
    }
}
