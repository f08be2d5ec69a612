package io.eckart.study.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.eckart.study.CodeSize;
import io.eckart.study.Curve;
import io.eckart.study.CurveFigure;
import io.eckart.study.Parameterization;
import io.eckart.study.Series;
import io.eckart.study.Start;
import io.eckart.study.TrainingCorruption;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeedCurveTest {
    private static final Series SERIES =
            new Series(Parameterization.FREE, CodeSize.DOUBLE, TrainingCorruption.NONE, Start.SMALL, "");

    private static SeedCurve curve(int seed, Double... y) {
        return new SeedCurve(CurveFigure.IDENTITY, SERIES, seed, List.of(10.0, 100.0, 1000.0, 10_000.0), List.of(y));
    }

    @Test
    void theBudgetIsWhereTheCurveStaysBelow() {
        assertThat(curve(0, 1.0, .05, .3, .1).staysBelow(.2)).isCloseTo(Math.pow(10, 3.5), within(1e-6));
        assertThat(curve(0, 1.0, .5, .3, .25).staysBelow(.2)).isNaN();
        assertThat(curve(0, .1, .1, .1, .1).staysBelow(.2)).isEqualTo(10);
    }

    @Test
    void placesAndLowest() {
        SeedCurve curve = curve(0, 1.0, .05, .3, .1);
        assertThat(curve.at(999)).isEqualTo(.05);
        assertThat(curve.at(1)).isEqualTo(1);
        assertThat(curve.lowestAt()).isEqualTo(100);
        assertThat(curve.before(100).lowestAt()).isEqualTo(10);
    }

    @Test
    void seedsComeTogether() {
        List<Curve> together = SeedCurve.together(List.of(curve(0, 1.0, .5, .3, .1), curve(1, 2.0, .5, .3, .1)));
        assertThat(together).hasSize(1);
        assertThat(together.getFirst().points().getFirst().y().mean()).isEqualTo(1.5);
        assertThat(together.getFirst().points().getFirst().y().seeds()).isEqualTo(2);
    }
}
