package io.eckart.numerics.product;

import java.util.Arrays;

/**
 * A part of the sum of products of {@link io.eckart.numerics.statistics.MomentsAccumulator MomentsAccumulator}: columns
 * {@code p..p+height} times columns {@code q..q+width}.
 *
 * @param number its index among the tiles
 * @param products for each lane, height x width; the upper triangle where the tile is on the diagonal
 * @param sums for each lane, the sums of the columns if the tile is on the diagonal, else empty
 */
@SuppressWarnings("ArrayRecordComponent") // a workspace; never compared
public record Tile(int number, int p, int height, int q, int width, double[][] products, double[][] sums) {

    boolean diagonal() {
        return p == q;
    }

    /** Adds up the lanes in their order and writes the tile and its mirror image to the d x d products. */
    public void collect(int columns, double[] allSums, double[] allProducts) {
        double[] total = products[0];
        for (int lane = 1; lane < products.length; lane++) {
            addTo(total, products[lane]);
            addTo(sums[0], sums[lane]);
        }
        System.arraycopy(sums[0], 0, allSums, p, sums[0].length);
        for (int i = 0; i < height; i++) {
            for (int j = diagonal() ? i : 0; j < width; j++) {
                double value = total[i * width + j];
                allProducts[(p + i) * columns + q + j] = value;
                allProducts[(q + j) * columns + p + i] = value;
            }
        }
    }

    private static void addTo(double[] total, double[] part) {
        Arrays.setAll(total, i -> total[i] + part[i]);
    }
}
