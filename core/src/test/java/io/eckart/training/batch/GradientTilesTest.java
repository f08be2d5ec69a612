package io.eckart.training.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.eckart.network.Dimensions;
import io.eckart.network.NetworkEncoder;
import io.eckart.network.kind.Networks;
import io.eckart.network.pass.Form;
import io.eckart.network.pass.Pass;
import io.eckart.numerics.Activation;
import io.eckart.numerics.RandomStreams;
import io.eckart.numerics.product.Reals64;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The gradient summed by tiles, against the passes' own sums one after the other. */
class GradientTilesTest {
    private static final long SEED = 131;
    private static final int D = 300;
    private static final Dimensions DIMENSIONS = new Dimensions(D, 7, true, false);

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void everyEntryIsTheSumOfThePassesGradients(boolean tied) {
        // 300 x 301 weights are more than one tile, and no whole number of them.
        NetworkEncoder network = NetworkEncoder.mirrored(List.of(301), Activation.TANH, tied);
        SplittableRandom random = new RandomStreams(SEED).stream("tiles");
        int length = Networks.of(network).layout(DIMENSIONS).length();
        Reals64 parameters = new Reals64(new double[length]);
        Networks.of(network).start(DIMENSIONS, parameters, random);
        Reals64 gradient = new Reals64(new double[length]);
        Form form = Networks.of(network).form(DIMENSIONS, true, parameters, gradient);
        List<Pass> passes = List.of(pass(form, 3, random), pass(form, 5, random));
        passes.forEach(pass -> pass.backward(1));
        double[] expected = gradient.values().clone();
        gradient.fill(0, length, Double.NaN);
        GradientTiles tiles = new GradientTiles(passes);
        int covered = 0;
        for (int i = tiles.count() - 1; i >= 0; i--) {
            for (GradientTiles.Tile tile : tiles.group(i)) {
                tile.sum();
                covered += tile.length();
            }
        }
        assertThat(tiles.count()).as("groups").isGreaterThan(2);
        assertThat(covered).as("each entry once").isEqualTo(length);
        for (int i = 0; i < length; i++) {
            // Sums of 8 products of numbers around 1, in float64.
            assertThat(gradient.get(i)).as("entry %d, seed %d", i, SEED).isCloseTo(expected[i], within(1e-12));
        }
    }

    private static Pass pass(Form form, int rows, SplittableRandom random) {
        Pass pass = form.pass(rows, form.weightGradient());
        for (int i = 0; i < rows * D; i++) {
            pass.input().reals().set(i, random.nextGaussian());
            pass.hidden().reals().set(i, random.nextInt(2));
            pass.outputGradient().reals().set(i, random.nextGaussian());
        }
        pass.encode();
        pass.decode();
        return pass;
    }
}
