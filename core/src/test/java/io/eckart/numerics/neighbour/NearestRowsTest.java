package io.eckart.numerics.neighbour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.Neighbours;
import io.eckart.numerics.RandomStreams;
import io.eckart.numerics.Workers;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestRowsTest {
    private static final long SEED = 5;

    /** Far from zero, where the products of rows that are not centred would lose everything. */
    private static FloatMatrix rows(int n, int d, int levels) {
        SplittableRandom random = new RandomStreams(SEED).stream("rows");
        FloatMatrix rows = FloatMatrix.zeros(n, d);
        for (int i = 0; i < n * d; i++) {
            rows.values()[i] = levels == 0 ? (float) (1000 + random.nextGaussian()) : random.nextInt(levels);
        }
        return rows;
    }

    /** The formula: all squared distances in float64, sorted. */
    private static int[] plain(FloatMatrix queries, int query, FloatMatrix references, int without, int count) {
        double[] distances = IntStream.range(0, references.rows())
                .mapToDouble(j -> IntStream.range(0, references.columns())
                        .mapToDouble(f -> (double) queries.get(query, f) - references.get(j, f))
                        .map(difference -> difference * difference)
                        .sum())
                .toArray();
        return IntStream.range(0, references.rows())
                .filter(j -> j != without)
                .boxed()
                .sorted(Comparator.comparingDouble(j -> distances[j]))
                .limit(count)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    @ParameterizedTest
    @CsvSource({"1,1,1,0", "4,3,2,0", "13,6,5,0", "260,25,7,0", "1100,16,10,0", "1500,2,10,3", "300,1,12,2"})
    void theNearestAreThoseOfThePlainFormula(int n, int d, int count, int levels) {
        FloatMatrix references = rows(n, d, levels);
        FloatMatrix queries = rows(n + 9, d, levels).copyRows(n, n + 9);
        int m = Math.min(count, n);
        try (Workers workers = Workers.of(2)) {
            NearestRows nearest = new NearestRows(references);
            Neighbours found = nearest.find(queries, m, workers);
            for (int i = 0; i < 9; i++) {
                int row = i;
                assertThat(IntStream.range(0, m).map(rank -> found.index(row, rank)))
                        .as("row %d, seed %d", row, SEED)
                        .containsExactly(IntStream.of(plain(queries, i, references, -1, m))
                                .boxed()
                                .toArray(Integer[]::new));
            }
        }
    }

    @Test
    void ofItselfARowIsNoNeighbour() {
        FloatMatrix rows = rows(700, 3, 4);
        try (Workers workers = Workers.of(2)) {
            Neighbours found = new NearestRows(rows).among(6, workers);
            for (int i = 0; i < 700; i += 50) {
                int row = i;
                assertThat(IntStream.range(0, 6)
                                .map(rank -> found.index(row, rank))
                                .toArray())
                        .isEqualTo(plain(rows, i, rows, i, 6));
            }
        }
    }

    @Test
    void aRowAloneAndAnyNumberOfThreadsGiveTheSameBits() {
        FloatMatrix references = rows(900, 20, 0);
        FloatMatrix queries = rows(1200, 20, 0).copyRows(900, 1200);
        try (Workers one = Workers.of(1);
                Workers three = Workers.of(3)) {
            NearestRows nearest = new NearestRows(references);
            Neighbours all = nearest.find(queries, 5, one);
            assertThat(nearest.find(queries, 5, three).squaredDistances()).isEqualTo(all.squaredDistances());
            Neighbours alone = nearest.find(queries.copyRows(211, 212), 5, one);
            for (int rank = 0; rank < 5; rank++) {
                assertThat(alone.index(0, rank)).isEqualTo(all.index(211, rank));
                assertThat(alone.squaredDistance(0, rank)).isEqualTo(all.squaredDistance(211, rank));
            }
        }
    }

    @Test
    void whatCannotBeIsRefused() {
        FloatMatrix rows = rows(3, 2, 0);
        try (Workers workers = Workers.of(1)) {
            NearestRows nearest = new NearestRows(rows);
            assertThatThrownBy(() -> nearest.among(3, workers)).hasMessageContaining("1 to 2");
            assertThatThrownBy(() -> nearest.find(FloatMatrix.zeros(1, 3), 1, workers))
                    .hasMessageContaining("2 columns");
            rows.values()[3] = Float.NaN;
            assertThatThrownBy(() -> new NearestRows(rows)).hasMessageContaining("row 2");
        }
    }
}
