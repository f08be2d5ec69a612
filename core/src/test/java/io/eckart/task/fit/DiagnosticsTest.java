package io.eckart.task.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.eckart.data.Features;
import io.eckart.data.Table;
import io.eckart.data.corruption.CorruptionTasks;
import io.eckart.model.Autoencoder;
import io.eckart.model.fitted.EveryAutoencoder;
import io.eckart.network.NetworkEncoder;
import io.eckart.network.UnrolledEncoder;
import io.eckart.numerics.Activation;
import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.RandomStreams;
import io.eckart.numerics.Workers;
import io.eckart.numerics.statistics.SymmetricEigen;
import io.eckart.task.FitOptions;
import io.eckart.task.PlantedTable;
import io.eckart.training.AutoencoderConfig;
import io.eckart.training.TrainingConfig;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Diagnostics against plain formulas on the model's own map, which is found by reconstructing unit vectors. */
class DiagnosticsTest {
    private static final long SEED = 19;
    private static final int D = 10;
    private static final FitOptions OPTIONS = FitOptions.DEFAULT.withThreads(1).withSeed(SEED);

    private static FittedAutoencoder fit(Table table, String name, int k) {
        AutoencoderConfig config = AutoencoderConfig.of(EveryAutoencoder.of(name), k)
                .withTasks(CorruptionTasks.parse("gaussian:0.7"))
                .withTraining(TrainingConfig.DEFAULT.withEpochs(6));
        return Fit.autoencoder(table, config, OPTIONS);
    }

    /** Row j is BA e_j: what comes of the j-th unit vector. */
    private static DoubleMatrix map(Autoencoder model) {
        FloatMatrix units = DoubleMatrix.identity(D).toFloat();
        try (Workers workers = Workers.of(1)) {
            return model.reconstruct(units, workers).toDouble();
        }
    }

    private static DoubleMatrix decoder(Autoencoder model) {
        return model.parameters().matrix("decoder");
    }

    @ParameterizedTest
    @CsvSource({
        "free, 3",
        "free, 14",
        "pinv, 3",
        "shared, 3",
        "shared, 14",
        "unrolled, 3",
        "unrolled, 14",
        "untied, 3",
        "untied-per-layer, 4"
    })
    void gainAndDistanceAreThoseOfTheMap(String name, int k) {
        FittedAutoencoder fit = fit(PlantedTable.of(200, SEED), name, k);
        DoubleMatrix map = map(fit.run().model());
        double gain = 0;
        double distance = 0;
        for (int i = 0; i < D * D; i++) {
            double entry = map.values()[i];
            gain += entry * entry;
            distance += Math.pow(entry - (i % (D + 1) == 0 ? 1 : 0), 2);
        }
        Diagnostics found = fit.diagnostics();
        // The map is measured in float32.
        assertThat(found.noiseGain()).isCloseTo(gain, within(1e-5 * gain));
        assertThat(found.identityDistance()).isCloseTo(Math.sqrt(distance / D), within(1e-5));
        if (name.equals("pinv")) {
            assertThat(found.noiseGain()).isCloseTo(k, within(1e-9));
            assertThat(found.filterFactors()).containsOnly(1);
        }
    }

    /** T steps of y + eta B'(x - B y) on unit vectors, and the filter of each singular direction. */
    @ParameterizedTest
    @CsvSource({"3", "14"})
    void filterFactorsAreThoseOfTheRecursion(int k) {
        FittedAutoencoder fit = fit(PlantedTable.of(200, SEED), "unrolled", k);
        UnrolledEncoder encoder = (UnrolledEncoder) fit.run().model().architecture();
        DoubleMatrix b = decoder(fit.run().model());
        DoubleMatrix y = DoubleMatrix.zeros(D, k);
        for (int t = 0; t < encoder.depth(); t++) {
            DoubleMatrix residual = PlantedTable.product(y, b.transpose());
            for (int i = 0; i < D * D; i++) {
                residual.values()[i] = (i % (D + 1) == 0 ? 1 : 0) - residual.values()[i];
            }
            DoubleMatrix step = PlantedTable.product(residual, b);
            for (int i = 0; i < y.values().length; i++) {
                y.values()[i] += encoder.step() * step.values()[i];
            }
        }
        DoubleMatrix map = PlantedTable.product(y, b.transpose());
        double[] expected = SymmetricEigen.of(map).values();
        double[] factors = java.util.Arrays.stream(fit.diagnostics().filterFactors())
                .sorted()
                .toArray();
        assertThat(factors).hasSize(Math.min(k, D));
        for (int i = 0; i < factors.length; i++) {
            assertThat(factors[factors.length - 1 - i]).isCloseTo(expected[i], within(1e-9));
            assertThat(factors[i]).isBetween(0.0, 1.0);
        }
        filteringGrowsUpToTheFactors(fit.diagnostics(), encoder);
    }

