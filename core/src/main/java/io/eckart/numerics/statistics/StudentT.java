package io.eckart.numerics.statistics;

/** Student's t distribution: what a mean over few values is off by, in units of its standard error. */
public final class StudentT {
    private static final int MOST_TERMS = 500;
    private static final double TINY = 1e-300;

    private StudentT() {}

    /**
     * The number t with P(T at most t) = p, by bisection.
     *
     * @param p in (0.5, 1)
     * @param freedom degrees of freedom, at least 1
     * @throws IllegalArgumentException if an argument is out of its range
     */
    public static double quantile(double p, int freedom) {
        if (!(p > 0.5 && p < 1) || freedom < 1) {
            throw new IllegalArgumentException(
                    "p must be above 0.5 and below 1 with at least 1 degree of freedom, got " + p + " and " + freedom);
        }
        double low = 0;
        double high = 1;
        while (cumulative(high, freedom) < p && high < 1e12) {
            high *= 2;
        }
        for (int i = 0; i < 200 && low < high; i++) {
            double middle = (low + high) / 2;
            if (middle == low || middle == high) {
                break;
            }
            if (cumulative(middle, freedom) < p) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /** {@code P(T <= t) = 1 - I_x(v/2, 1/2) / 2} with x = v / (v + t^2), for t at least 0 (Abramowitz and Stegun 26.7.1). */
    static double cumulative(double t, int freedom) {
        return 1 - incompleteBeta(freedom / (freedom + t * t), freedom / 2.0, 0.5) / 2;
    }

    /** The regularised incomplete beta function by its continued fraction (Lentz's method; Press et al., 6.4). */
    private static double incompleteBeta(double x, double a, double b) {
        if (x <= 0 || x >= 1) {
            return x <= 0 ? 0 : 1;
        }
        if (x > (a + 1) / (a + b + 2)) {
            return 1 - incompleteBeta(1 - x, b, a);
        }
        double front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x)) / a;
        double c = 1;
        double d = 1 / keepAway(1 - (a + b) * x / (a + 1));
        double fraction = d;
        for (int m = 1; m < MOST_TERMS; m++) {
            double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 / keepAway(1 + even * d);
            c = keepAway(1 + even / c);
            fraction *= d * c;
            double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / keepAway(1 + odd * d);
            c = keepAway(1 + odd / c);
            fraction *= d * c;
            if (Math.abs(d * c - 1) < 1e-15) {
                break;
            }
        }
        return front * fraction;
    }

    private static double keepAway(double value) {
        return Math.abs(value) < TINY ? TINY : value;
    }

    /** By recursion up to where Stirling's series is exact to rounding (Abramowitz and Stegun 6.1.41). */
    private static double logGamma(double z) {
        double shift = 0;
        double at = z;
        while (at < 15) {
            shift += Math.log(at);
            at++;
        }
        double inverse = 1 / (at * at);
        double series = (1 / 12.0 - inverse * (1 / 360.0 - inverse * (1 / 1260.0 - inverse / 1680))) / at;
        return (at - 0.5) * Math.log(at) - at + 0.5 * Math.log(2 * Math.PI) + series - shift;
    }
}
