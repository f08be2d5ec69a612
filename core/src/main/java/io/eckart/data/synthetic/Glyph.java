package io.eckart.data.synthetic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One way to write a digit: strokes through control points in the unit square, x to the right and y down.
 *
 * @param strokes the strokes in writing order
 */
record Glyph(List<Stroke> strokes) {

    /**
     * One movement of the pen: smooth through all points that are not corners.
     *
     * @param points at least two
     */
    record Stroke(List<Point> points) {}

    /**
     * A control point.
     *
     * @param x from 0 (left) to 1
     * @param y from 0 (top) to 1
     * @param corner whether the direction may change abruptly here
     */
    record Point(double x, double y, boolean corner) {}

    Glyph {
        strokes = List.copyOf(strokes);
    }

    /** Parses strokes separated by ';' of points separated by spaces, each "x,y" in percent, followed by '|' if it is a corner. */
    static Glyph of(String path) {
        return new Glyph(Arrays.stream(path.split(";", -1)).map(Glyph::stroke).toList());
    }

    private static Stroke stroke(String path) {
        List<Point> points = new ArrayList<>();
        for (String text : path.strip().split(" ", -1)) {
            boolean corner = text.endsWith("|");
            String[] xy = (corner ? text.substring(0, text.length() - 1) : text).split(",", -1);
            points.add(new Point(Integer.parseInt(xy[0]) / 100.0, Integer.parseInt(xy[1]) / 100.0, corner));
        }
        return new Stroke(List.copyOf(points));
    }
}
