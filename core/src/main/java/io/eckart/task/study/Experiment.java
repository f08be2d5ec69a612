package io.eckart.task.study;

import java.util.List;

/**
 * What the designed experiment has found, for claims that read it.
 *
 * @param runs its results
 * @param effects what its factors do
 * @param curves over budget and depth, seed by seed
 */
record Experiment(StudyDesign design, RunTable runs, Effects effects, List<SeedCurve> curves) {

    /** One number for each seed of a series; NaN alone if there is none. */
    MeasuredNumber curve(
            String name, CurveFigure figure, String series, java.util.function.ToDoubleFunction<SeedCurve> of) {
        double[] values = curves.stream()
                .filter(curve -> curve.figure() == figure && curve.series().equals(series))
                .mapToDouble(of)
                .toArray();
        double[] nan = {Double.NaN};
        return MeasuredNumber.of(name, values.length == 0 ? nan : values);
    }
}
