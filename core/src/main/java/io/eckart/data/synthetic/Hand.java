package io.eckart.data.synthetic;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The random distortion of one handwritten glyph. A point p of the glyph is mapped to c + A (p + warp(p) + jitter - 1/2) in the
 * frame, where A = rotation x slant x scale, c is the centre of the frame plus a shift, and warp interpolates random
 * displacements on a 3 x 3 grid bilinearly, so that strokes that meet still meet.
 */
final class Hand {
    /** The fraction of the frame that an undistorted glyph fills, nearly the 20 of 28 pixels of MNIST. */
    private static final double FILL = 0.66;

    private static final double SCALE = 0.1;
    private static final double SLANT = 0.18;
    private static final double LEAN = 0.12;
    private static final double ROTATION = 0.1;
    private static final double SHIFT = 0.02;
    private static final double WARP = 0.045;
    private static final double JITTER = 0.012;
    private static final double THIN = 0.026;
    private static final double THICK = 0.056;
    private static final double PRESSURE = 0.12;
    private static final int GRID = 3;

    private final SplittableRandom random;
    private final double xx;
    private final double xy;
    private final double yx;
    private final double yy;
    private final double middleX;
    private final double middleY;
    private final double radius;
    private final double[] warpX = new double[GRID * GRID];
    private final double[] warpY = new double[GRID * GRID];

    Hand(SplittableRandom random) {
        this.random = random;
        double width = FILL * (1 + spread(SCALE));
        double height = FILL * (1 + spread(SCALE));
        double slant = LEAN + spread(SLANT);
        double angle = spread(ROTATION);
        double cos = StrictMath.cos(angle);
        double sin = StrictMath.sin(angle);
        xx = cos * width;
        xy = -(cos * slant + sin) * height;
        yx = sin * width;
        yy = (cos - sin * slant) * height;
        middleX = 0.5 + spread(SHIFT);
        middleY = 0.5 + spread(SHIFT);
        radius = random.nextDouble(THIN, THICK);
        for (int i = 0; i < GRID * GRID; i++) {
            warpX[i] = spread(WARP);
            warpY[i] = spread(WARP);
        }
    }

    /** Writes a glyph. */
    void write(Glyph glyph, Canvas canvas) {
        for (Glyph.Stroke stroke : glyph.strokes()) {
            List<PenPoint> smooth = new ArrayList<>();
            for (Glyph.Point point : stroke.points()) {
                PenPoint placed = place(point);
                smooth.add(placed);
                if (point.corner()) {
                    PenPath.through(smooth).drawOn(canvas);
                    smooth = new ArrayList<>(List.of(placed));
                }
            }
            PenPath.through(smooth).drawOn(canvas);
        }
    }

    private PenPoint place(Glyph.Point point) {
        double x = point.x() + warp(warpX, point) + spread(JITTER) - 0.5;
        double y = point.y() + warp(warpY, point) + spread(JITTER) - 0.5;
        return new PenPoint(middleX + xx * x + xy * y, middleY + yx * x + yy * y, radius * (1 + spread(PRESSURE)));
    }

    private static double warp(double[] grid, Glyph.Point point) {
        double x = point.x() * (GRID - 1);
        double y = point.y() * (GRID - 1);
        int left = Math.min((int) x, GRID - 2);
        int top = Math.min((int) y, GRID - 2);
        double upper = between(grid[top * GRID + left], grid[top * GRID + left + 1], x - left);
        double lower = between(grid[(top + 1) * GRID + left], grid[(top + 1) * GRID + left + 1], x - left);
        return between(upper, lower, y - top);
    }

    private static double between(double a, double b, double t) {
        return a + t * (b - a);
    }

    /** A normal number, limited to two standard deviations so that no drawing leaves its frame. */
    private double spread(double deviation) {
        return deviation * Math.clamp(random.nextGaussian(), -2, 2);
    }
}
