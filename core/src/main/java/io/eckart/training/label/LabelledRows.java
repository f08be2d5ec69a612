package io.eckart.training.label;

import io.eckart.numerics.Draws;
import io.eckart.numerics.RandomStreams;
import io.eckart.training.batch.RowOrder;

/**
 * Batches of labelled rows with unlabelled companions: an epoch takes every labelled row, shuffled, some twice so that the last
 * batch is full, and for each of them a number of unlabelled rows drawn at random. In a batch the labelled rows come first.
 */
final class LabelledRows implements RowOrder {
    private final int[] labelled;
    private final int[] shuffled;
    private final int[] others;
    private final int batch;
    private final int companions;
    private final int[] rows;
    private final Draws draws;

    /**
     * @param batch labelled rows of a batch, at most as many as there are
     * @param companions unlabelled rows for each of them
     */
    LabelledRows(int[] labelled, int[] others, int batch, int companions, RandomStreams random) {
        this.labelled = labelled;
        this.shuffled = labelled.clone();
        this.others = others;
        this.batch = batch;
        this.companions = companions;
        this.rows = new int[Math.ceilDiv(labelled.length, batch) * batch * (1 + companions)];
        this.draws = random.draws("order of rows");
    }

    @Override
    public int[] rows() {
        return rows;
    }

    @Override
    public void shuffle(int epoch) {
        System.arraycopy(labelled, 0, shuffled, 0, shuffled.length);
        draws.setTo(epoch, 0, 0);
        RandomStreams.shuffle(shuffled, draws);
        int taken = 0;
        for (int at = 0; at < rows.length; at += batch * (1 + companions)) {
            for (int i = 0; i < batch; i++) {
                rows[at + i] = shuffled[taken++ % shuffled.length];
            }
            for (int i = batch; i < batch * (1 + companions); i++) {
                rows[at + i] = others[draws.nextInt(others.length)];
            }
        }
    }
}
