package io.eckart.benchmarks.comparison;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How time and memory grow: the exponent a of {@code value^a}, by least squares in logarithms.
 *
 * @param expected that of the time, from counting operations
 * @param measured that of the time
 * @param ofMemory that of the peak memory, which holds the virtual machine too
 */
record GrowthCurve(String method, String over, double expected, double measured, double ofMemory) {

    /** @param points at least two sizes */
    static GrowthCurve of(double expected, List<GrowthPoint> points) {
        GrowthPoint any = points.getFirst();
        return new GrowthCurve(
                any.method(),
                any.over(),
                expected,
                slope(points, GrowthPoint::seconds),
                slope(points, GrowthPoint::megabytes));
    }

    static double slope(List<GrowthPoint> points, ToDoubleFunction<GrowthPoint> of) {
        double meanX =
                points.stream().mapToDouble(p -> Math.log(p.value())).average().orElseThrow();
        double meanY = points.stream()
                .mapToDouble(p -> Math.log(of.applyAsDouble(p)))
                .average()
                .orElseThrow();
        double products = 0;
        double squares = 0;
        for (GrowthPoint point : points) {
            double x = Math.log(point.value()) - meanX;
            products += x * (Math.log(of.applyAsDouble(point)) - meanY);
            squares += x * x;
        }
        return squares > 0 ? products / squares : Double.NaN;
    }
}
