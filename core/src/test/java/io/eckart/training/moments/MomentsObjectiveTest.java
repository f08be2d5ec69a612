package io.eckart.training.moments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.eckart.data.corruption.CorruptionTasks;
import io.eckart.network.Dimensions;
import io.eckart.network.LinearArchitecture;
import io.eckart.network.SharedEncoder;
import io.eckart.network.UnrolledEncoder;
import io.eckart.network.kind.Networks;
import io.eckart.network.linear.EveryArchitecture;
import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.Lockstep;
import io.eckart.numerics.PlainMath;
import io.eckart.numerics.RandomStreams;
import io.eckart.numerics.product.Reals64;
import io.eckart.numerics.statistics.Cholesky;
import io.eckart.training.CorruptedRows;
import io.eckart.training.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MomentsObjectiveTest {
    private static final long SEED = 92;
    private static final int D = 4;
    private static final double[] ORIGIN = {0.3, -0.2, 0.5, 0};
    private static final FloatMatrix ROWS = Rows.draw(3, D, SEED);

    static Stream<Arguments> cases() {
        List<Arguments> cases = new ArrayList<>();
        for (String tasks : List.of("none", "gaussian:0.8", "mask:0.4", "none + 2*gaussian:0.8,mask:0.3 + mask:0.6")) {
            for (int k : new int[] {1, 2, D, 6}) {
                for (LinearArchitecture architecture : EveryArchitecture.linear()) {
                    cases.add(Arguments.of(architecture, k, tasks, k % 2 == 1));
                }
            }
        }
        return cases.stream();
    }

    private static LinearProblem problem(String tasks, boolean bias) {
        return LinearProblem.of(Rows.moments(ROWS), CorruptionTasks.parse(tasks), ORIGIN, bias, 1.7);
    }

    private static double[] point(LinearArchitecture architecture, Dimensions dimensions) {
        return Rows.start(architecture, dimensions, 0.1, SEED);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theValueIsTheMeanErrorOverAllCorruptedRows(
            LinearArchitecture architecture, int k, String tasks, boolean bias) {
        LinearProblem problem = problem(tasks, bias);
        Dimensions dimensions = new Dimensions(D, k, false, false);
        MomentsObjective objective = new MomentsObjective(problem, architecture, dimensions, Lockstep.of(1));
        double value = objective.value(point(architecture, dimensions));
        DoubleMatrix map = PlainMath.product(
                objective.composition().decoder().toDouble(),
                objective.composition().encoder().toDouble());
        double[] plain = {0};
        new CorruptedRows(ROWS, CorruptionTasks.parse(tasks), ORIGIN, 1.7).forEach((target, input, probability) -> {
            double error = 0;
            for (int i = 0; i < D; i++) {
                // The best bias is E[x] - BA E[x~]: zeros without one.
                double difference = target[i] - problem.targetMean()[i];
                for (int j = 0; j < D; j++) {
                    difference -= map.get(i, j) * (input[j] - problem.inputShare() * problem.targetMean()[j]);
                }
                error += difference * difference;
            }
            plain[0] += probability * error;
        });
        // Rounding of a few thousand terms, and of moments about another origin.
        assertThat(value).as("seed %d", SEED).isCloseTo(plain[0], within(1e-10 * (1 + problem.energy())));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theGradientIsThatOfCentralDifferences(LinearArchitecture architecture, int k, String tasks, boolean bias) {
        assertGradient(architecture, k, tasks, bias, false);
    }

    /** With some parameters set to the best given the others, the gradient is that of what is left. */
    @ParameterizedTest
    @MethodSource("cases")
    void theGradientIsThatOfCentralDifferencesAlsoWhereParametersAreEliminated(
            LinearArchitecture architecture, int k, String tasks, boolean bias) {
        assertGradient(architecture, k, tasks, bias, true);
    }

    private static void assertGradient(
            LinearArchitecture architecture, int k, String tasks, boolean bias, boolean scaled) {
        Dimensions dimensions = new Dimensions(D, k, false, false);
        MomentsObjective objective =
                new MomentsObjective(problem(tasks, bias), architecture, dimensions, Lockstep.of(1), scaled);
        double[] point = point(architecture, dimensions);
        double[] gradient = new double[point.length];
        objective.evaluate(point, gradient);
        double[] numeric = new double[point.length];
        double largest = 1e-2;
        for (int i = 0; i < point.length; i++) {
            double step = 1e-5;
            double[] above = point.clone();
            above[i] += step;
            double[] below = point.clone();
            below[i] -= step;
            numeric[i] = (objective.value(above) - objective.value(below)) / (2 * step);
            largest = Math.max(largest, Math.abs(numeric[i]));
        }
        // Third derivatives times h^2, and rounding over h, are near 1e-10.
        assertThat(PlainMath.largestDifference(gradient, numeric))
                .as("seed %d", SEED)
                .isLessThanOrEqualTo(1e-6 * largest);
    }

    @Test
    void anUnstableStepHasAnInfiniteValue() {
        UnrolledEncoder encoder = new UnrolledEncoder(3, 1, false);
        Dimensions dimensions = new Dimensions(D, 2, false, false);
        MomentsObjective objective = new MomentsObjective(problem("none", false), encoder, dimensions, Lockstep.of(1));
        double[] point = new double[2 * D];
        point[0] = 1.5;
        double[] gradient = new double[point.length];
        assertThat(objective.evaluate(point, gradient)).isEqualTo(Double.POSITIVE_INFINITY);
        point[0] = 1.4;
        assertThat(objective.evaluate(point, gradient)).isFinite();
    }

    @Test
    void theInnerMatrixIsSetToTheBestOne() {
        SharedEncoder shared = new SharedEncoder();
        Dimensions dimensions = new Dimensions(D, 2, false, false);
        for (String tasks : List.of("none", "gaussian:0.8", "mask:0.4")) {
            MomentsObjective objective =
                    new MomentsObjective(problem(tasks, false), shared, dimensions, Lockstep.of(1), true);
            double[] point = point(shared, dimensions);
            double best = objective.value(point);
            DoubleMatrix b = Networks.of(shared)
                    .layout(dimensions)
                    .in(new Reals64(point), "decoder")
                    .toDouble();
            DoubleMatrix c = Networks.of(shared)
                    .layout(dimensions)
                    .in(new Reals64(point), "inner")
                    .toDouble();
            if (tasks.equals("none")) {
                DoubleMatrix gram = PlainMath.product(b.transpose(), b);
                DoubleMatrix inverse = Cholesky.of(gram).solve(DoubleMatrix.identity(2));
                assertThat(PlainMath.distance(c, inverse)).as("seed %d", SEED).isLessThan(1e-8);
            }
            for (int i = 0; i < 4; i++) {
                for (double by : new double[] {-0.01, 0.01}) {
                    DoubleMatrix other = new DoubleMatrix(2, 2, c.values().clone());
                    other.values()[i] += by;
                    assertThat(error(problem(tasks, false), b, other))
                            .as("%s, entry %d moved, seed %d", tasks, i, SEED)
                            .isGreaterThan(best);
                }
            }
            assertThat(error(problem(tasks, false), b, c)).isCloseTo(best, within(1e-12));
        }
    }

    @Test
    void theSingularValuesOfAnUnrolledDecoderAreSetToTheBestOfItsSpan() {
        Dimensions dimensions = new Dimensions(D, 2, false, false);
        for (int depth : new int[] {1, 10}) {
            UnrolledEncoder encoder = new UnrolledEncoder(depth, 0.7, true);
            for (String tasks : List.of("none", "gaussian:0.8")) {
                double[] point = point(encoder, dimensions);
                MomentsObjective plain =
                        new MomentsObjective(problem(tasks, false), encoder, dimensions, Lockstep.of(1));
                MomentsObjective objective =
                        new MomentsObjective(problem(tasks, false), encoder, dimensions, Lockstep.of(1), true);
                DoubleMatrix before = new DoubleMatrix(D, 2, point.clone());
                double best = objective.value(point);
                assertThat(plain.value(point)).isCloseTo(best, within(1e-12));
                DoubleMatrix after = new DoubleMatrix(D, 2, point.clone());
                assertThat(PlainMath.distance(projector(before), projector(after)))
                        .as("the span stays")
                        .isLessThan(1e-9);
                SplittableRandom random = new RandomStreams(SEED).stream("mixtures");
                for (int trial = 0; trial < 20; trial++) {
                    DoubleMatrix mixed = PlainMath.product(after, mixture(random));
                    assertThat(plain.value(mixed.values()))
                            .as("depth %d, %s, seed %d", depth, tasks, SEED)
                            .isGreaterThan(best);
                }
            }
        }
    }

    private static DoubleMatrix projector(DoubleMatrix b) {
        DoubleMatrix gram = PlainMath.product(b.transpose(), b);
        return PlainMath.product(b, Cholesky.of(gram).solve(b.transpose()));
    }

    /** Off the identity by enough for a filter that is flat to order T to show it, 2 x 2. */
    private static DoubleMatrix mixture(SplittableRandom random) {
        DoubleMatrix mixture = DoubleMatrix.identity(2);
        for (int i = 0; i < 4; i++) {
            mixture.values()[i] += random.nextDouble(-0.3, 0.3);
        }
        return mixture;
    }

    /** {@code tr(Sigma) - 2 tr(B A Sx) + tr(G A Sxx A')} for {@code A = C B'}. */
    private static double error(LinearProblem problem, DoubleMatrix b, DoubleMatrix c) {
        DoubleMatrix map = PlainMath.product(PlainMath.product(b, c), b.transpose());
        DoubleMatrix cross = PlainMath.product(map, problem.cross());
        DoubleMatrix square = PlainMath.product(PlainMath.product(map, problem.input()), map.transpose());
        double error = problem.energy();
        for (int i = 0; i < D; i++) {
            error += square.get(i, i) - 2 * cross.get(i, i);
        }
        return error;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void scalingsAreSymmetricAndPositive(LinearArchitecture architecture, int k, String tasks, boolean bias) {
        Dimensions dimensions = new Dimensions(D, k, false, false);
        MomentsObjective objective =
                new MomentsObjective(problem(tasks, bias), architecture, dimensions, Lockstep.of(1), true);
        double[] point = point(architecture, dimensions);
        objective.evaluate(point, new double[point.length]);
        SplittableRandom random = new RandomStreams(SEED).stream("directions");
        for (int trial = 0; trial < 5; trial++) {
            double[] u = random.doubles(point.length, -1, 1).toArray();
            double[] v = random.doubles(point.length, -1, 1).toArray();
            double[] hu = u.clone();
            objective.precondition(hu);
            double[] hv = v.clone();
            objective.precondition(hv);
            double size = Math.sqrt(dot(u, hu) * dot(v, hv));
            assertThat(dot(u, hu)).as("u'Hu, seed %d", SEED).isGreaterThan(1e-6 * dot(u, u));
            assertThat(dot(u, hv)).as("u'Hv = v'Hu, seed %d", SEED).isCloseTo(dot(v, hu), within(1e-9 * size));
            assertThat(Math.abs(dot(u, hv))).as("Cauchy and Schwarz").isLessThan(size * (1 + 1e-9));
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
