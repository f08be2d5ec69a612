package io.eckart.training;

import io.eckart.network.Form;
import io.eckart.numerics.Draws;
import io.eckart.numerics.RandomStreams;
import io.eckart.numerics.Reals;
import java.util.ArrayList;
import java.util.List;

/**
 * The shares of a batch of a fixed number of rows. Their number depends on the rows alone, so that the same sums are made for
 * any number of threads.
 */
final class BatchShards {
    private static final int MOST = 4;
    private static final int LEAST_ROWS = 16;

    private final int rows;
    private final List<Shard> shards = new ArrayList<>();

    /** @param gradients one array for each of {@link #MOST} shares, of the form's weights */
    BatchShards(
            BatchProblem problem,
            BatchObjective objective,
            Form form,
            int rows,
            List<Reals> gradients,
            RandomStreams random,
            String purpose) {
        this.rows = rows;
        int count = Math.clamp(rows / LEAST_ROWS, 1, MOST);
        for (int i = 0; i < count; i++) {
            int from = (int) ((long) i * rows / count);
            int to = (int) ((long) (i + 1) * rows / count);
            Draws draws = random.draws(purpose);
            shards.add(new Shard(problem, objective, form, i, from, to - from, gradients.get(i), draws));
        }
    }

    /** Arrays for the gradients of the shares, which batches of different sizes may use in turn. */
    static List<Reals> gradients(Form form) {
        List<Reals> gradients = new ArrayList<>();
        for (int i = 0; i < MOST; i++) {
            gradients.add(form.weights().precision().zeros(form.weights().length()));
        }
        return gradients;
    }

    int rows() {
        return rows;
    }

    int count() {
        return shards.size();
    }

    Shard shard(int index) {
        return shards.get(index);
    }

    /** The loss of the whole batch, summed over its rows. */
    double loss() {
        double sum = 0;
        for (int i = 0; i < shards.size(); i++) {
            sum += shards.get(i).loss();
        }
        return sum;
    }

    /** Sums the gradients of the shares over a slice, in the order of the shares. */
    void reduce(Reals to, int offset, int count) {
        to.copy(offset, count, shards.getFirst().gradient(), offset);
        for (int i = 1; i < shards.size(); i++) {
            to.add(offset, count, 1, shards.get(i).gradient(), offset);
        }
    }
}
