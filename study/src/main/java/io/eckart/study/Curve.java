package io.eckart.study;

import java.util.List;

/**
 * A quantity over a range, with its interval over seeds.
 *
 * @param figure which curves belong into one picture
 * @param series which of them this is, in words
 * @param parameterization as in the cells, likewise the next three
 * @param variant what else tells it apart from others of its figure; may be empty
 * @param x what the range is
 * @param y what is measured
 * @param points in ascending order
 */
public record Curve(
        String figure,
        String series,
        String parameterization,
        String codeSize,
        String corruption,
        String start,
        String variant,
        String x,
        String y,
        List<Point> points) {

    /** One place. */
    public record Point(double x, MeasuredNumber y) {}

    public Curve {
        points = List.copyOf(points);
    }
}
