package io.eckart.task.fill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.eckart.data.Column;
import io.eckart.data.Encoding;
import io.eckart.data.Scaling;
import io.eckart.data.Schema;
import io.eckart.data.Table;
import io.eckart.model.fitted.Filling;
import io.eckart.numerics.FloatMatrix;
import io.eckart.training.GaussianConfig;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Four cells whose truth is 0, filled by ways with planted errors. */
class FillBlendsTest {
    private static final int CELLS = 4;
    private static final FillMethod MEANS = new FillMethod.Means();
    private static final FillMethod NORMAL = new FillMethod.Normal(GaussianConfig.DEFAULT);
    private static final FillMethod PRINCIPAL = new FillMethod.Principal(1);
    private static final FillMethod MORE = new FillMethod.Principal(2);

    private static Table table(double cell) {
        double[] cells = new double[CELLS];
        Arrays.fill(cells, cell);
        return new Table("cells", Schema.of(List.of(Column.number("x"))), CELLS, cells, null);
    }

    private static FillScores none() {
        return new FillScores(table(0), new double[] {1});
    }

    private static Optional<FillRanking.Candidate> best(
            boolean wanted, List<FillMethod> methods, float[]... estimates) {
        boolean[] hidden = new boolean[CELLS];
        Arrays.fill(hidden, true);
        Table holed = table(Double.NaN);
        Encoding encoding = new Encoding(holed.schema(), Scaling.NONE, new double[] {0}, new double[] {1});
        FillBlends blends = new FillBlends(wanted);
        blends.start(holed, hidden);
        List<FillScores> scores = new ArrayList<>();
        for (float[] of : estimates) {
            FloatMatrix filled = new FloatMatrix(CELLS, 1, of);
            blends.add(encoding, filled);
            scores.add(none());
            scores.getLast().add(Filling.of(encoding, filled, holed).table(), hidden);
        }
        return blends.best(methods, scores, FillBlendsTest::none);
    }

    @Test
    void errorsThatCancelAreBlendedInHalves() {
        FillRanking.Candidate best = best(
                        true,
                        List.of(MEANS, NORMAL, PRINCIPAL),
                        new float[] {9, 9, 9, 9},
                        new float[] {1, -1, 1, -1},
                        new float[] {-1, 1, -1, 1})
                .orElseThrow();
        assertThat(best.method()).isEqualTo(new FillMethod.Blend(NORMAL, PRINCIPAL, 0.5));
        assertThat(best.loss()).isZero();
    }

    @Test
    void theBetterWayGetsTheLargerWeight() {
        FillRanking.Candidate best = best(
                        true, List.of(NORMAL, PRINCIPAL), new float[] {1, 1, 1, 1}, new float[] {-3, -3, -3, -3})
                .orElseThrow();
        assertThat(best.method()).isEqualTo(new FillMethod.Blend(NORMAL, PRINCIPAL, 0.75));
        assertThat(best.loss()).isCloseTo(0, within(1e-12));
    }

    @Test
    void waysOfOneKindAreNotBlendedAndTheBetterOneStandsForIt() {
        assertThat(best(true, List.of(PRINCIPAL, MORE), new float[] {1, 1, 1, 1}, new float[] {-1, -1, -1, -1}))
                .isEmpty();
        FillRanking.Candidate best = best(
                        true,
                        List.of(NORMAL, PRINCIPAL, MORE),
                        new float[] {1, 1, 1, 1},
                        new float[] {-8, -8, -8, -8},
                        new float[] {-1, -1, -1, -1})
                .orElseThrow();
        assertThat(best.method()).isEqualTo(new FillMethod.Blend(NORMAL, MORE, 0.5));
    }

    @Test
    void nothingIsBlendedWhereItIsNotWanted() {
        assertThat(best(false, List.of(NORMAL, PRINCIPAL), new float[] {1, 1, 1, 1}, new float[] {-1, -1, -1, -1}))
                .isEmpty();
    }

    @Test
    void tooManyCellsAndDeviationsRuleBlendsOut() {
        int rows = 20_000;
        int columns = 210;
        List<Column> many = new ArrayList<>();
        for (int j = 0; j < columns; j++) {
            many.add(Column.number("x" + j));
        }
        Table wide = new Table("wide", Schema.of(many), rows, new double[rows * columns], null);
        List<String> leftOut = new ArrayList<>();
        assertThat(FillPlan.DEFAULT.blends(wide, leftOut)).isFalse();
        assertThat(leftOut).singleElement().asString().contains("blends: 4200000 cells", "4194304");
        assertThat(FillPlan.DEFAULT.blends(table(0), new ArrayList<>())).isTrue();
        FillPlan uncertain = new FillPlan(Optional.empty(), java.util.OptionalInt.empty(), true);
        assertThat(uncertain.blends(table(0), new ArrayList<>())).isFalse();
    }
}
