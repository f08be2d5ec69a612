package io.eckart.study;

import java.util.List;

/**
 * A quantity over a range, with its interval over seeds.
 *
 * @param figure which curves belong into one picture
 * @param series which of them this is
 * @param x what the range is
 * @param y what is measured
 * @param points in ascending order
 */
public record Curve(String figure, String series, String x, String y, List<Point> points) {

    /** One place. */
    public record Point(double x, MeasuredNumber y) {}

    public Curve {
        points = List.copyOf(points);
    }
}
