package io.eckart.data.corruption;

import io.eckart.numerics.Draws;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.RandomStreams;

/**
 * Corrupts copies of feature rows for measurements: noise is added to observed cells, and hidden cells become NaN. The change
 * of a row depends only on its number and the seed, not on how the rows are divided into chunks. Not safe for use by several
 * threads.
 */
public final class Corruptor {
    private final Corruption corruption;
    private final Draws draws;
    private long nextRow;

    public Corruptor(Corruption corruption, RandomStreams random) {
        this.corruption = corruption;
        this.draws = random.draws("corruption of " + corruption);
    }

    /** A corrupted copy of the next rows. */
    public FloatMatrix next(FloatMatrix rows) {
        FloatMatrix copy = rows.copyRows(0, rows.rows());
        if (!corruption.isNone()) {
            for (int i = 0; i < rows.rows(); i++) {
                draws.setTo(0, nextRow + i, 0);
                corrupt(copy.values(), i * rows.columns(), rows.columns());
            }
        }
        nextRow += rows.rows();
        return copy;
    }

    private void corrupt(float[] values, int from, int count) {
        for (int j = from; j < from + count; j++) {
            if (corruption.noise() > 0) {
                values[j] += (float) (corruption.noise() * draws.nextGaussian());
            }
            if (corruption.hidden() > 0 && draws.nextDouble() < corruption.hidden()) {
                values[j] = Float.NaN;
            }
        }
    }
}
