package io.eckart.task.fill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.eckart.data.Column;
import io.eckart.data.Schema;
import io.eckart.data.Table;
import io.eckart.training.GaussianConfig;
import io.eckart.training.MaskedConfig;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FillRankingTest {
    private static final int CELLS = 4;
    private static final FillMethod MEANS = new FillMethod.Means();
    private static final FillMethod NORMAL = new FillMethod.Normal(GaussianConfig.DEFAULT);
    private static final FillMethod PRINCIPAL = new FillMethod.Principal(2);

    private static Table table(double... cells) {
        return new Table("cells", Schema.of(List.of(Column.number("x"))), CELLS, cells, null);
    }

    /** A way whose errors in four hidden cells, all 0 in truth, are these. */
    private static FillScores errors(double... errors) {
        FillScores scores = new FillScores(table(new double[CELLS]), new double[] {1});
        boolean[] hidden = new boolean[CELLS];
        Arrays.fill(hidden, true);
        scores.add(table(errors), hidden);
        return scores;
    }

    private static FillMethod masked() {
        return new FillMethod.Masked(MaskedConfig.DEFAULT);
    }

    private static List<FillMethod> order(FillMethod third, double... thirdErrors) {
        return FillRanking.of(
                        List.of(
                                new FillRanking.Candidate(MEANS, errors(4, 4, 4, 4)),
                                new FillRanking.Candidate(NORMAL, errors(1, 1, 1, 1)),
                                new FillRanking.Candidate(third, errors(thirdErrors))),
                        Optional.empty())
                .stream()
                .map(FillComparison.Entry::method)
                .toList();
    }

    @Test
    void theLeastLossWins() {
        assertThat(order(PRINCIPAL, 0.5, 0.5, 0.5, 0.5)).containsExactly(PRINCIPAL, NORMAL, MEANS);
        assertThat(order(PRINCIPAL, 2, 2, 2, 2)).containsExactly(NORMAL, PRINCIPAL, MEANS);
    }

    @Test
    void maskedAutoencodersComeBeforeTheNormalDistributionOnlyWithinTheNoise() {
        FillMethod masked = masked();
        assertThat(order(masked, 0, 0, 0, 2.1))
                .as("behind by .1, with a standard error of about 1")
                .containsExactly(masked, NORMAL, MEANS);
        assertThat(order(masked, 1.1, 1.1, 1.1, 1.1))
                .as("behind by .21 in every cell")
                .containsExactly(NORMAL, masked, MEANS);
    }

    @Test
    void noOtherWayIsPreferredWithinTheNoise() {
        assertThat(order(PRINCIPAL, 0, 0, 0, 2.1)).containsExactly(NORMAL, PRINCIPAL, MEANS);
    }

    @Test
    void aBlendWinsOnlyWhenAheadByMoreThanTheNoise() {
        FillMethod blend = new FillMethod.Blend(NORMAL, PRINCIPAL, 0.5);
        assertThat(withBlend(blend, 0.9, 0.9, 0.9, 0.9)).containsExactly(blend, NORMAL, PRINCIPAL, MEANS);
        assertThat(withBlend(blend, 0, 0, 0, 1.9))
                .as("ahead by .1, with a standard error of about 0.8")
                .containsExactly(NORMAL, blend, PRINCIPAL, MEANS);
        assertThat(withBlend(blend, 3, 3, 3, 3)).containsExactly(NORMAL, PRINCIPAL, blend, MEANS);
    }

    private static List<FillMethod> withBlend(FillMethod blend, double... errors) {
        return FillRanking.of(
                        List.of(
                                new FillRanking.Candidate(MEANS, errors(4, 4, 4, 4)),
                                new FillRanking.Candidate(NORMAL, errors(1, 1, 1, 1)),
                                new FillRanking.Candidate(PRINCIPAL, errors(2, 2, 2, 2))),
                        Optional.of(new FillRanking.Candidate(blend, errors(errors))))
                .stream()
                .map(FillComparison.Entry::method)
                .toList();
    }

    @Test
    void theStandardErrorIsThatOfTheMeanOfPairedDifferences() {
        // Differences 1, 3, 5, 7 about 4: squares 9 + 1 + 1 + 9, the root of 20 over four.
        assertThat(FillRanking.standardError(new double[] {1, 3, 5, 7}, new double[4]))
                .isCloseTo(Math.sqrt(20) / 4, within(1e-15));
        assertThat(FillRanking.standardError(new double[] {2, 3}, new double[] {1, 2}))
                .isZero();
    }
}
