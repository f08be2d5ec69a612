package io.eckart.data;

/** Recovers decimal numbers from their float32 features. */
final class ShortestDecimal {
    private static final double[] POWERS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };
    private static final double LARGEST = 1L << 53;

    private ShortestDecimal() {}

    /**
     * A number with few decimal places that has the same feature: the first of those with p - 1, p and p + 1 places
     * for which {@code (float) ((number - shift) / scale) == feature}, where 10^-p is the resolution of the feature; the
     * number {@code feature * scale + shift} itself if none does.
     */
    static double of(float feature, double shift, double scale) {
        double value = feature * scale + shift;
        double resolution = Math.ulp(feature) * scale;
        int places = (int) Math.ceil(-Math.log10(resolution)) - 2;
        for (int p = Math.max(0, places); p <= places + 2 && p < POWERS.length; p++) {
            double digits = Math.rint(value * POWERS[p]);
            double shortened = digits / POWERS[p];
            if (Math.abs(digits) <= LARGEST && (float) ((shortened - shift) / scale) == feature) {
                return shortened;
            }
        }
        return value;
    }
}
