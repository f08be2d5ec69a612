package io.eckart.task.explore;

import io.eckart.training.JobStep;
import java.util.List;

/** The steps of an exploration, and about how long they take on two processors. */
final class ExploreCost {
    /** Rows looked at, and cells that the network sees in all. */
    private static final double SAMPLE = 10_000;

    private static final double NETWORK_CELLS = 1.2e8;

    private ExploreCost() {}

    /**
     * The plan.
     *
     * @param rows n, or a guess
     * @param features d; levels of categories make it more, which only changes the estimate
     */
    static List<JobStep> steps(double rows, double features) {
        double sample = Math.min(rows, SAMPLE);
        double cells = sample * features;
        return List.of(
                JobStep.of("columns", 0.4 + rows * features / 5e6),
                JobStep.of("distributions", 0.4 + rows * features / 5e6),
                JobStep.of("spectrum", 0.4 + cells * Math.min(features, 1000) / 1e9),
                JobStep.of("dimension", sample * cells / 1e9),
                JobStep.of("clusters", 1 + 9 * cells * 30 * 3 * 6 / 3e8),
                JobStep.of("map", 1 + Math.min(NETWORK_CELLS, 100 * cells) / 5e6),
                JobStep.of("odd rows", 0.4 + rows * features / 5e6));
    }
}
