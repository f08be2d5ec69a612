package io.eckart.study.analysis;

import io.eckart.study.Curve;
import io.eckart.study.CurveFigure;
import io.eckart.study.MeasuredNumber;
import io.eckart.study.Series;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A quantity over a range, of one seed.
 *
 * @param figure which curves belong into one picture
 * @param series which of them this is
 * @param seed counted from 0
 * @param x ascending
 * @param y as many
 */
public record SeedCurve(CurveFigure figure, Series series, int seed, List<Double> x, List<Double> y) {
    public SeedCurve {
        x = List.copyOf(x);
        y = List.copyOf(y);
    }

    /** The first place from which on the curve stays below a border, in a straight line between places of log x; NaN if nowhere. */
    public double staysBelow(double border) {
        int from = y.size();
        while (from > 0 && y.get(from - 1) < border) {
            from--;
        }
        if (from == y.size()) {
            return Double.NaN;
        }
        if (from == 0) {
            return x.getFirst();
        }
        double above = y.get(from - 1);
        double part = (above - border) / (above - y.get(from));
        double start = Math.log(x.get(from - 1));
        return Math.exp(start + part * (Math.log(x.get(from)) - start));
    }

    /** The value at the last place not beyond this one; the first value where there is none. */
    public double at(double place) {
        int i = 0;
        while (i + 1 < x.size() && x.get(i + 1) <= place) {
            i++;
        }
        return y.get(i);
    }

    /** The part of the curve before a place. */
    public SeedCurve before(double place) {
        int count = (int) x.stream().filter(value -> value < place).count();
        return new SeedCurve(figure, series, seed, x.subList(0, count), y.subList(0, count));
    }

    /** Where the curve is lowest. */
    public double lowestAt() {
        int lowest = 0;
        for (int i = 1; i < y.size(); i++) {
            lowest = y.get(i) < y.get(lowest) ? i : lowest;
        }
        return x.get(lowest);
    }

    /** The least value. */
    public double lowest() {
        return at(lowestAt());
    }

    /** The curves of all seeds together. */
    public static List<Curve> together(List<SeedCurve> curves) {
        Map<List<Object>, List<SeedCurve>> series = new LinkedHashMap<>();
        for (SeedCurve curve : curves) {
            series.computeIfAbsent(List.of(curve.figure, curve.series), key -> new ArrayList<>())
                    .add(curve);
        }
        return series.values().stream().map(SeedCurve::mean).toList();
    }

    private static Curve mean(List<SeedCurve> seeds) {
        SeedCurve first = seeds.getFirst();
        List<Curve.Point> points = new ArrayList<>();
        for (int i = 0; i < first.x.size(); i++) {
            int at = i;
            double[] values = seeds.stream()
                    .filter(curve -> at < curve.y.size())
                    .mapToDouble(curve -> curve.y.get(at))
                    .toArray();
            points.add(new Curve.Point(first.x.get(i), MeasuredNumber.of(first.figure.y(), values)));
        }
        Series series = first.series;
        return new Curve(
                first.figure.label(),
                series.label(),
                series.form().label(),
                series.size().label(),
                series.corruption().label(),
                series.start().label(),
                series.variant(),
                first.figure.x(),
                first.figure.y(),
                points);
    }
}
