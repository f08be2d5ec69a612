package io.eckart.numerics.neighbour;

import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.blas.LinearAlgebra;
import java.util.Arrays;

/**
 * Finds the fitted rows nearest to rows with unobserved cells. Squared distances over common cells come from one float32
 * product of stacked rows, {@code [q^2, -2q, o] [o, x, x^2]'} with o the indicator of observed cells and zeros elsewhere;
 * what this product's rounding could have put in the wrong place is compared again by the formula in float64.
 */
public final class NeighbourSearch {
    /** Rows looked up at once. */
    public static final int QUERIES = 64;
    /** Fitted rows in one product: scores and stacked rows stay in cache. */
    private static final int TILE = 512;

    private static final double FLOAT_ROUNDING = 0x1p-24;
    private static final int MOST_CANDIDATES = 512;

    private final FloatMatrix rows;
    private final int n;
    private final int d;
    private final float[] origin;
    private final float[] stacked;
    private final int capacity;
    private double largestNorm;

    public NeighbourSearch(FloatMatrix rows, double[] means, int neighbours) {
        this.rows = rows;
        this.n = rows.rows();
        this.d = rows.columns();
        this.origin = new float[d];
        Arrays.setAll(means.clone(), j -> origin[j] = (float) means[j]);
        this.stacked = new float[Math.multiplyExact(n, 3 * d)];
        for (int i = 0; i < n; i++) {
            stack(i);
        }
        this.capacity = capacity(neighbours);
    }

    /** So many that, as a rule, each feature is observed in k of them. */
    private int capacity(int neighbours) {
        long least = n;
        for (int j = 0; j < d; j++) {
            long count = 0;
            for (int i = 0; i < n; i++) {
                count += Float.isNaN(rows.values()[i * d + j]) ? 0 : 1;
            }
            least = count == 0 ? least : Math.min(least, count);
        }
        double wanted = (neighbours + 3 * Math.sqrt(neighbours)) * n / least + 4;
        return (int) Math.min(n, Math.max(neighbours, Math.min(wanted, MOST_CANDIDATES)));
    }

    private void stack(int row) {
        int at = row * 3 * d;
        double norm = 0;
        for (int j = 0; j < d; j++) {
            float cell = rows.values()[row * d + j] - origin[j];
            boolean seen = !Float.isNaN(cell);
            stacked[at + j] = seen ? 1 : 0;
            stacked[at + d + j] = seen ? cell : 0;
            stacked[at + 2 * d + j] = seen ? cell * cell : 0;
            norm += seen ? (double) cell * cell : 0;
        }
        largestNorm = Math.max(largestNorm, Math.sqrt(norm));
    }

    /** @param of the numbers of at most {@link #QUERIES} rows */
    public NeighbourLists nearest(FloatMatrix queries, int[] of) {
        Lookup lookup = new Lookup(queries.values(), of);
        for (int from = 0; from < n; from += TILE) {
            lookup.add(from, Math.min(TILE, n - from));
        }
        NeighbourLists nearest = new NeighbourLists(of.length);
        for (int i = 0; i < of.length; i++) {
            lookup.finish(i, nearest);
        }
        return nearest;
    }

    /**
     * The nearest rows in which a feature is observed, by the formula over all rows.
     *
     * @param values takes their cells, nearest first
     * @param distances takes their squared distances
     * @return how many there are
     */
    public int donors(float[] queries, int start, int feature, double[] values, double[] distances) {
        NearestSet set = new NearestSet(values.length);
        for (int i = 0; i < n; i++) {
            if (!Float.isNaN(rows.values()[i * d + feature])) {
                double distance = squaredDistance(queries, start, i);
                if (distance <= set.bound()) {
                    set.offer(distance, i);
                }
            }
        }
        set.sort();
        for (int i = 0; i < set.size(); i++) {
            values[i] = rows.values()[set.index(i) * d + feature];
            distances[i] = set.distance(i);
        }
        return set.size();
    }

    /** The formula, in float64; NaN where no cell is common. */
    private double squaredDistance(float[] queries, int start, int row) {
        double sum = 0;
        int common = 0;
        for (int j = 0; j < d; j++) {
            double difference = (double) queries[start + j] - rows.values()[row * d + j];
            if (!Double.isNaN(difference)) {
                sum += difference * difference;
                common++;
            }
        }
        return common == 0 ? Double.NaN : sum * d / common;
    }

