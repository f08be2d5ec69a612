package io.eckart.numerics.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.eckart.numerics.Draws;
import io.eckart.numerics.PlainMath;
import io.eckart.numerics.RandomStreams;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The loops that load rows, corrupt them and compare them, against the plain formula. */
class RealsRowsTest {
    private static final long SEED = 71;

    @ParameterizedTest
    @MethodSource("io.eckart.numerics.product.RealsTest#ranges")
    void errorsLeaveMissingTargetsOut(RealsTest.Range r) {
        Reals x = r.random("x");
        double[] expected = RealsTest.values(x);
        Reals output = r.random("output");
        Reals target = r.random("y");
        double sum = 0;
        for (int i = r.offset(); i < r.offset() + r.count(); i++) {
            double difference = output.get(i) - target.get(i);
            if (i % 4 == 1) {
                target.set(i, Double.NaN);
                difference = 0;
            }
            expected[i] = 0.3 * difference;
            sum += difference * difference;
        }
        double error = x.errors(r.offset(), r.count(), 0.3, output, target);
        assertThat(error).isCloseTo(sum, within(r.count() * r.tolerance() * sum + 1e-300));
        assertThat(PlainMath.largestDifference(RealsTest.values(x), expected))
                .as("seed %d", SEED)
                .isLessThanOrEqualTo(r.tolerance());
    }

    @ParameterizedTest
    @MethodSource("io.eckart.numerics.product.RealsTest#ranges")
    void rowsAreStandardisedAndTheirMissingCellsHidden(RealsTest.Range r) {
        float[] rows = new float[r.count() + 4];
        double[] origin = new double[r.count()];
        for (int j = 0; j < r.count(); j++) {
            rows[4 + j] = j % 3 == 1 ? Float.NaN : (float) (1 + j % 5);
            origin[j] = 0.5 + j % 2;
        }
        Reals x = r.random("x");
        double[] before = RealsTest.values(x);
        Reals hidden = r.random("y");
        double[] hiddenBefore = RealsTest.values(hidden);
        x.standardize(r.offset(), r.count(), rows, 4, origin, 1.5);
        double[] expected = before.clone();
        double[] flags = hiddenBefore.clone();
        int kept = 0;
        for (int j = 0; j < r.count(); j++) {
            boolean missing = j % 3 == 1;
            kept += Double.isNaN(x.get(r.offset() + j)) == missing ? 1 : 0;
            expected[r.offset() + j] = missing ? 0 : (1 + j % 5 - origin[j]) / 1.5;
            flags[r.offset() + j] = missing ? 1 : 0;
        }
        assertThat(kept).as("missing cells stay missing, and no others").isEqualTo(r.count());
        x.hideMissing(r.offset(), r.count(), hidden);
        assertThat(PlainMath.largestDifference(RealsTest.values(x), expected)).isLessThanOrEqualTo(r.tolerance());
        assertThat(PlainMath.largestDifference(RealsTest.values(hidden), flags)).isZero();
    }

    @ParameterizedTest
    @MethodSource("io.eckart.numerics.product.RealsTest#ranges")
    void noiseAndMasksAreThoseOfTheDraws(RealsTest.Range r) {
        Draws used = new RandomStreams(SEED).draws("noise");
        Draws again = new RandomStreams(SEED).draws("noise");
        RealsTest.check(
                r,
                "noise",
                0,
                r.random("y"),
                (x, y) -> x.addNoise(r.offset(), r.count(), 0.3, used),
                (x, y) -> x + 0.3 * again.nextGaussian());
        Reals x = r.random("x");
        Reals hidden = r.flags();
        double[] expected = RealsTest.values(x);
        double[] flags = RealsTest.values(hidden);
        for (int i = r.offset(); i < r.offset() + r.count(); i++) {
            if (again.nextBoolean(0.4f)) {
                expected[i] = 0;
                flags[i] = 1;
            }
        }
        x.hide(r.offset(), r.count(), 0.4, hidden, used);
        assertThat(RealsTest.values(x)).as("seed %d", SEED).containsExactly(expected);
        assertThat(RealsTest.values(hidden)).as("seed %d", SEED).containsExactly(flags);
    }
}
