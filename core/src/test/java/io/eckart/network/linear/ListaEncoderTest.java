package io.eckart.network.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.eckart.network.Composed;
import io.eckart.network.Dimensions;
import io.eckart.network.ListaEncoder;
import io.eckart.network.UnrolledEncoder;
import io.eckart.network.kind.Networks;
import io.eckart.network.pass.Form;
import io.eckart.network.pass.Layout;
import io.eckart.network.pass.Pass;
import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.PlainMath;
import io.eckart.numerics.RandomStreams;
import io.eckart.numerics.product.MatrixView;
import io.eckart.numerics.product.Reals;
import io.eckart.numerics.product.Reals.Precision;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListaEncoderTest {
    private static final long SEED = 84;
    private static final int D = 5;
    private static final int ROWS = 6;

    private final SplittableRandom random = new RandomStreams(SEED).stream("lista");

    private double[] rows() {
        return random.doubles(ROWS * D, -2, 2).toArray();
    }

    /** Codes of some rows by lista with the weights of gradient descent on B. */
    private static Pass lista(DoubleMatrix b, int depth, double step, double a, double[] rows) {
        ListaEncoder lista = new ListaEncoder(depth, a);
        Dimensions dimensions = new Dimensions(b.rows(), b.columns(), false, false);
        Layout layout = Networks.of(lista).layout(dimensions);
        Reals parameters = Precision.FLOAT64.zeros(layout.length());
        MatrixView decoder = MatrixView.zeros(b.rows(), b.columns());
        decoder.copyFrom(b);
        RecurrentCell.in(parameters, layout, depth, false).unrollFrom(decoder, step);
        layout.in(parameters, RecurrentCell.THRESHOLD).fill(step * a);
        Form form = Networks.of(lista).form(dimensions, false, parameters, Precision.FLOAT64.zeros(layout.length()));
        form.compose();
        Pass pass = form.pass(rows.length / b.rows(), null);
        pass.input().reals().copyFrom(rows);
        pass.encode();
        pass.decode();
        return pass;
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 5, 8})
    void withoutAThresholdListaIsGradientDescent(int k) {
        DoubleMatrix b = Composed.scaled(0.3, PlainMath.gaussian(D, k, random));
        double[] rows = rows();
        Pass pass = lista(b, 12, 0.8, 0, rows);
        DoubleMatrix a = Composed.of(new UnrolledEncoder(12, 0.8, false), b).encoder();
        DoubleMatrix codes = PlainMath.product(new DoubleMatrix(ROWS, D, rows), a.transpose());
        assertThat(PlainMath.distance(pass.codes().toDouble(), codes))
                .as("seed %d", SEED)
                .isLessThan(1e-12);
        assertThat(pass.penalty()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 9})
    void manyStepsOfListaReachTheOptimalityConditionsOfTheLasso(int k) {
        DoubleMatrix decoder = PlainMath.gaussian(D, k, random);
        for (int j = 0; j < k; j++) {
            double norm = 0;
            for (int i = 0; i < D; i++) {
                norm += decoder.get(i, j) * decoder.get(i, j);
            }
            for (int i = 0; i < D; i++) {
                decoder.values()[i * k + j] /= Math.sqrt(norm);
            }
        }
        double a = 0.4;
        double[] rows = rows();
        // Unit columns: s_max^2 is at most k. With k above d convergence is slow: 4000 steps leave 7e-9.
        Pass pass = lista(decoder, 12_000, 1.0 / k, a, rows);
        DoubleMatrix residual =
                PlainMath.minus(new DoubleMatrix(ROWS, D, rows), pass.output().toDouble());
        DoubleMatrix correlations = PlainMath.product(residual, decoder);
        int zeros = 0;
        double magnitudes = 0;
        for (int row = 0; row < ROWS; row++) {
            for (int j = 0; j < k; j++) {
                double y = pass.codes().get(row, j);
                double correlation = correlations.get(row, j);
                zeros += y == 0 ? 1 : 0;
                magnitudes += Math.abs(y);
                assertThat(Math.abs(correlation)).as("seed %d", SEED).isLessThan(a + 1e-9);
                if (y != 0) {
                    assertThat(correlation).as("seed %d", SEED).isCloseTo(a * Math.signum(y), within(1e-9));
                }
            }
        }
        assertThat(zeros).as("codes are sparse, not empty").isBetween(ROWS / 2, ROWS * k - ROWS);
        assertThat(pass.penalty()).as("2 a |y|").isCloseTo(2 * a * magnitudes, within(1e-10));
    }

    @Test
    void listaKeepsThresholdsAtZeroAndColumnsAtLengthOne() {
        ListaEncoder lista = new ListaEncoder(3, 0.1);
        Dimensions dimensions = new Dimensions(D, 3, false, false);
        Layout layout = Networks.of(lista).layout(dimensions);
        for (Precision precision : Precision.values()) {
            Reals values = precision.zeros(layout.length());
            values.fill(0, values.length(), 0.1);
            MatrixView decoder = layout.in(values, "decoder");
            for (int i = 0; i < D; i++) {
                decoder.set(i, 1, i + 1);
            }
            layout.in(values, RecurrentCell.THRESHOLD).set(0, 2, -0.3);
            Networks.of(lista).constraint(dimensions, values).enforce();
            for (int i = 0; i < D; i++) {
                assertThat(decoder.get(i, 0)).as("a short column stays").isCloseTo(0.1, within(1e-7));
                assertThat(decoder.get(i, 1)).isCloseTo((i + 1) / Math.sqrt(55), within(1e-6));
            }
            MatrixView thresholds = layout.in(values, RecurrentCell.THRESHOLD);
            assertThat(thresholds.get(0, 1)).isCloseTo(0.1, within(1e-7));
            assertThat(thresholds.get(0, 2)).isZero();
            assertThat(layout.in(values, "encode").get(1, 1))
                    .as("nothing else moves")
                    .isCloseTo(0.1, within(1e-7));
        }
    }
}
