package io.eckart.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.RandomStreams;
import io.eckart.numerics.Workers;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Filling by neighbours, against the formula over all rows. */
class NearestNeighboursTest {
    private static final long SEED = 11;

    /** Whole numbers, so that many distances are equal, with holes. */
    private static FloatMatrix rows(int n, int d, int levels, double holes, long seed) {
        SplittableRandom random = new RandomStreams(seed).stream("rows");
        FloatMatrix rows = FloatMatrix.zeros(n, d);
        for (int i = 0; i < rows.values().length; i++) {
            float cell = 1000 + random.nextInt(levels);
            rows.values()[i] = random.nextDouble() < holes ? Float.NaN : cell;
        }
        return rows;
    }

    private static double[] means(FloatMatrix rows) {
        double[] means = new double[rows.columns()];
        for (int j = 0; j < means.length; j++) {
            int column = j;
            means[j] = IntStream.range(0, rows.rows())
                    .mapToDouble(i -> rows.get(i, column))
                    .filter(v -> !Double.isNaN(v))
                    .average()
                    .orElse(0);
        }
        return means;
    }

    private static double distance(FloatMatrix fitted, int row, FloatMatrix queries, int query) {
        double sum = 0;
        int common = 0;
        for (int j = 0; j < fitted.columns(); j++) {
            double difference = (double) fitted.get(row, j) - queries.get(query, j);
            sum += Double.isNaN(difference) ? 0 : difference * difference;
            common += Double.isNaN(difference) ? 0 : 1;
        }
        return common == 0 ? Double.NaN : sum * fitted.columns() / common;
    }

    private static double plain(
            FloatMatrix fitted, FloatMatrix queries, int query, int feature, int k, NeighbourWeights w) {
        double[] all = IntStream.range(0, fitted.rows())
                .mapToDouble(i -> distance(fitted, i, queries, query))
                .toArray();
        List<Integer> donors = IntStream.range(0, fitted.rows())
                .filter(i -> !Float.isNaN(fitted.get(i, feature)) && !Double.isNaN(all[i]))
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> all[i]).thenComparingInt(i -> i))
                .limit(k)
                .toList();
        if (donors.isEmpty()) {
            return means(fitted)[feature];
        }
        boolean zero = distance(fitted, donors.getFirst(), queries, query) == 0;
        double sum = 0;
        double total = 0;
        for (int i : donors) {
            double distance = distance(fitted, i, queries, query);
            double weight =
                    w == NeighbourWeights.UNIFORM ? 1 : zero ? (distance == 0 ? 1 : 0) : 1 / Math.sqrt(distance);
            sum += weight * fitted.get(i, feature);
            total += weight;
        }
        return sum / total;
    }

    @ParameterizedTest
    @CsvSource({
        "1200,4,3,0.3,5,UNIFORM",
        "700,9,50,0.1,1,DISTANCE",
        "600,70,1000,0.5,5,UNIFORM",
        "40,3,4,0.7,6,DISTANCE",
        "5,2,3,0.5,9,UNIFORM",
        "1,1,2,0,1,UNIFORM",
        "520,2,1000000,0.4,3,UNIFORM"
    })
    void isTheFormulaOverAllRows(int n, int d, int levels, double holes, int k, NeighbourWeights weights) {
        FloatMatrix fitted = rows(n, d, levels, holes, SEED);
        FloatMatrix queries = rows(70, d, levels, Math.max(0.3, holes), SEED + 1);
        NearestNeighbours model = new NearestNeighbours(fitted, k, weights, means(fitted));
        try (Workers workers = Workers.of(2)) {
            FloatMatrix filled = model.fill(queries, workers);
            for (int i = 0; i < queries.rows(); i++) {
                for (int j = 0; j < d; j++) {
                    float cell = queries.get(i, j);
                    float wanted = Float.isNaN(cell) ? (float) plain(fitted, queries, i, j, k, weights) : cell;
                    assertThat(filled.get(i, j))
                            .as("row %d, cell %d, seed %d", i, j, SEED)
                            .isEqualTo(wanted);
                }
            }
        }
    }

    @Test
    void aLargeOffsetHidesNoNeighbour() {
        FloatMatrix fitted = rows(600, 3, 20, 0.1, SEED);
        for (int i = 0; i < fitted.values().length; i++) {
            fitted.values()[i] += 4e6f;
        }
        FloatMatrix query = new FloatMatrix(1, 3, new float[] {4e6f + 1003, Float.NaN, 4e6f + 1007});
        NearestNeighbours model = new NearestNeighbours(fitted, 3, NeighbourWeights.UNIFORM, means(fitted));
        try (Workers workers = Workers.of(1)) {
            double wanted = plain(fitted, query, 0, 1, 3, NeighbourWeights.UNIFORM);
            assertThat((double) model.fill(query, workers).get(0, 1)).isCloseTo(wanted, within(0.5));
        }
    }
}
