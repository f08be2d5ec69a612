package io.eckart.numerics.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.eckart.numerics.Activation;
import io.eckart.numerics.PlainMath;
import io.eckart.numerics.RandomStreams;
import io.eckart.numerics.product.Reals.Precision;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every loop against the plain formula in float64; what lies outside of the range stays as it was. */
class RealsTest {
    private static final long SEED = 71;
    private static final int OTHER_OFFSET = 2;
    private static final int ROWS = 3;

    /** A range of some array; the length of rows where there are any. */
    record Range(Precision precision, int count, int offset) {
        /** Values are below 4 and a formula has at most four roundings. */
        double tolerance() {
            return 16 * (precision == Precision.FLOAT32 ? PlainMath.EPS_FLOAT : PlainMath.EPS);
        }

        /** Values both precisions hold, some of them 0, of both signs. */
        Reals random(String purpose) {
            SplittableRandom random = new RandomStreams(SEED).stream(purpose + count);
            Reals reals = precision.zeros(offset + ROWS * count + 5);
            for (int i = 0; i < reals.length(); i++) {
                reals.set(i, random.nextInt(8) == 0 ? 0 : (float) random.nextDouble(-2, 2));
            }
            return reals;
        }

        Reals flags() {
            SplittableRandom random = new RandomStreams(SEED).stream("flags" + count);
            Reals reals = precision.zeros(offset + ROWS * count + 5);
            for (int i = 0; i < reals.length(); i++) {
                reals.set(i, random.nextInt(3) == 0 ? 1 : 0);
            }
            return reals;
        }

        /** Puts f(z) into x and gives f'(z), leaving z as it is. */
        Reals differentiate(Activation f, Reals x, Reals z) {
            Reals slope = precision.zeros(z.length());
            slope.copy(0, z.length(), z, 0);
            x.activateAndDifferentiate(f, offset, count, slope);
            return slope;
        }
    }

    interface Loop {
        void run(Reals x, Reals y);
    }

    interface Formula {
        /** The value for entry i of x and the entry of y that it meets. */
        double of(double x, double y);
    }

    /** The longest is longer than a sum in float32. */
    static Stream<Range> ranges() {
        List<Range> ranges = new ArrayList<>();
        for (Precision precision : Precision.values()) {
            for (int count : new int[] {1, 4, 6, 13, 16, 25, 1500}) {
                for (int offset : new int[] {0, 3}) {
                    ranges.add(new Range(precision, count, offset));
                }
            }
        }
        return ranges.stream();
    }

    static double[] values(Reals reals) {
        double[] values = new double[reals.length()];
        reals.copyTo(values);
        return values;
    }

    static void check(Range range, String what, int yOffset, Reals y, Loop loop, Formula formula) {
        Reals x = range.random("x");
        double[] expected = values(x);
        for (int i = 0; i < range.count; i++) {
            expected[range.offset + i] = formula.of(expected[range.offset + i], y.get(yOffset + i));
        }
        loop.run(x, y);
        assertThat(PlainMath.largestDifference(values(x), expected))
                .as("%s, seed %d", what, SEED)
                .isLessThanOrEqualTo(range.tolerance());
    }

    @ParameterizedTest
    @MethodSource("ranges")
    void elementsFollowTheirFormula(Range r) {
        int n = r.count;
        int at = r.offset;
        int from = OTHER_OFFSET;
        Reals y = r.random("y");
        check(r, "fill", from, y, (x, o) -> x.fill(at, n, 0.75), (x, o) -> 0.75);
        check(r, "scale", from, y, (x, o) -> x.scale(at, n, -1.3), (x, o) -> -1.3 * x);
        check(r, "add", from, y, (x, o) -> x.add(at, n, 0.6, o, from), (x, o) -> x + 0.6 * o);
        check(r, "multiply", at, y, (x, o) -> x.multiply(at, n, o), (x, o) -> x * o);
        check(r, "copy", from, y, (x, o) -> x.copy(at, n, o, from), (x, o) -> o);
        check(r, "signs", from, y, (x, o) -> x.addSigns(at, n, 0.4, o, from), (x, o) -> x + 0.4 * Math.signum(o));
        check(r, "raise", from, y, (x, o) -> x.raiseTo(at, n, 0.25), (x, o) -> Math.max(x, 0.25));
        Reals hidden = r.flags();
        check(r, "clear", at, hidden, (x, h) -> x.clearWhere(at, n, h), (x, h) -> h == 1 ? 0 : x);
        for (Activation f : Activation.values()) {
            check(r, "f " + f, from, y, (x, z) -> x.activate(f, at, n, z, from), (x, z) -> f.value(z));
            check(r, "f besides f' " + f, at, y, (x, z) -> r.differentiate(f, x, z), (x, z) -> f.value(z));
            Loop slope = (x, z) -> x.copy(at, n, r.differentiate(f, x, z), at);
            check(r, "f' " + f, at, y, slope, (x, z) -> f.derivative(z));
            check(r, "f at the same place " + f, at, y, (x, z) -> x.activate(f, at, n, z, at), (x, z) -> f.value(z));
        }
    }

    @ParameterizedTest
    @MethodSource("ranges")
    void aHiddenResidualIsZeroAndAnObservedOneTheDifference(Range r) {
        Reals x = r.random("x");
        double[] before = values(x);
        Reals target = r.random("y");
        Reals hidden = r.flags();
        double[] expected = before.clone();
        for (int i = r.offset; i < r.offset + r.count; i++) {
            expected[i] = hidden.get(i) == 1 ? 0 : target.get(i) - before[i];
        }
        x.residual(r.offset, r.count, target, hidden);
        assertThat(PlainMath.largestDifference(values(x), expected))
                .as("seed %d", SEED)
                .isLessThanOrEqualTo(r.tolerance());
    }

