package io.eckart.data.synthetic;

import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.RandomStreams;
import java.util.SplittableRandom;

/**
 * Generates rows near a curved surface of known dimension: {@code x = g(t) V + o + noise} with t uniform on
 * {@code [-1, 1]^m}. The function g maps each coordinate t of the surface to an arc of a helix,
 *
 * <pre>t -> (sqrt(3) t, sqrt(2) sin(w pi t), sqrt(2) (cos(w pi t) - sin(w pi) / (w pi)))</pre>
 *
 * and the rows of V are 3 m random orthonormal directions of the d-dimensional space. So the surface has dimension m and does
 * not intersect itself, but for w = 1 it spans 3 m linear directions, each with a variance near 1; for w = 0 it is flat and
 * spans m. Its mean is the offset o, which is orthogonal to all of these.
 *
 * @param rows number of samples n, at least 2
 * @param columns number of features d, above 3 m
 * @param dimension m, at least 1
 * @param turns w, the number of turns of each helix, at least 0
 * @param offset length of o, at least 0
 * @param noise standard deviation of independent Gaussian noise in every cell, at least 0
 * @param seed any value
 */
public record CurvedSurface(
        int rows, int columns, int dimension, double turns, double offset, double noise, long seed) {
    private static final int COORDINATES = 3;

    /** @throws IllegalArgumentException if a setting is out of its range */
    public CurvedSurface {
        Settings.checkShape(rows, columns, COORDINATES + 1);
        Settings.checkInteger("dimension", dimension, 1, (columns - 1) / COORDINATES);
        Settings.checkNotNegative("turns", turns);
        Settings.checkNotNegative("offset", offset);
        Settings.checkNotNegative("noise", noise);
    }

    /**
     * Data with known truth.
     *
     * @param values n x d, {@code clean} plus noise
     * @param clean n x d, on the surface
     */
    public record Sample(DoubleMatrix values, DoubleMatrix clean) {}

    /** The data for these settings, the same bits each time. The surface does not depend on the noise. */
    public Sample generate() {
        RandomStreams streams = new RandomStreams(seed);
        DoubleMatrix directions =
                OrthonormalRows.draw(COORDINATES * dimension + 1, columns, false, streams.stream("directions"));
        SplittableRandom places = streams.stream("places");
        DoubleMatrix clean = DoubleMatrix.zeros(rows, columns);
        for (int i = 0; i < rows; i++) {
            for (int m = 0; m < dimension; m++) {
                addHelix(clean, i, m, 2 * places.nextDouble() - 1, directions);
            }
            for (int j = 0; j < columns; j++) {
                clean.values()[i * columns + j] += offset * directions.get(COORDINATES * dimension, j);
            }
        }
        return new Sample(Noise.added(clean, noise, streams.stream("noise")), clean);
    }

    private void addHelix(DoubleMatrix to, int row, int helix, double t, DoubleMatrix directions) {
        double angle = turns * Math.PI;
        double meanOfCosine = angle == 0 ? 1 : StrictMath.sin(angle) / angle;
        double[] place = {
            Math.sqrt(3) * t,
            Math.sqrt(2) * StrictMath.sin(angle * t),
            Math.sqrt(2) * (StrictMath.cos(angle * t) - meanOfCosine)
        };
        for (int c = 0; c < COORDINATES; c++) {
            for (int j = 0; j < columns; j++) {
                to.values()[row * columns + j] += place[c] * directions.get(COORDINATES * helix + c, j);
            }
        }
    }
}