    /** One block of rows on its way over the tiles. */
    private final class Lookup {
        private final float[] queries;
        private final int[] of;
        private final float[] left;
        private final float[] scores = new float[QUERIES * TILE];
        private final float[] common = new float[QUERIES * TILE];
        private final float[] errors;
        private final NearestSet[] sets;
        private final int[][] candidates;
        private final float[][] least;
        private final int[] counts;

        Lookup(float[] queries, int[] of) {
            this.queries = queries;
            this.of = of;
            this.left = new float[of.length * 3 * d];
            this.errors = new float[of.length];
            this.sets = new NearestSet[of.length];
            this.candidates = new int[of.length][4 * capacity];
            this.least = new float[of.length][4 * capacity];
            this.counts = new int[of.length];
            for (int i = 0; i < of.length; i++) {
                sets[i] = new NearestSet(capacity);
                errors[i] = stack(i);
            }
        }

        /** Returns a bound on the rounding error of its scores. */
        private float stack(int i) {
            int at = i * 3 * d;
            double norm = 0;
            for (int j = 0; j < d; j++) {
                float cell = queries[of[i] * d + j] - origin[j];
                boolean known = !Float.isNaN(cell);
                left[at + j] = known ? cell * cell : 0;
                left[at + d + j] = known ? -2 * cell : 0;
                left[at + 2 * d + j] = known ? 1 : 0;
                norm += known ? (double) cell * cell : 0;
            }
            double both = Math.sqrt(norm) + largestNorm;
            // 3 d products and sums, and before them the subtraction of the origin and the square.
            return (float) ((3 * d + 8) * FLOAT_ROUNDING * both * both * (1 + 8 * FLOAT_ROUNDING));
        }

        void add(int from, int count) {
            LinearAlgebra.get()
                    .gemm(
                            false,
                            true,
                            of.length,
                            count,
                            3 * d,
                            1f,
                            left,
                            0,
                            3 * d,
                            stacked,
                            from * 3 * d,
                            3 * d,
                            0f,
                            scores,
                            0,
                            TILE);
            LinearAlgebra.get()
                    .gemm(
                            false,
                            true,
                            of.length,
                            count,
                            d,
                            1f,
                            left,
                            2 * d,
                            3 * d,
                            stacked,
                            from * 3 * d,
                            3 * d,
                            0f,
                            common,
                            0,
                            TILE);
            for (int i = 0; i < of.length; i++) {
                scan(i, from, count);
            }
        }

        private void scan(int i, int from, int count) {
            NearestSet set = sets[i];
            float error = errors[i];
            float bound = (float) set.bound() / d;
            int at = i * TILE;
            for (int t = 0; t < count; t++) {
                // For no common cell 0 <= NaN or 0 <= 0: only the second has to be looked at.
                if (scores[at + t] - error <= bound * common[at + t] && common[at + t] > 0) {
                    float scale = d / common[at + t];
                    keep(i, from + t, (scores[at + t] - error) * scale);
                    set.offer((scores[at + t] + error) * scale, from + t);
                    bound = above(set.bound()) / d;
                }
            }
        }

        /** A little more than the value, so that no rounding of the comparison leaves a row out. */
        private static float above(double value) {
            return (float) (value * (1 + 16 * FLOAT_ROUNDING));
        }

        private void keep(int i, int row, float lower) {
            if (counts[i] == candidates[i].length) {
                compact(i);
            }
            candidates[i][counts[i]] = row;
            least[i][counts[i]++] = lower;
        }

        /** Drops what the bound has excluded meanwhile, and makes room. */
        private void compact(int i) {
            float bound = above(sets[i].bound());
            int kept = 0;
            for (int c = 0; c < counts[i]; c++) {
                if (least[i][c] <= bound) {
                    candidates[i][kept] = candidates[i][c];
                    least[i][kept++] = least[i][c];
                }
            }
            counts[i] = kept;
            if (2 * kept > candidates[i].length) {
                candidates[i] = Arrays.copyOf(candidates[i], 2 * candidates[i].length);
                least[i] = Arrays.copyOf(least[i], candidates[i].length);
            }
        }

        void finish(int i, NeighbourLists nearest) {
            boolean all = sets[i].size() < capacity;
            compact(i);
            NearestSet exact = new NearestSet(capacity);
            for (int c = 0; c < counts[i]; c++) {
                double distance = squaredDistance(queries, of[i] * d, candidates[i][c]);
                if (distance <= exact.bound()) {
                    exact.offer(distance, candidates[i][c]);
                }
            }
            exact.sort();
            nearest.put(i, exact, all || capacity == n);
        }
    }
}
