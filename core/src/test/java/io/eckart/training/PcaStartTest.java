package io.eckart.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.eckart.data.Features;
import io.eckart.model.Pca;
import io.eckart.network.Dimensions;
import io.eckart.network.NetworkEncoder;
import io.eckart.network.kind.Networks;
import io.eckart.network.pass.Form;
import io.eckart.network.pass.Pass;
import io.eckart.network.pass.Subspace;
import io.eckart.numerics.Activation;
import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.RandomStreams;
import io.eckart.numerics.Workers;
import io.eckart.numerics.product.Reals64;
import io.eckart.numerics.statistics.SymmetricEigen;
import io.eckart.training.autoencoder.AutoencoderTrainer;
import io.eckart.training.pca.PcaTrainer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PcaStartTest {
    private static final long SEED = 98;
    private static final int D = 6;
    private static final int N = 40;
    private static final FloatMatrix ROWS = Rows.draw(N, D, SEED);

    static Stream<Arguments> networks() {
        List<Arguments> all = new ArrayList<>();
        for (Activation activation : List.of(Activation.RELU, Activation.GELU, Activation.IDENTITY)) {
            for (boolean tied : new boolean[] {false, true}) {
                for (List<Integer> hidden : List.of(List.<Integer>of(), List.of(6), List.of(9), List.of(8, 7))) {
                    all.add(Arguments.of(NetworkEncoder.mirrored(hidden, activation, tied), 3));
                    all.add(Arguments.of(NetworkEncoder.mirrored(hidden, activation, tied), 1));
                }
                all.add(Arguments.of(NetworkEncoder.mirrored(List.of(12, 13, 12), activation, tied), D));
            }
            all.add(Arguments.of(new NetworkEncoder(List.of(8, 7), List.of(11), activation, false), 3));
            all.add(Arguments.of(new NetworkEncoder(List.of(), List.of(6, 9), activation, false), 3));
            all.add(Arguments.of(NetworkEncoder.mirrored(List.of(12), activation, false), D + 2));
        }
        return all.stream();
    }

    private static Pca pca(int components) {
        try (Workers workers = Workers.of(1)) {
            PcaConfig config = PcaConfig.components(components).withCenter(true);
            return new PcaTrainer(config, new RandomStreams(SEED), workers, event -> {})
                    .fit(Features.of(ROWS))
                    .model();
        }
    }

    @ParameterizedTest
    @MethodSource("networks")
    void theFirstErrorIsThatOfPcaAndTheCodesAreItsScores(NetworkEncoder network, int k) {
        int components = Math.min(k, D);
        Dimensions dimensions = new Dimensions(D, k, true, false);
        double[] start = Rows.start(network, dimensions, 0, SEED);
        Pca pca = pca(components);
        Subspace subspace = Subspace.of(pca.components(), new double[D], false);
        assertThat(Networks.of(network).startAt(dimensions, new Reals64(start), subspace))
                .isTrue();
        Form form =
                Networks.of(network).form(dimensions, true, new Reals64(start), new Reals64(new double[start.length]));
        form.compose();
        Pass pass = form.pass(N, null);
        double[] mean = Rows.moments(ROWS).mean();
        for (int i = 0; i < N * D; i++) {
            pass.input().reals().set(i, ROWS.values()[i] - mean[i % D]);
        }
        pass.encode();
        pass.decode();
        double error = 0;
        for (int i = 0; i < N * D; i++) {
            error +=
                    Math.pow(pass.output().reals().get(i) - pass.input().reals().get(i), 2) / N;
        }
        SymmetricEigen eigen = SymmetricEigen.of(Rows.moments(ROWS).covariance());
        double left = 0;
        double energy = 0;
        for (int i = 0; i < D; i++) {
            left += i < components ? 0 : eigen.values()[i];
            energy += eigen.values()[i];
        }
        // Components are orthonormal to float64 rounding.
        assertThat(error).as("seed %d", SEED).isCloseTo(left, within(1e-10 * energy));
        for (int i = 0; i < N; i++) {
            for (int c = 0; c < components; c++) {
                double score = 0;
                for (int j = 0; j < D; j++) {
                    score += pca.components().get(c, j) * pass.input().get(i, j);
                }
                assertThat(pass.codes().get(i, c))
                        .as("row %d, seed %d", i, SEED)
                        .isCloseTo(score, within(1e-10));
            }
        }
    }

    private static boolean canStart(NetworkEncoder network, int components, int k) {
        Dimensions dimensions = new Dimensions(D, k, false, false);
        double[] start = Rows.start(network, dimensions, 0, SEED);
        double[] before = start.clone();
        Subspace subspace = Subspace.of(pca(components).components(), new double[D], false);
        boolean possible = Networks.of(network).startAt(dimensions, new Reals64(start), subspace);
        assertThat(Arrays.equals(start, before))
                .as("a start that is not possible changes nothing")
                .isEqualTo(!possible);
        return possible;
    }

    @Test
    void itIsNotPossibleWhereUnitsCannotHandANumberOn() {
        assertThat(canStart(NetworkEncoder.mirrored(List.of(6), Activation.RELU, false), 3, 3))
                .isTrue();
        assertThat(canStart(NetworkEncoder.mirrored(List.of(5), Activation.RELU, false), 3, 3))
                .as("two units for each component")
                .isFalse();
        assertThat(canStart(new NetworkEncoder(List.of(6), List.of(5), Activation.RELU, false), 3, 3))
                .isFalse();
        assertThat(canStart(NetworkEncoder.mirrored(List.of(6), Activation.TANH, false), 3, 3))
                .isFalse();
        assertThat(canStart(NetworkEncoder.mirrored(List.of(6), Activation.SIGMOID, false), 3, 3))
                .isFalse();
    }

    @Test
    void tiedWeightsStartThereOnlyIfEveryCodeEntryIsAComponent() {
        NetworkEncoder tied = NetworkEncoder.mirrored(List.of(14), Activation.RELU, true);
        assertThat(canStart(tied, 3, 3)).isTrue();
        assertThat(canStart(tied, 3, 4)).isFalse();
        assertThat(canStart(NetworkEncoder.mirrored(List.of(14), Activation.RELU, false), 3, 4))
                .isTrue();
    }

    @Test
    void aNetworkThatIsSaidToStartAtPcaHasItsError() {
        for (boolean tied : new boolean[] {false, true}) {
            NetworkEncoder network = NetworkEncoder.mirrored(List.of(14), Activation.RELU, tied);
            TrainingConfig training = TrainingConfig.DEFAULT
                    .withEpochs(1)
                    .withBatch(N)
                    .withLearningRate(1e-12)
                    .withHeldOut(0);
            AutoencoderFit fit = new AutoencoderTrainer(
                            AutoencoderConfig.of(network, D + 2).withTraining(training),
                            new RandomStreams(SEED),
                            Rows.QUIET)
                    .fit(Features.of(ROWS));
            DoubleMatrix covariance = Rows.moments(ROWS).covariance();
            double energy = 0;
            for (int j = 0; j < D; j++) {
                energy += covariance.get(j, j);
            }
            if ("pca".equals(fit.settings().get("start"))) {
                // float32: a relative 1e-7 of each cell.
                assertThat(fit.training().error())
                        .as("tied %s, seed %d", tied, SEED)
                        .isLessThan(1e-9 * energy);
            } else {
                assertThat(tied).as("only tied weights cannot start there").isTrue();
            }
        }
    }
}
