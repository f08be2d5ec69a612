package io.eckart.task.compare;

import io.eckart.training.JobStep;
import java.util.ArrayList;
import java.util.List;

/** About how long the fits of a comparison take on two processors, by the shape of the rows. */
record CompareCost(double rows, double features) {
    private static final List<String> TASKS = List.of("", ", with noise", ", with gaps");

    /** The fits of a model in one fold, one for each task that it learns. */
    List<JobStep> steps(ComparedModel model, int k, int fold) {
        String name = model.label() + (k == 0 ? "" : " k=" + k);
        int tasks = model.blueprint().isPresent() ? TASKS.size() : 1;
        List<JobStep> steps = new ArrayList<>();
        for (int task = 0; task < tasks; task++) {
            String what = name + ", fold " + fold + TASKS.get(task);
            // Networks take as long for each task; other models have an exact solution for some.
            String kind = model.label() + (model == ComparedModel.NETWORK ? "" : TASKS.get(task));
            steps.add(new JobStep(what, kind, seconds(model, k, task == TASKS.size() - 1)));
        }
        return steps;
    }

    JobStep bestLinearMaps(int sizes) {
        return JobStep.of("best linear maps", sizes * features * features * (rows + features) / 1e9);
    }

    JobStep dimension() {
        return JobStep.of("dimension", Math.min(rows, 2000) * rows * features / 1e9);
    }

    private double seconds(ComparedModel model, int k, boolean masked) {
        double cells = rows * features;
        double moments = cells * features / 1e9;
        double linear = 100 * features * features * k / 1e9;
        return switch (model) {
            case MEAN, PCA -> moments;
            case KMEANS -> 100 * cells * k / 1e9;
            case FREE, PINV, SHARED -> moments + linear;
            case UNROLLED, UNTIED -> masked ? 1e-6 * cells * k * 10 : moments + 10 * linear;
            case NETWORK -> Math.min(1.2e8, 100 * cells) / 1e7;
        };
    }
}
