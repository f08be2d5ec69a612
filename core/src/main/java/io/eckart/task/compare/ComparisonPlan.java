package io.eckart.task.compare;

import io.eckart.training.JobStep;
import java.util.ArrayList;
import java.util.List;

/**
 * What is measured, in order.
 *
 * @param models the controls first, so that they are there if the rest is interrupted
 * @param sizes the number of code sizes
 */
record ComparisonPlan(List<Planned> models, int sizes) {

    /** A model with a code size; 0 for one without. */
    record Planned(ComparedModel model, int k) {}

    static ComparisonPlan of(List<ComparedModel> models, List<Integer> sizes) {
        List<Planned> plan = new ArrayList<>(List.of(new Planned(ComparedModel.MEAN, 0)));
        sizes.forEach(k -> plan.add(new Planned(ComparedModel.PCA, k)));
        for (ComparedModel model : models) {
            if (model != ComparedModel.MEAN && model != ComparedModel.PCA) {
                sizes.forEach(k -> plan.add(new Planned(model, k)));
            }
        }
        return new ComparisonPlan(plan, sizes.size());
    }

    /** Each fit, and what is measured of the rows alone. */
    List<JobStep> steps(int folds, CompareCost cost) {
        List<JobStep> steps = new ArrayList<>();
        for (Planned planned : models) {
            for (int fold = 1; fold <= folds; fold++) {
                steps.addAll(cost.steps(planned.model(), planned.k(), fold));
            }
        }
        steps.add(cost.bestLinearMaps(sizes));
        steps.add(cost.dimension());
        return steps;
    }
}
