package io.eckart.study.trial;

import io.eckart.data.corruption.Corruption;
import io.eckart.data.corruption.CorruptionTasks;
import io.eckart.numerics.statistics.Moments;
import io.eckart.study.LeastErrors;
import io.eckart.study.StudyDesign;
import io.eckart.training.moments.ExactOptimum;
import io.eckart.training.moments.LinearProblem;
import java.util.List;

/** The least errors of linear maps, exactly. */
public final class Floors {
    private Floors() {}

    /** On rows with these moments, for one code size. */
    static LeastErrors of(Moments moments, StudyDesign design, int k) {
        List<Double> noisy = StudyDesign.TEST_NOISE.stream()
                .map(level -> perCell(moments, Corruption.gaussian(design.noise(level)), k))
                .toList();
        double energy = moments.secondMoment().trace() / moments.columns();
        double masked = perCell(moments, Corruption.mask(StudyDesign.HIDDEN), k);
        return new LeastErrors(perCell(moments, Corruption.NONE, k), noisy, masked, energy);
    }

    /** The least expected error per cell of any map of rank k on rows with these moments, no mean removed. */
    public static double perCell(Moments moments, Corruption corruption, int k) {
        double[] origin = new double[moments.columns()];
        double scale = LinearProblem.scale(moments, origin, false);
        LinearProblem problem = LinearProblem.of(moments, CorruptionTasks.of(corruption), origin, false, scale);
        return ExactOptimum.of(problem, k) * scale * scale / origin.length;
    }
}
