package io.eckart.training.batch;

import io.eckart.numerics.Draws;
import io.eckart.numerics.RandomStreams;
import java.util.Optional;

/**
 * The order in which an epoch takes the rows: shuffled (Fisher and Yates), then within each batch by their pattern of missing
 * cells, where there are patterns, so that rows with equal masks are adjacent and share work.
 */
public final class ShuffledRows implements RowOrder {
    private final int[] train;
    private final int[] rows;
    private final int batch;
    private final Draws draws;
    private final Optional<MaskClasses> patterns;

    public ShuffledRows(BatchProblem problem, int batch, RandomStreams random) {
        this.train = problem.train();
        this.rows = problem.train().clone();
        this.batch = batch;
        this.draws = random.draws("order of rows");
        this.patterns = problem.partial() && !problem.tasks().hides()
                ? Optional.of(MaskClasses.of(problem.rows(), batch))
                : Optional.empty();
    }

    @Override
    public int[] rows() {
        return rows;
    }

    /** Starts from the order of the rows, so that the order of an epoch does not depend on the one before. */
    @Override
    public void shuffle(int epoch) {
        System.arraycopy(train, 0, rows, 0, rows.length);
        draws.setTo(epoch, 0, 0);
        RandomStreams.shuffle(rows, draws);
        patterns.ifPresent(this::sortBatches);
    }

    private void sortBatches(MaskClasses classes) {
        for (int first = 0; first < rows.length; first += batch) {
            classes.sort(rows, first, Math.min(rows.length, first + batch));
        }
    }
}
