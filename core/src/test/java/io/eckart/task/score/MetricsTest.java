package io.eckart.task.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.RandomStreams;
import io.eckart.task.explore.Purity;
import io.eckart.task.fit.PrincipalAngles;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MetricsTest {
    private static final long SEED = 4;

    @Test
    void theAreaIsTheShareOfOrderedPairs() {
        SplittableRandom random = new RandomStreams(SEED).stream("scores");
        double[] scores = new double[60];
        boolean[] positive = new boolean[60];
        Arrays.setAll(scores, i -> random.nextInt(8));
        for (int i = 0; i < 60; i++) {
            positive[i] = random.nextInt(3) == 0;
        }
        double ordered = 0;
        double pairs = 0;
        for (int i = 0; i < 60; i++) {
            for (int j = 0; j < 60; j++) {
                if (positive[i] && !positive[j]) {
                    ordered += scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? 0.5 : 0;
                    pairs++;
                }
            }
        }
        assertThat(Ranking.areaUnderRoc(scores, positive))
                .as("seed %d", SEED)
                .isCloseTo(ordered / pairs, within(1e-14));
    }

    @Test
    void scoresWithoutAnOrderAreRefused() {
        assertThatThrownBy(() -> Ranking.areaUnderRoc(new double[] {1, 2}, new boolean[] {true, true}))
                .hasMessageContaining("both classes");
        assertThatThrownBy(() -> Ranking.areaUnderRoc(new double[] {1, Double.NaN}, new boolean[] {true, false}))
                .hasMessageContaining("NaN");
        assertThatThrownBy(() -> Ranking.areaUnderRoc(new double[] {1}, new boolean[] {true, false}))
                .hasMessageContaining("1 scores for 2 rows");
    }

    @Test
    void theLargestComeFirstAndTiesInOrder() {
        assertThat(Ranking.largest(new double[] {1, 5, 3, 5}, 3)).containsExactly(1, 3, 2);
    }

    @Test
    void purityCountsTheCommonestClassOfEachCluster() {
        assertThat(Purity.of(new int[] {0, 0, 0, 1, 1}, List.of("a", "a", "b", "b", "c")))
                .isEqualTo(0.6);
        assertThatThrownBy(() -> Purity.of(new int[] {0}, List.of())).hasMessageContaining("1 clusters for 0");
    }

    @Test
    void anglesAreThoseBetweenTheSubspaces() {
        double angle = 0.3;
        DoubleMatrix plane = new DoubleMatrix(2, 3, new double[] {1, 0, 0, 0, 1, 0});
        DoubleMatrix tilted = new DoubleMatrix(2, 3, new double[] {0, Math.cos(angle), Math.sin(angle), -1, 0, 0});
        double[] angles = PrincipalAngles.between(plane, tilted);
        // acos loses half the digits near 1.
        assertThat(angles[0]).isCloseTo(0, within(1e-7));
        assertThat(angles[1]).isCloseTo(angle, within(1e-14));
        assertThatThrownBy(() -> PrincipalAngles.between(plane, DoubleMatrix.identity(2)))
                .hasMessageContaining("3 and 2");
    }
}