    private static void filteringGrowsUpToTheFactors(Diagnostics found, UnrolledEncoder encoder) {
        assertThat(found.filtering()).isNotEmpty();
        for (Diagnostics.FilterFactor factor : found.filtering()) {
            int direction = factor.direction() - 1;
            assertThat(factor.singularValue()).isEqualTo(found.decoderSingularValues()[direction]);
            double left = 1;
            for (int t = 0; t < factor.steps(); t++) {
                left -= encoder.step() * factor.singularValue() * factor.singularValue() * left;
            }
            assertThat(factor.factor()).isCloseTo(1 - left, within(1e-12));
            if (factor.steps() == encoder.depth()) {
                assertThat(factor.factor()).isEqualTo(found.filterFactors()[direction]);
            }
        }
    }

    @Test
    void ranksConditionAndAnglesAreThoseOfTheFormulas() {
        Table table = PlantedTable.of(200, SEED);
        FittedAutoencoder fit = fit(table, "free", 3);
        DoubleMatrix b = decoder(fit.run().model());
        double[] eigenvalues =
                SymmetricEigen.of(PlantedTable.product(b.transpose(), b)).values();
        Diagnostics found = fit.diagnostics();
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            assertThat(found.decoderSingularValues()[i]).isCloseTo(Math.sqrt(eigenvalues[i]), within(1e-9));
            sum += Math.sqrt(eigenvalues[i]);
        }
        double entropy = 0;
        for (double value : eigenvalues) {
            entropy -= Math.sqrt(value) / sum * Math.log(Math.sqrt(value) / sum);
        }
        assertThat(found.effectiveRank())
                .isCloseTo(Math.exp(entropy), within(1e-9))
                .isBetween(1.0, 3.0);
        assertThat(found.gramCondition()).isCloseTo(eigenvalues[0] / eigenvalues[2], within(1e-6));
        // The cosines of the angles are singular values of V Q: their squares add up to tr(V B G^-1 B' V').
        DoubleMatrix v = fit.controls().pca().components();
        DoubleMatrix vb = PlantedTable.product(v, b);
        SymmetricEigen gram = SymmetricEigen.of(PlantedTable.product(b.transpose(), b));
        DoubleMatrix rotated = PlantedTable.product(vb, gram.vectors().transpose());
        double squares = 0;
        for (int i = 0; i < 9; i++) {
            squares += rotated.values()[i] * rotated.values()[i] / gram.values()[i % 3];
        }
        double cosines = 0;
        for (double angle : found.anglesToPca()) {
            assertThat(angle).isBetween(0.0, Math.PI / 2);
            cosines += Math.cos(angle) * Math.cos(angle);
        }
        assertThat(found.anglesToPca()).hasSize(3).isSorted();
        assertThat(cosines).isCloseTo(squares, within(1e-9));
        assertThat(found.filterFactors()).isEmpty();
    }

    @Test
    void aNetworkHasNoDecoderMatrix() {
        AutoencoderConfig config = AutoencoderConfig.of(NetworkEncoder.mirrored(List.of(8), Activation.TANH, false), 3)
                .withTraining(TrainingConfig.DEFAULT.withEpochs(2));
        Diagnostics found =
                Fit.autoencoder(PlantedTable.of(100, SEED), config, OPTIONS).diagnostics();
        assertThat(found.decoderSingularValues()).isEmpty();
        assertThat(found.anglesToPca()).isEmpty();
        assertThat(found.effectiveRank()).isNaN();
        assertThat(found.noiseGain()).isFinite().isPositive();
    }

    /** 1,000 rows of 10 cells: the mean of 10,000 squares has a deviation of 1.4 %; a gain of rank 3 one of 2.6 %. */
    @ParameterizedTest
    @CsvSource({"free, 3", "pinv, 3", "unrolled, 3", "untied, 5", "shared, 14"})
    void aResponseMeasuredIsTheExactOneWithinItsSamplingError(String name, int k) {
        Table table = PlantedTable.of(1000, SEED);
        FittedAutoencoder fit = fit(table, name, k);
        FloatMatrix rows = fit.model().encoding().encode(table);
        try (Workers workers = Workers.of(1)) {
            Response measured =
                    Response.measured(fit.run().model(), Features.of(rows), new RandomStreams(SEED), workers);
            assertThat(measured.noiseGain() / fit.diagnostics().noiseGain())
                    .as("measured over exact gain, %s, seed %d", name, SEED)
                    .isCloseTo(1, within(0.08));
            assertThat(measured.identityDistance() / fit.diagnostics().identityDistance())
                    .isCloseTo(1, within(0.04));
        }
    }
}
