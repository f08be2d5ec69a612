package io.eckart.network.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.eckart.network.Dimensions;
import io.eckart.network.NetworkEncoder;
import io.eckart.network.kind.Networks;
import io.eckart.network.pass.Pass;
import io.eckart.numerics.Activation;
import io.eckart.numerics.RandomStreams;
import io.eckart.numerics.product.Reals64;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One layer as an autoencoder: its gradient in float64, and how layers make a network. */
class StackedLayerTest {
    private static final long SEED = 8;
    private static final int ROWS = 6;
    private static final double STEP = 1e-5;

    @ParameterizedTest
    @CsvSource({"false, false", "false, true", "true, false", "true, true"})
    void theGradientIsThatOfCentralDifferences(boolean indicator, boolean tied) {
        StackedLayer layer = new StackedLayer(5, 4, indicator, Activation.GELU, Activation.TANH, tied);
        SplittableRandom random = new SplittableRandom(SEED);
        int length = layer.layout().length();
        Reals64 parameters = new Reals64(new double[length]);
        Reals64 gradient = new Reals64(new double[length]);
        layer.start(parameters, random);
        Reals64 target = new Reals64(new double[ROWS * 5]);
        Pass pass = layer.form(parameters, gradient).pass(ROWS, gradient);
        for (int i = 0; i < ROWS * 5; i++) {
            target.set(i, i == 3 ? Double.NaN : random.nextGaussian());
            boolean hide = i % 4 == 1;
            pass.input().reals().set(i, hide ? 0 : random.nextGaussian());
            pass.hidden().reals().set(i, hide ? 1 : 0);
        }
        loss(pass, target);
        pass.backward(1);
        double[] analytic = gradient.values().clone();
        for (int i = 0; i < length; i++) {
            double value = parameters.get(i);
            parameters.set(i, value + STEP);
            double above = loss(pass, target);
            parameters.set(i, value - STEP);
            double below = loss(pass, target);
            parameters.set(i, value);
            // Gradients of a loss of some tens are up to tens; rounding over the step stays near 1e-10.
            assertThat(analytic[i])
                    .as("entry %d, seed %d", i, SEED)
                    .isCloseTo((above - below) / (2 * STEP), within(1e-6));
        }
    }

    private static double loss(Pass pass, Reals64 target) {
        pass.encode();
        pass.decode();
        return pass.outputGradient()
                .reals()
                .errors(0, target.length(), 2, pass.output().reals(), target);
    }

    @ParameterizedTest
    @CsvSource({"false", "true"})
    void aNetworkOfLayersIsTheLayersOneAfterTheOther(boolean tied) {
        NetworkEncoder network = NetworkEncoder.mirrored(List.of(6, 5), Activation.TANH, tied);
        Dimensions dimensions = new Dimensions(7, 3, true, false);
        LayerStack stack = new LayerStack(network, dimensions);
        Reals64 whole =
                new Reals64(new double[Networks.of(network).layout(dimensions).length()]);
        whole.fill(0, whole.length(), Double.NaN);
        double[] input = new SplittableRandom(SEED).doubles(7).toArray();
        double[] up = input.clone();
        Reals64[] parameters = new Reals64[stack.size()];
        for (int i = 0; i < stack.size(); i++) {
            StackedLayer layer = stack.layer(i);
            parameters[i] = new Reals64(new double[layer.layout().length()]);
            layer.start(parameters[i], new RandomStreams(SEED).child("layer", i).stream("start"));
            stack.place(i, parameters[i], whole);
            Pass pass = layer.form(parameters[i], parameters[i]).pass(1, null);
            pass.input().reals().copyFrom(up);
            pass.encode();
            up = new double[layer.outputs()];
            pass.codes().reals().copyTo(up);
        }
        Pass pass = Networks.of(network).form(dimensions, true, whole, whole).pass(1, null);
        pass.input().reals().copyFrom(input);
        pass.encode();
        pass.decode();
        double[] codes = new double[3];
        pass.codes().reals().copyTo(codes);
        assertThat(codes).isEqualTo(up);
        double[] output = new double[7];
        pass.output().reals().copyTo(output);
        assertThat(output).as("every parameter is placed").doesNotContain(Double.NaN);
    }

    @Test
    void aDecoderThatDoesNotMirrorIsRefused() {
        NetworkEncoder network = new NetworkEncoder(List.of(6), List.of(5), Activation.RELU, false);
        assertThatThrownBy(() -> new LayerStack(network, new Dimensions(7, 3, false, false)))
                .hasMessageContaining("mirrored decoder");
    }
}
