package io.eckart.network.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.eckart.network.Dimensions;
import io.eckart.network.UnrolledEncoder;
import io.eckart.network.pass.Pass;
import io.eckart.numerics.RandomStreams;
import io.eckart.numerics.product.Reals64;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows with the same cells hidden share one composed encoder: the recursion over each row is the specification. */
class UnrolledPassTest {
    private static final long SEED = 17;
    private static final int ROWS = 12;
    private static final int D = 6;

    /** The two ways differ by the rounding of some hundred float64 operations on numbers around 1. */
    private static final double ROUNDING = 1e-12;

    @ParameterizedTest
    @CsvSource({"2, 1", "2, 10", "6, 5", "9, 5", "3, 100"})
    void aSharedMaskGivesCodesAndGradientsOfTheRecursion(int k, int depth) {
        Dimensions dimensions = new Dimensions(D, k, false, k == 3);
        UnrolledEncoder encoder = new UnrolledEncoder(depth, 0.8, true);
        UnrolledNetwork network = new UnrolledNetwork(encoder);
        SplittableRandom random = new RandomStreams(SEED).stream("shared mask");
        int length = network.layout(dimensions).length();
        Reals64 parameters = new Reals64(new double[length]);
        network.start(dimensions, parameters, random);
        Reals64 gradient = new Reals64(new double[length]);
        UnrolledForm form = new UnrolledForm(network, dimensions, parameters, gradient);
        form.compose();
        Pass shared = form.pass(ROWS, form.weightGradient());
        assertThat(shared).isInstanceOf(UnrolledPass.class);
        RecurrentCell to = cell(form, encoder, dimensions);
        Pass plain = new RecurrentPass(dimensions, ROWS, cellOf(form.weights(), encoder, dimensions), to, 0);
        fill(shared, plain, random);
        shared.encode();
        shared.decode();
        plain.encode();
        plain.decode();
        for (int i = 0; i < ROWS * k; i++) {
            assertThat(shared.codes().reals().get(shared.codes().offset() + i))
                    .as("code entry %d, seed %d", i, SEED)
                    .isCloseTo(plain.codes().reals().get(i), within(ROUNDING));
        }
        shared.backward(1.0 / ROWS);
        form.pullBack();
        double[] together = gradient.values().clone();
        plain.backward(1.0 / ROWS);
        form.weightGradient().copyFrom(plainGradient.values());
        form.pullBack();
        for (int i = 0; i < length; i++) {
            assertThat(together[i])
                    .as("gradient entry %d, seed %d", i, SEED)
                    .isCloseTo(gradient.get(i), within(ROUNDING * 10));
        }
    }

    private Reals64 plainGradient = new Reals64(new double[0]);

    private RecurrentCell cell(UnrolledForm form, UnrolledEncoder encoder, Dimensions dimensions) {
        plainGradient = new Reals64(new double[form.weights().length()]);
        return cellOf(plainGradient, encoder, dimensions);
    }

    private static RecurrentCell cellOf(
            io.eckart.numerics.product.Reals array, UnrolledEncoder encoder, Dimensions dimensions) {
        return UnrolledForm.cell(array, UnrolledForm.layout(dimensions, encoder.depth()));
    }

    /** The same rows in both, the second and the last cell hidden in all of them. */
    private static void fill(Pass one, Pass other, SplittableRandom random) {
        for (int i = 0; i < ROWS; i++) {
            for (int j = 0; j < D; j++) {
                boolean hide = j == 1 || j == D - 1;
                double value = hide ? 0 : random.nextGaussian();
                double slope = random.nextGaussian();
                for (Pass pass : new Pass[] {one, other}) {
                    pass.input().set(i, j, value);
                    pass.hidden().set(i, j, hide ? 1 : 0);
                    pass.outputGradient().set(i, j, slope);
                }
            }
        }
    }
}
