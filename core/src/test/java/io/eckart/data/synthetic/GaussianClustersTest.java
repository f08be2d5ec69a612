package io.eckart.data.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class GaussianClustersTest {
    private static final int ROWS = 6000;
    private static final int COLUMNS = 7;

    private final GaussianClusters.Sample sample = new GaussianClusters(ROWS, COLUMNS, 4, 3, 10, 0, 3).generate();

    @Test
    void clustersAreOfOneSizeAndInRandomOrder() {
        long[] sizes = new long[3];
        Arrays.stream(sample.clusters()).forEach(g -> sizes[g]++);
        assertThat(sizes).containsExactly(2000, 2000, 2000);
        assertThat(Arrays.copyOf(sample.clusters(), 9)).isNotEqualTo(new int[] {0, 1, 2, 0, 1, 2, 0, 1, 2});
    }

    @Test
    void centresAreEquallyFarApart() {
        double[][] means = new double[3][COLUMNS];
        for (int i = 0; i < ROWS; i++) {
            for (int j = 0; j < COLUMNS; j++) {
                means[sample.clusters()[i]][j] += sample.values().get(i, j) / 2000;
            }
        }
        for (int a = 0; a < 3; a++) {
            for (int b = 0; b < a; b++) {
                double square = 0;
                for (int j = 0; j < COLUMNS; j++) {
                    square += Math.pow(means[a][j] - means[b][j], 2);
                }
                // Means of 2000 are off by 0.022 in each of four directions.
                assertThat(Math.sqrt(square)).isCloseTo(10 * Math.sqrt(2), within(0.16));
            }
        }
    }

    @Test
    void rowsLieInAsManyDirectionsAsTheRankSays() {
        assertThat(Elimination.rank(sample.values(), 1e-11)).isEqualTo(4);
    }

    @Test
    void settingsOutOfRangeAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GaussianClusters(100, 7, 4, 5, 1, 0, 1))
                .withMessageContaining("clusters must be from 1 to 4, got 5");
    }
}
