package io.eckart.data.synthetic;

/**
 * A square grey image for drawing lines. The ink of a pixel is the fraction of it that the line covers, computed from the
 * distance of its centre to the line; where lines cross, the darker one counts.
 */
final class Canvas {
    private static final int WHITE_LEVELS = 255;

    private final int size;
    private final double[] ink;

    Canvas(int size) {
        this.size = size;
        this.ink = new double[size * size];
    }

    /** A line with round ends whose width changes linearly between its end points. */
    void line(PenPoint from, PenPoint to) {
        double reach = Math.max(from.radius(), to.radius()) + 1.0 / size;
        int left = pixel(Math.min(from.x(), to.x()) - reach);
        int right = pixel(Math.max(from.x(), to.x()) + reach);
        int top = pixel(Math.min(from.y(), to.y()) - reach);
        int bottom = pixel(Math.max(from.y(), to.y()) + reach);
        for (int row = top; row <= bottom; row++) {
            for (int column = left; column <= right; column++) {
                double coverage = coverage(from, to, (column + 0.5) / size, (row + 0.5) / size);
                int i = row * size + column;
                ink[i] = Math.max(ink[i], coverage);
            }
        }
    }

    /** Copies the image, rounded to multiples of 1/255. */
    void copyTo(double[] cells, int from) {
        for (int i = 0; i < ink.length; i++) {
            cells[from + i] = Math.floor(ink[i] * WHITE_LEVELS + 0.5) / WHITE_LEVELS;
        }
    }

    private int pixel(double position) {
        return (int) Math.clamp(position * size, 0, size - 1);
    }

    private double coverage(PenPoint from, PenPoint to, double x, double y) {
        double alongX = to.x() - from.x();
        double alongY = to.y() - from.y();
        double squares = alongX * alongX + alongY * alongY;
        double dot = (x - from.x()) * alongX + (y - from.y()) * alongY;
        double t = squares > 0 ? Math.clamp(dot / squares, 0, 1) : 0;
        double awayX = x - from.x() - t * alongX;
        double awayY = y - from.y() - t * alongY;
        double radius = from.radius() + t * (to.radius() - from.radius());
        double distance = Math.sqrt(awayX * awayX + awayY * awayY);
        return Math.clamp((radius - distance) * size + 0.5, 0, 1);
    }
}
