package io.eckart.training.batch;

import io.eckart.network.pass.Form;
import io.eckart.numerics.Draws;
import io.eckart.numerics.RandomStreams;
import io.eckart.numerics.product.Reals;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The shares of a batch of a fixed number of rows. Their number depends on the sizes alone, so that the sums are the same for
 * any number of threads.
 */
final class BatchShards {
    private static final int MOST = 8;

    /** The least rows of a share of a large batch: the products of each share pack the weights again. */
    private static final int ROWS = 128;

    private static final int LEAST_ROWS = 16;

    /** Rows times weights from which a smaller batch is shared by two threads. */
    private static final long WORTH_SHARING = 1 << 21;

    private final int rows;
    private final List<Shard> shards = new ArrayList<>();
    private final Optional<GradientTiles> tiles;

    /** @param gradients as {@link #gradients} makes them */
    BatchShards(
            BatchProblem problem,
            BatchObjective objective,
            Form form,
            int rows,
            List<Reals> gradients,
            RandomStreams random,
            String purpose) {
        this.rows = rows;
        int count = count(rows, form.weights().length());
        for (int i = 0; i < count; i++) {
            int from = (int) ((long) i * rows / count);
            int to = (int) ((long) (i + 1) * rows / count);
            Draws draws = random.draws(purpose);
            shards.add(new Shard(problem, objective, form, i, from, to - from, gradients.get(i), draws));
        }
        boolean tiled = gradients.getFirst().equals(form.weightGradient());
        this.tiles = tiled
                ? Optional.of(new GradientTiles(shards.stream().map(Shard::pass).toList()))
                : Optional.empty();
    }

    private static int count(int rows, int weights) {
        if (rows >= 2 * ROWS) {
            return Math.min(MOST, rows / ROWS);
        }
        return rows >= 2 * LEAST_ROWS && (long) rows * weights >= WORTH_SHARING ? 2 : 1;
    }

    /**
     * Arrays for the gradients of the shares, which batches of different sizes use in turn: the form's array for all shares where
     * passes leave terms to be summed, otherwise one array for each share.
     */
    static List<Reals> gradients(Form form) {
        boolean tiled = !form.pass(1, form.weightGradient()).terms().isEmpty();
        List<Reals> gradients = new ArrayList<>();
        for (int i = 0; i < MOST; i++) {
            gradients.add(
                    tiled
                            ? form.weightGradient()
                            : form.weights().precision().zeros(form.weights().length()));
        }
        return gradients;
    }

    /** Whether gradients are summed by tiles; otherwise each share has its own sum. */
    boolean isTiled() {
        return tiles.isPresent();
    }

    GradientTiles tiles() {
        return tiles.orElseThrow();
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
