package io.eckart.study.claim;

import io.eckart.data.synthetic.CurvedSurface;
import io.eckart.numerics.FloatMatrix;

/**
 * Rows near a surface of known dimension, to learn from and held out.
 *
 * @param train noisy, n x d
 * @param test noisy
 * @param clean the held-out rows without their noise
 */
record SurfaceRows(FloatMatrix train, FloatMatrix test, FloatMatrix clean) {

    /** The last rows of these settings held out. */
    static SurfaceRows of(CurvedSurface surface, int heldOut) {
        CurvedSurface.Sample sample = surface.generate();
        FloatMatrix values = sample.values().toFloat();
        int train = surface.rows() - heldOut;
        return new SurfaceRows(
                values.copyRows(0, train),
                values.copyRows(train, surface.rows()),
                sample.clean().toFloat().copyRows(train, surface.rows()));
    }
}
