package io.eckart.training.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.eckart.numerics.PlainMath;
import io.eckart.numerics.RandomStreams;
import io.eckart.numerics.product.Reals;
import io.eckart.numerics.product.Reals.Precision;
import io.eckart.training.HeldOut;
import io.eckart.training.Rows;
import io.eckart.training.TrainingConfig.Schedule;
import io.eckart.training.batch.BestSoFar;
import io.eckart.training.batch.LearningRate;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OptimizersTest {
    private static final long SEED = 95;
    private static final int N = 13;
    private static final int STEPS = 25;

    private interface Plain {
        /** Moves x by the formula; t is counted from 1. */
        void move(double[] x, double[] gradient, int t, double rate);
    }

    private static double rate(int t) {
        return 0.05 / t;
    }

    /** Several steps in two slices each, beside the plain formula. */
    private static void check(Precision precision, Optimizer optimizer, Plain plain) {
        SplittableRandom random = new RandomStreams(SEED).stream("gradients");
        Reals x = precision.zeros(N);
        Reals gradient = precision.zeros(N);
        double[] expected = new double[N];
        for (int i = 0; i < N; i++) {
            expected[i] = (float) random.nextDouble(-1, 1);
        }
        x.copyFrom(expected);
        for (int t = 1; t <= STEPS; t++) {
            double[] slope = new double[N];
            for (int i = 0; i < N; i++) {
                slope[i] = (float) (i == 5 ? 0 : random.nextDouble(-2, 2) * Math.pow(10, i % 4 - 2));
            }
            gradient.copyFrom(slope);
            optimizer.begin(t, rate(t));
            optimizer.move(x, gradient, 0, 6);
            optimizer.move(x, gradient, 6, N - 6);
            plain.move(expected, slope, t, rate(t));
            double[] reached = new double[N];
            x.copyTo(reached);
            // Values near 1, a few roundings a step.
            double unit = precision == Precision.FLOAT32 ? PlainMath.EPS_FLOAT : PlainMath.EPS;
            assertThat(PlainMath.largestDifference(reached, expected))
                    .as("step %d, seed %d", t, SEED)
                    .isLessThan(8 * t * unit);
        }
    }

    @Test
    void adamHasNoSubnormalMomentsForWeightsWithoutAGradientAnyMore() {
        Adam adam = new Adam(Precision.FLOAT32, 3, 0);
        Reals x = Precision.FLOAT32.zeros(3);
        Reals gradient = Precision.FLOAT32.zeros(3);
        gradient.copyFrom(new double[] {0.3, -1e-12, 1e-25});
        for (int t = 1; t <= 200_000; t++) {
            if (t == 2) {
                gradient.fill(0, 3, 0);
            }
            adam.begin(t, 1e-3);
            adam.move(x, gradient, 0, 3);
        }
        for (int i = 0; i < 3; i++) {
            double first = Math.abs(state(adam, "adam.first", i));
            double second = state(adam, "adam.second", i);
            // The first moment is also multiplied by the rate.
            assertThat(first == 0 || 1e-3 * first >= Float.MIN_NORMAL)
                    .as("%s", first)
                    .isTrue();
            assertThat(second == 0 || second >= Float.MIN_NORMAL)
                    .as("%s", second)
                    .isTrue();
        }
    }

    private static double state(Optimizer optimizer, String name, int index) {
        return Objects.requireNonNull(optimizer.state().get(name)).get(index);
    }

    @ParameterizedTest
    @EnumSource
    void adamFollowsItsAlgorithm(Precision precision) {
        for (double decay : new double[] {0, 0.1}) {
            double[] m = new double[N];
            double[] v = new double[N];
            check(precision, new Adam(precision, N, decay), (x, g, t, rate) -> {
                for (int i = 0; i < N; i++) {
                    m[i] = 0.9 * m[i] + 0.1 * g[i];
                    v[i] = 0.999 * v[i] + 0.001 * g[i] * g[i];
                    double mean = m[i] / (1 - Math.pow(0.9, t));
                    double square = v[i] / (1 - Math.pow(0.999, t));
                    x[i] -= rate * decay * x[i] + rate * mean / (Math.sqrt(square) + 1e-8);
                }
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void momentumFollowsItsFormula(Precision precision) {
        for (double momentum : new double[] {0, 0.9}) {
            for (double decay : new double[] {0, 0.1}) {
                double[] v = new double[N];
                check(precision, new MomentumDescent(precision, N, momentum, decay), (x, g, t, rate) -> {
                    for (int i = 0; i < N; i++) {
                        v[i] = momentum * v[i] + g[i];
                        x[i] -= rate * decay * x[i] + rate * v[i];
                    }
                });
            }
        }
    }

    @Test
    void theLearningRateRisesThenStaysOrFallsAlongACosine() {
        LearningRate constant = new LearningRate(0.4, Schedule.CONSTANT, 4, 20);
        LearningRate cosine = new LearningRate(0.4, Schedule.COSINE, 4, 20);
        for (LearningRate rate : new LearningRate[] {constant, cosine}) {
            assertThat(rate.at(0)).isCloseTo(0.1, within(1e-15));
            assertThat(rate.at(1)).isCloseTo(0.2, within(1e-15));
            assertThat(rate.at(3)).isCloseTo(0.4, within(1e-15));
            assertThat(rate.at(4)).isCloseTo(0.4, within(1e-15));
        }
        assertThat(constant.at(19)).isEqualTo(0.4);
        assertThat(cosine.at(8)).isCloseTo(0.2 * (1 + Math.sqrt(0.5)), within(1e-15));
        assertThat(cosine.at(12)).isCloseTo(0.2, within(1e-15));
        assertThat(cosine.at(19)).isCloseTo(0.2 * (1 - Math.cos(Math.PI / 16)), within(1e-15));
        assertThat(cosine.at(20)).isCloseTo(0, within(1e-15));
        assertThat(cosine.at(25)).isCloseTo(0, within(1e-15));
        assertThat(new LearningRate(0.4, Schedule.COSINE, 0, 1).at(0)).isEqualTo(0.4);
    }

    @Test
    void heldOutRowsAreTheirPartAndSpreadAlongTheData() {
        for (int n : new int[] {10, 11, 37, 1000, 4999}) {
            for (double part : new double[] {0.01, 0.1, 0.37, 0.5, 0.99}) {
                HeldOut held = HeldOut.of(n, part, new RandomStreams(SEED).stream("held out"));
                int count = Math.clamp(Math.round(n * part), 1, n - 1);
                assertThat(held.count()).as("n = %d, part %g", n, part).isEqualTo(count);
                assertThat(held.heldOut()).hasSize(count).isSorted();
                assertThat(held.train()).hasSize(n - count).isSorted();
                int[] flagged = held.heldOut();
                for (int i = 0; i < count; i++) {
                    assertThat(held.flags()[flagged[i]]).isTrue();
                    assertThat(flagged[i])
                            .as("row %d of %d of %d, seed %d", i, count, n, SEED)
                            .isBetween(i * n / count, (i + 1) * n / count - 1);
                }
            }
        }
    }

    @Test
    void noRowIsHeldOutOfFewerThanTenOrWhereNoneIsWanted() {
        SplittableRandom random = new RandomStreams(SEED).stream("held out");
        assertThat(HeldOut.of(9, 0.5, random).count()).isZero();
        assertThat(HeldOut.of(9, 0.5, random).train()).containsExactly(Rows.range(0, 9));
        assertThat(HeldOut.of(1000, 0, random).count()).isZero();
        assertThat(HeldOut.of(10, 0.001, random).count()).isEqualTo(1);
    }

    @Test
    void theBestIsKeptAndPatienceEndsWithoutNoticeableProgress() {
        BestSoFar best = new BestSoFar(3);
        double[] point = {1};
        best.offer(0, 10, point);
        point[0] = 2;
        best.offer(1, 8, point);
        point[0] = 3;
        best.offer(2, 9, point);
        assertThat(best.parameters()).as("a copy of the better one").containsExactly(2);
        assertThat(best.error()).isEqualTo(8);
        assertThat(best.epoch()).isEqualTo(1);
        assertThat(best.isExhausted(3)).isFalse();
        best.offer(3, 7.9999, point);
        assertThat(best.epoch()).as("better by a little is better").isEqualTo(3);
        assertThat(best.parameters()).containsExactly(3);
        assertThat(best.isExhausted(4)).as("but no progress since epoch 1").isTrue();
        best.offer(4, Double.NaN, point);
        assertThat(best.epoch()).isEqualTo(3);
        best.offer(5, 7, point);
        assertThat(best.isExhausted(7)).isFalse();
        assertThat(best.isExhausted(8)).isTrue();
        BestSoFar copy = new BestSoFar(3);
        copy.restore(best.numbers(), best.parameters().clone());
        assertThat(copy.isExhausted(7)).isFalse();
        assertThat(copy.isExhausted(8)).isTrue();
        assertThat(copy.error()).isEqualTo(7);
        assertThat(copy.epoch()).isEqualTo(5);
    }
}
