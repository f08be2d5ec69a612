package io.eckart.numerics.product;

/**
 * The hyperbolic tangent in float32 as a rational function, which the JIT vectorises: {@code x p(x^2) / q(x^2)} with the
 * coefficients of Eigen's generic_fast_tanh; within 6 units in the last place of the true value.
 */
final class Tanh32 {
    /** Beyond this value the function is 1 in float32. */
    private static final float LARGEST = 7.905311f;

    private Tanh32() {}

    static float of(float z) {
        float x = Math.max(-LARGEST, Math.min(LARGEST, z));
        float s = x * x;
        float p = -2.7607684e-16f;
        p = p * s + 2.000188e-13f;
        p = p * s - 8.604672e-11f;
        p = p * s + 5.1222973e-8f;
        p = p * s + 1.48572235e-5f;
        p = p * s + 6.3726195e-4f;
        p = p * s + 4.8935246e-3f;
        float q = 1.1982584e-6f;
        q = q * s + 1.1853471e-4f;
        q = q * s + 2.2684347e-3f;
        q = q * s + 4.893525e-3f;
        return x * p / q;
    }
}
