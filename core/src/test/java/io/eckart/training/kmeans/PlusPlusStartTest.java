package io.eckart.training.kmeans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.RandomStreams;
import io.eckart.numerics.Workers;
import org.junit.jupiter.api.Test;

class PlusPlusStartTest {
    private static final long SEED = 20261130;
    private static final int STARTS = 2000;

    /** 100 rows at 0, four at 5 and one at 10: seen from 0, the four and the one have the same weight, 100. */
    private static FloatMatrix aGroupAndAnOutlier() {
        FloatMatrix rows = FloatMatrix.zeros(105, 1);
        for (int i = 100; i < 104; i++) {
            rows.values()[i] = 5;
        }
        rows.values()[104] = 10;
        return rows;
    }

    /**
     * After a first centroid at 0, each of the two candidates is at 5 or at 10 with probability 1/2. A centroid at 5 leaves
     * 25, one at 10 leaves 100, so 5 is taken unless both candidates are at 10: in 3/4 of the starts. One candidate would
     * give 1/2, three would give 7/8.
     */
    @Test
    void ofTwoCandidatesTheOneThatLeavesTheLeastIsTaken() {
        int fromZero = 0;
        int group = 0;
        try (Workers workers = Workers.of(1)) {
            PlusPlusStart start = new PlusPlusStart(ClusterData.of(aGroupAndAnOutlier(), workers), workers);
            for (int i = 0; i < STARTS; i++) {
                DoubleMatrix chosen = start.choose(2, new RandomStreams(SEED).child("start", i).stream("k-means++"));
                if (chosen.get(0, 0) == 0) {
                    fromZero++;
                    group += chosen.get(1, 0) == 5 ? 1 : 0;
                }
            }
        }
        // Four standard deviations of a share of about 1900 starts: 4 sqrt(3/16 / 1900) = 0.04.
        assertThat((double) group / fromZero).as("seed %d", SEED).isCloseTo(0.75, within(0.04));
    }
}
