package io.eckart.study;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What the designed experiment has found, for claims that read it.
 *
 * @param runs its results
 * @param effects what its factors do
 * @param curves over budget and depth, seed by seed
 */
public record Experiment(StudyDesign design, RunTable runs, Effects effects, List<SeedCurve> curves) {

    /** One number for each seed of a series; NaN alone if there is none. */
    public MeasuredNumber curve(String name, CurveFigure figure, String series, ToDoubleFunction<SeedCurve> of) {
        double[] values = values(figure, series, of);
        double[] nan = {Double.NaN};
        return MeasuredNumber.of(name, values.length == 0 ? nan : values);
    }

    /** One number for each seed of a series, in their order. */
    public double[] values(CurveFigure figure, String series, ToDoubleFunction<SeedCurve> of) {
        return curves.stream()
                .filter(curve -> curve.figure() == figure && curve.series().equals(series))
                .sorted(Comparator.comparingInt(SeedCurve::seed))
                .mapToDouble(of)
                .toArray();
    }
}