    @ParameterizedTest
    @MethodSource("ranges")
    void sumsAreThoseOfThePlainLoop(Range r) {
        Reals x = r.random("x");
        double squares = 0;
        double magnitudes = 0;
        for (int i = r.offset; i < r.offset + r.count; i++) {
            squares += x.get(i) * x.get(i);
            magnitudes += Math.abs(x.get(i));
        }
        // Rounding of a sum of n positive numbers is at most n units of the sum; float32 sums are at most 1024 long.
        double relative = r.count * r.tolerance();
        assertThat(x.sumOfSquares(r.offset, r.count)).isCloseTo(squares, within(relative * squares + 1e-300));
        assertThat(x.sumOfMagnitudes(r.offset, r.count))
                .isCloseTo(magnitudes, within(r.count * 16 * PlainMath.EPS * magnitudes + 1e-300));
    }

    @ParameterizedTest
    @MethodSource("ranges")
    void rowsAndColumnsFollowTheirFormula(Range r) {
        int n = r.count;
        Reals x = r.random("x");
        Reals vector = r.random("y");
        double[] expected = values(x);
        for (int i = 0; i < ROWS * n; i++) {
            expected[r.offset + i] = vector.get(OTHER_OFFSET + i % n);
        }
        x.fillRows(r.offset, ROWS, n, vector, OTHER_OFFSET);
        assertThat(PlainMath.largestDifference(values(x), expected))
                .as("rows, seed %d", SEED)
                .isLessThanOrEqualTo(r.tolerance());

        Reals sums = r.random("x");
        double[] expectedSums = values(sums);
        for (int i = 0; i < ROWS * n; i++) {
            expectedSums[r.offset + i % n] += vector.get(OTHER_OFFSET + i);
        }
        sums.columnSums(r.offset, vector, OTHER_OFFSET, ROWS, n).run();
        assertThat(PlainMath.largestDifference(values(sums), expectedSums))
                .as("columns, seed %d", SEED)
                .isLessThanOrEqualTo(r.tolerance());
    }

    @ParameterizedTest
    @EnumSource
    void columnSumsAreOverAllOfManyRows(Precision precision) {
        int rows = 600;
        int n = 3;
        Reals y = precision.zeros(rows * n);
        double[] expected = {0.5, 0.5, 0.5};
        for (int i = 0; i < rows * n; i++) {
            y.set(i, i % 7 - 2);
            expected[i % n] += i % 7 - 2;
        }
        Reals sums = precision.zeros(n);
        sums.fill(0, n, 0.5);
        sums.columnSums(0, y, 0, rows, n).run();
        // Whole numbers and halves: no rounding.
        assertThat(values(sums)).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("ranges")
    void transposesAndOtherPrecisionsAreReadRight(Range r) {
        int n = r.count;
        Reals x = r.random("x");
        Reals y = r.random("y");
        double[] expected = values(x);
        for (int i = 0; i < ROWS; i++) {
            for (int j = 0; j < n; j++) {
                expected[r.offset + i * n + j] += 0.5 * y.get(OTHER_OFFSET + j * ROWS + i);
            }
        }
        x.addTransposed(r.offset, ROWS, n, 0.5, y, OTHER_OFFSET);
        assertThat(PlainMath.largestDifference(values(x), expected)).isLessThanOrEqualTo(r.tolerance());
        for (Precision precision : Precision.values()) {
            Reals converted = precision.zeros(x.length());
            converted.convert(r.offset, n, y, OTHER_OFFSET);
            for (int i = 0; i < n; i++) {
                double value = y.get(OTHER_OFFSET + i);
                assertThat(converted.get(r.offset + i))
                        .isEqualTo(precision == Precision.FLOAT32 ? (float) value : value);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("ranges")
    void standardisedRowsComeBack(Range r) {
        int n = r.count;
        float[] row = new float[n + 3];
        double[] origin = new double[n];
        for (int j = 0; j < n; j++) {
            row[j + 2] = 3 + j;
            origin[j] = 0.5 * j;
        }
        Reals x = r.random("x");
        x.standardize(r.offset, n, row, 2, origin, 4);
        float[] back = new float[n + 3];
        float[] given = new float[n + 3];
        x.restore(r.offset, n, origin, 4, back, 2);
        x.copyTo(r.offset, n, given, 1);
        for (int j = 0; j < n; j++) {
            assertThat(x.get(r.offset + j)).isEqualTo((3 + j - 0.5 * j) / 4);
            assertThat(back[j + 2]).isEqualTo(row[j + 2]);
            assertThat(given[j + 1]).isEqualTo((float) ((3 + j - 0.5 * j) / 4));
        }
    }

    @Test
    void arraysGoInAndOut() {
        for (Precision precision : Precision.values()) {
            Reals reals = precision.zeros(5);
            assertThat(reals.precision()).isEqualTo(precision);
            assertThat(values(reals)).containsOnly(0).hasSize(5);
            double[] given = {1, -2, 0.5, 0.25, 3};
            reals.copyFrom(given);
            Arrays.fill(given, 9);
            assertThat(values(reals)).containsExactly(1, -2, 0.5, 0.25, 3);
        }
    }
}
