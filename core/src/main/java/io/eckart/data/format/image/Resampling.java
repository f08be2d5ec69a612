package io.eckart.data.format.image;

import io.eckart.data.ImageShape;

/**
 * Bilinear resizing, first along rows, then along columns. The centre of pixel i of n is (i + 1/2) / n; the triangle of weights
 * is as wide as the larger of the old and the new pixels, so that no pixel is skipped when an image shrinks.
 */
final class Resampling {
    private Resampling() {}

    /** @param from the shape of the pixels; {@code to} has as many channels */
    static double[] resize(double[] pixels, ImageShape from, ImageShape to) {
        if (from.equals(to)) {
            return pixels;
        }
        int channels = from.channels();
        double[] wide = resize(pixels, from.height(), from.width(), to.width(), channels);
        // Columns: the image is one row of pixels with (width * channels) values each.
        return resize(wide, 1, from.height(), to.height(), to.width() * channels);
    }

    /** Resizes the middle index of an array of the shape (outer, size, inner). */
    private static double[] resize(double[] values, int outer, int size, int newSize, int inner) {
        double[] resized = new double[outer * newSize * inner];
        double step = (double) size / newSize;
        double reach = Math.max(1, step);
        for (int i = 0; i < newSize; i++) {
            double centre = (i + 0.5) * step - 0.5;
            int first = Math.max(0, (int) Math.ceil(centre - reach));
            int last = Math.min(size - 1, (int) Math.floor(centre + reach));
            double total = 0;
            for (int s = first; s <= last; s++) {
                total += 1 - Math.abs(s - centre) / reach;
            }
            for (int s = first; s <= last; s++) {
                double weight = (1 - Math.abs(s - centre) / reach) / total;
                add(values, resized, weight, outer, size, newSize, inner, s, i);
            }
        }
        return resized;
    }

    private static void add(
            double[] values,
            double[] resized,
            double weight,
            int outer,
            int size,
            int newSize,
            int inner,
            int from,
            int to) {
        for (int o = 0; o < outer; o++) {
            for (int k = 0; k < inner; k++) {
                resized[(o * newSize + to) * inner + k] += weight * values[(o * size + from) * inner + k];
            }
        }
    }
}
