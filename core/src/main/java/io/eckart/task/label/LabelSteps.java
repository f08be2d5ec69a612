package io.eckart.task.label;

import io.eckart.data.Targets;
import io.eckart.numerics.RandomStreams;
import io.eckart.training.JobStep;
import java.util.ArrayList;
import java.util.List;

/** The steps of labelling, and about how long they take. */
final class LabelSteps {
    private static final String LAST = "labels";

    private LabelSteps() {}

    /**
     * The methods one after the other, each in every fold, then the labels.
     *
     * @param compared the methods to compare; none where one is given
     * @param budget nominal seconds a method may take
     */
    static List<JobStep> of(List<LabelMethod> compared, RowViews views, Targets known, double budget) {
        int folds = LabelFolds.of(known, new RandomStreams(views.options().seed()))
                .hidden()
                .size();
        List<JobStep> steps = new ArrayList<>();
        double most = 0;
        for (LabelMethod method : compared) {
            if (folds > 0 && LabelCost.seconds(method, views, known, folds) <= budget) {
                for (int fold = 1; fold <= folds; fold++) {
                    String what = method.word() + ", fold " + fold + " of " + folds;
                    steps.add(new JobStep(what, method.word(), seconds(method, views, known, fold == 1)));
                }
                most = Math.max(most, seconds(method, views, known, false));
            }
        }
        steps.add(JobStep.of(LAST, most));
        return steps;
    }

    /** The labels by one method. */
    static List<JobStep> of(LabelMethod method, RowViews views, Targets known) {
        return List.of(JobStep.of(method.word(), seconds(method, views, known, true)));
    }

    /** Every method in every draw of every level. */
    static List<JobStep> ofCurve(
            List<Integer> levels, int draws, List<LabelMethod> methods, RowViews views, Targets known) {
        List<JobStep> steps = new ArrayList<>();
        for (int level : levels) {
            for (int draw = 1; draw <= draws; draw++) {
                for (LabelMethod method : methods) {
                    String what = level + (level == 1 ? " label" : " labels") + ", draw " + draw + ", " + method.word();
                    boolean first = steps.size() < methods.size();
                    steps.add(new JobStep(what, method.word(), seconds(method, views, known, first)));
                }
            }
        }
        return steps;
    }

    /** @param first whether what is learnt from all rows, once, is part of it */
    private static double seconds(LabelMethod method, RowViews views, Targets known, boolean first) {
        double one = LabelCost.seconds(method, views, known, 1);
        return first ? one : LabelCost.seconds(method, views, known, 2) - one;
    }
}
