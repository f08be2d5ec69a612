package io.eckart.model.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.Workers;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules that give rows classes or values, against their formulas. */
class RulesTest {
    private static final long SEED = 21;
    private static final List<String> TWO = List.of("a", "b");

    /** Four sums at once, so widths on both sides of multiples of four; more rows than a block has. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4, 5, 8, 11})
    void softmaxIsTheFormula(int k) {
        SplittableRandom random = new SplittableRandom(SEED);
        DoubleMatrix weights = DoubleMatrix.zeros(3, k);
        double[] bias = {0.3, -0.2, 0.7};
        FloatMatrix rows = FloatMatrix.zeros(300, k);
        for (int i = 0; i < 3 * k; i++) {
            weights.values()[i] = random.nextGaussian();
        }
        for (int i = 0; i < 300 * k; i++) {
            rows.values()[i] = (float) random.nextGaussian();
        }
        FloatMatrix found;
        try (Workers workers = Workers.of(2)) {
            found = new SoftmaxRule(List.of("a", "b", "c"), weights, bias).probabilities(rows, workers);
        }
        for (int i = 0; i < 300; i++) {
            double[] exponentials = new double[3];
            double sum = 0;
            for (int c = 0; c < 3; c++) {
                double score = bias[c];
                for (int j = 0; j < k; j++) {
                    score += weights.get(c, j) * rows.get(i, j);
                }
                exponentials[c] = Math.exp(score);
                sum += exponentials[c];
            }
            for (int c = 0; c < 3; c++) {
                assertThat((double) found.get(i, c))
                        .as("row %d, class %d, seed %d", i, c, SEED)
                        .isCloseTo(exponentials[c] / sum, within(1e-7));
            }
        }
    }

    @Test
    void largeScoresDoNotOverflow() {
        SoftmaxRule rule = new SoftmaxRule(TWO, new DoubleMatrix(2, 1, new double[] {1, -1}), new double[2]);
        try (Workers workers = Workers.of(1)) {
            FloatMatrix rows = new FloatMatrix(2, 1, new float[] {1000, -1000});
            assertThat(rule.probabilities(rows, workers).values()).containsExactly(1, 0, 0, 1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4, 5, 9})
    void aLineIsTheFormula(int k) {
        double[] weights = new double[k];
        FloatMatrix rows = FloatMatrix.zeros(3, k);
        for (int j = 0; j < k; j++) {
            weights[j] = j + 1;
            rows.values()[j] = 1;
            rows.values()[k + j] = j;
        }
        try (Workers workers = Workers.of(1)) {
            assertThat(new LinearRule(weights, 0.5).estimates(rows, workers))
                    .containsExactly(k * (k + 1) / 2.0 + 0.5, (k - 1) * k * (k + 1) / 3.0 + 0.5, 0.5);
        }
    }

    /** Votes v give (v + 1/2) / (3 + 1); the term that breaks ties is below 1e-4. */
    @Test
    void aClassHasTheShareOfItsVotes() {
        FloatMatrix rows = new FloatMatrix(5, 1, new float[] {0, 1, 2, 10, 11});
        NeighbourVote rule = new NeighbourVote(TWO, rows, new int[] {0, 0, 1, 1, 1}, 3);
        try (Workers workers = Workers.of(1)) {
            FloatMatrix found = rule.probabilities(new FloatMatrix(2, 1, new float[] {0.4f, 12}), workers);
            assertThat(found.get(0, 0)).isCloseTo(2.5f / 4, within(1e-4f));
            assertThat(found.get(0, 1)).isCloseTo(1.5f / 4, within(1e-4f));
            assertThat(found.get(1, 0)).isCloseTo(0.5f / 4, within(1e-4f));
            assertThat(found.get(1, 1)).isCloseTo(3.5f / 4, within(1e-4f));
        }
    }

    @Test
    void ofEqualVotesTheNearerRowsWin() {
        FloatMatrix rows = new FloatMatrix(4, 1, new float[] {0, 1, 5, 6});
        try (Workers workers = Workers.of(1)) {
            for (int nearer = 0; nearer < 2; nearer++) {
                int[] of = {nearer, nearer, 1 - nearer, 1 - nearer};
                float[] found = new NeighbourVote(TWO, rows, of, 9)
                        .probabilities(new FloatMatrix(1, 1, new float[] {2}), workers)
                        .values();
                assertThat(found[nearer]).isGreaterThan(found[1 - nearer]).isLessThan(0.501f);
                assertThat(found[0] + found[1]).isCloseTo(1, within(1e-6f));
            }
        }
    }

    @Test
    void aValueIsTheMeanOfTheNearest() {
        FloatMatrix rows = new FloatMatrix(4, 1, new float[] {0, 1, 5, 6});
        try (Workers workers = Workers.of(1)) {
            FloatMatrix queries = new FloatMatrix(2, 1, new float[] {0.2f, 7});
            double[] values = {1, 2, 4, 9};
            assertThat(new NeighbourMean(rows, values, 2).estimates(queries, workers))
                    .containsExactly(1.5, 6.5);
            assertThat(new NeighbourMean(rows, values, 1).estimates(queries, workers))
                    .containsExactly(1, 9);
            assertThat(new NeighbourMean(rows, values, 5).estimates(queries, workers))
                    .as("all there are")
                    .containsExactly(4, 4);
        }
    }

    @Test
    void sizesThatDoNotGoTogetherAreRefused() {
        FloatMatrix two = FloatMatrix.zeros(2, 1);
        assertThatIllegalArgumentException().isThrownBy(() -> new NeighbourMean(two, new double[3], 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new NeighbourMean(two, new double[2], 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new NeighbourVote(TWO, two, new int[3], 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new NeighbourVote(TWO, two, new int[2], 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new NeighbourVote(List.of("a"), two, new int[2], 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new NeighbourVote(TWO, two, new int[] {0, 2}, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new NeighbourVote(TWO, two, new int[] {-1, 0}, 1));
        DoubleMatrix weights = DoubleMatrix.zeros(2, 3);
        assertThatIllegalArgumentException().isThrownBy(() -> new SoftmaxRule(TWO, weights, new double[3]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SoftmaxRule(List.of("a", "b", "c"), weights, new double[3]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SoftmaxRule(List.of("a"), DoubleMatrix.zeros(1, 3), new double[1]));
        try (Workers workers = Workers.of(1)) {
            FloatMatrix wide = FloatMatrix.zeros(2, 5);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new LinearRule(new double[3], 0).estimates(wide, workers));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new SoftmaxRule(TWO, weights, new double[2]).probabilities(wide, workers));
        }
    }
}
