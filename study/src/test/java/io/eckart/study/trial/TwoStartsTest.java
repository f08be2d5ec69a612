package io.eckart.study.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.eckart.data.synthetic.LowRank;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.RandomStreams;
import io.eckart.study.CodeSize;
import io.eckart.study.CurveFigure;
import io.eckart.study.Parameterization;
import io.eckart.study.Series;
import io.eckart.study.Start;
import io.eckart.study.StudyData;
import io.eckart.study.StudyDesign;
import io.eckart.study.TrainingCorruption;
import io.eckart.study.analysis.SeedCurve;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Descents of P4 at four depths from two starts, against a computation of the same in NumPy 2 with its own gradient and its own ten draws:
 * exact moments of 1,500 rows, no mean removed, rate .08 / (lambda_max T) in sqrt(eta) B, 3,000 steps.
 */
class TwoStartsTest {
    private static final int DRAWS = 10;
    private static final List<Double> LARGE = List.of(1.258, 1.348, 1.415, 1.437);
    private static final List<Double> SMALL = List.of(1.080, 1.051, 1.034, 1.030);
    /** Three standard errors of the difference of two means over as many draws, which differ by .03 from each other. */
    private static final double TOLERANCE = 0.03;

    /** The least error comes before 500 steps. */
    private static final int SOON = 700;

    private static StudyDesign design(int steps) {
        return new StudyDesign(20, 5, 1, 1, 20, 100, steps);
    }

    /** Rows of unit mean square, to learn from and to judge on. */
    private static Replicate replicate(int draw) {
        FloatMatrix rows = new LowRank(1500, 20, List.of(8.0, 5.0, 3.5, 2.2, 1.3), .25, draw)
                .generate()
                .values()
                .toFloat();
        float unit = (float) StudyDesign.unit(rows);
        for (int i = 0; i < rows.values().length; i++) {
            rows.values()[i] /= unit;
        }
        StudyData data = new StudyData(
                "rows", rows, rows, Optional.empty(), Optional.empty(), 5, Collections.nCopies(20, 0.0), true);
        return Replicate.of(data, design(1), new RandomStreams(draw), 0).learningFrom(rows);
    }

    private static SeedCurve curve(List<SeedCurve> curves, CurveFigure figure, String variant) {
        return curves.stream()
                .filter(curve ->
                        curve.figure() == figure && curve.series().variant().equals(variant))
                .findFirst()
                .orElseThrow();
    }

    private static double mean(
            Start start, Parameterization form, int draws, int steps, ToDoubleFunction<List<SeedCurve>> number) {
        Series series = new Series(form, CodeSize.DOUBLE, TrainingCorruption.NONE, start, "");
        return IntStream.range(0, draws)
                .parallel()
                .mapToDouble(draw ->
                        number.applyAsDouble(new CurveExperiment(design(steps), replicate(draw), 0).outerTime(series)))
                .average()
                .orElseThrow();
    }

    private static double least(List<SeedCurve> curves) {
        return curve(curves, CurveFigure.NOISY, CurveExperiment.HELD_OUT).lowest();
    }

    private static double identity(List<SeedCurve> curves) {
        return curve(curves, CurveFigure.IDENTITY, "").y().getLast();
    }

    @Test
    void theLeastErrorOnTheWayDependsOnTheStart() {
        Map<Start, List<Double>> expected = Map.of(Start.LARGE, LARGE, Start.SMALL, SMALL);
        expected.forEach((start, ratios) -> {
            for (int i = 0; i < ratios.size(); i++) {
                Parameterization form = Parameterization.unrolled().get(i);
                assertThat(mean(start, form, DRAWS, SOON, TwoStartsTest::least))
                        .as(form.label() + " from a " + start.label() + " start")
                        .isCloseTo(ratios.get(i), within(TOLERANCE));
            }
        });
    }

    @Test
    void depthDelaysTheIdentity() {
        List<Double> distances = List.of(0.0, 0.072, 0.109, 0.119);
        for (int i = 0; i < distances.size(); i++) {
            Parameterization form = Parameterization.unrolled().get(i);
            assertThat(mean(Start.LARGE, form, 3, 3000, TwoStartsTest::identity))
                    .as(form.label())
                    .isCloseTo(distances.get(i), within(.01));
        }
    }
}
