package io.eckart.task.label;

import io.eckart.data.Targets;

/**
 * The nominal time of the methods on a machine with 3e10 multiplications a second. It depends on the shape of the data alone, so that a
 * choice within a budget is the same on every machine.
 */
final class LabelCost {
    private static final double SPEED = 3e10;
    /** Products with a sparse matrix are bound by memory. */
    private static final double SPARSE_SPEED = 5e8;

    private LabelCost() {}

    /**
     * Nominal seconds.
     *
     * @param runs the number of fits with different labels
     */
    static double seconds(LabelMethod method, RowViews views, Targets known, int runs) {
        LabelSettings settings = views.settings();
        double rows = views.rows().rows();
        double features = views.rows().columns();
        int outputs = LabelComparison.outputs(known);
        double k = Math.min(settings.graphCodeSize(), features);
        double entries = 1.5 * settings.graphNeighbours() * rows;
        return switch (method) {
            case CONSTANT -> 0;
            case SOFTMAX, NEAREST, PCA_SOFTMAX, PCA_NEAREST -> runs * rows * features * outputs / SPEED;
            case SPREAD, SPREAD_COSINE -> rows * rows * k / SPEED + runs * 200.0 * entries * outputs / SPARSE_SPEED;
            case CLUSTER -> 1e4 * rows * k / SPEED + runs * 400.0 * Math.min(rows, 2e4) * features * outputs / SPEED;
            case UNTRAINED_SOFTMAX, AUTOENCODER_SOFTMAX -> pretraining(rows, features * 256);
            case SCRATCH -> pretraining(rows, PretrainedNetwork.weights(features)) + runs * tuning(1, features);
            case FINETUNE -> {
                int perLabel = 1 + PretrainedNetwork.TUNING.companions().perRow();
                yield pretraining(rows, PretrainedNetwork.weights(features)) + runs * tuning(perLabel, features);
            }
        };
    }

    /** About 1800 steps of 100 labelled rows and their companions, three products for each layer. */
    private static double tuning(int rowsPerLabel, double features) {
        return 1800.0 * 100 * rowsPerLabel * 3 * PretrainedNetwork.weights(features) / SPEED;
    }

    /** Twenty epochs of a network with this many weights in its encoder and in its decoder, three products for each a step. */
    private static double pretraining(double rows, double weights) {
        return 20.0 * 6 * rows * weights / SPEED;
    }
}
