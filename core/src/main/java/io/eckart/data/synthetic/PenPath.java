package io.eckart.data.synthetic;

import java.util.ArrayList;
import java.util.List;

/**
 * A smooth line through points: a uniform Catmull-Rom spline (Catmull and Rom 1974), continued at its ends by reflection and
 * divided into straight pieces.
 */
record PenPath(List<PenPoint> points) {
    private static final int PIECES = 6;

    static PenPath through(List<PenPoint> knots) {
        if (knots.size() <= 2) {
            return new PenPath(List.copyOf(knots));
        }
        List<PenPoint> points = new ArrayList<>();
        points.add(knots.getFirst());
        for (int i = 0; i + 1 < knots.size(); i++) {
            PenPoint from = knots.get(i);
            PenPoint to = knots.get(i + 1);
            PenPoint before = i > 0 ? knots.get(i - 1) : reflect(to, from);
            PenPoint after = i + 2 < knots.size() ? knots.get(i + 2) : reflect(from, to);
            for (int piece = 1; piece <= PIECES; piece++) {
                points.add(spline(before, from, to, after, (double) piece / PIECES));
            }
        }
        return new PenPath(List.copyOf(points));
    }

    void drawOn(Canvas canvas) {
        for (int i = 0; i + 1 < points.size(); i++) {
            canvas.line(points.get(i), points.get(i + 1));
        }
    }

    private static PenPoint reflect(PenPoint point, PenPoint centre) {
        return new PenPoint(2 * centre.x() - point.x(), 2 * centre.y() - point.y(), centre.radius());
    }

    private static PenPoint spline(PenPoint before, PenPoint from, PenPoint to, PenPoint after, double t) {
        return new PenPoint(
                spline(before.x(), from.x(), to.x(), after.x(), t),
                spline(before.y(), from.y(), to.y(), after.y(), t),
                from.radius() + t * (to.radius() - from.radius()));
    }

    private static double spline(double a, double b, double c, double d, double t) {
        return b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
    }
}
