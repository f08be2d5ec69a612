package io.eckart.study.analysis;

import io.eckart.study.CurveFigure;
import io.eckart.study.Series;
import io.eckart.study.StudyDesign;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What the designed experiment has found, for claims that read it.
 *
 * @param runs its results
 * @param effects what its factors do
 * @param curves over outer time and depth, seed by seed
 */
public record Experiment(StudyDesign design, RunTable runs, Effects effects, List<SeedCurve> curves) {

    /** The curves of a series, one for each seed, in their order. */
    public List<SeedCurve> curves(CurveFigure figure, Series series) {
        return curves.stream()
                .filter(curve -> curve.figure() == figure && curve.series().equals(series))
                .sorted(Comparator.comparingInt(SeedCurve::seed))
                .toList();
    }

    /** One number for each seed of a series, in their order. */
    public double[] values(CurveFigure figure, Series series, ToDoubleFunction<SeedCurve> number) {
        return curves(figure, series).stream().mapToDouble(number).toArray();
    }
}
