package io.eckart.study.trial;

import io.eckart.study.CurveFigure;
import io.eckart.study.Series;
import io.eckart.study.analysis.SeedCurve;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects the curves of one descent point by point. */
final class Recorder {
    private record Key(CurveFigure figure, String variant) {}

    private record Points(List<Double> x, List<Double> y) {}

    private final Series series;
    private final int seed;
    private final Map<Key, Points> curves = new LinkedHashMap<>();

    Recorder(Series series, int seed) {
        this.series = series;
        this.seed = seed;
    }

    void add(CurveFigure figure, String variant, double x, double y) {
        Points points = curves.computeIfAbsent(
                new Key(figure, variant), key -> new Points(new ArrayList<>(), new ArrayList<>()));
        points.x().add(x);
        points.y().add(y);
    }

    List<SeedCurve> curves() {
        List<SeedCurve> all = new ArrayList<>();
        curves.forEach((key, points) ->
                all.add(new SeedCurve(key.figure(), series.with(key.variant()), seed, points.x(), points.y())));
        return all;
    }
}
