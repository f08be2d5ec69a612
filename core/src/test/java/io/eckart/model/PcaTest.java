package io.eckart.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.eckart.data.Table;
import io.eckart.model.fitted.FittedModel;
import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.Workers;
import io.eckart.task.FitOptions;
import io.eckart.task.fit.Fit;
import io.eckart.training.PcaConfig;
import org.junit.jupiter.api.Test;

class PcaTest extends ModelConformance<Pca> {
    @Override
    FittedModel<Pca> fit(Table table, int codeSize, FitOptions options) {
        return Fit.pca(table, PcaConfig.components(codeSize), options).model();
    }

    /** Two directions in three dimensions, energies 4 and 1, one thing discarded: 0.5. */
    private static Pca model() {
        double[] components = {1, 0, 0, 0, 1, 0};
        double[] singularValues = {Math.sqrt(4 * 10), Math.sqrt(10)};
        return new Pca(
                new PcaParameters(new DoubleMatrix(2, 3, components), singularValues, 5.5, new double[] {1, 2, 3}, 10),
                true);
    }

    @Test
    void aPartialRowHasTheConditionalMeanAsItsCode() {
        try (Workers workers = Workers.of(1)) {
            FloatMatrix rows = new FloatMatrix(1, 3, new float[] {3, Float.NaN, 4});
            // Only the first direction is observed: c = x / (1 + v / (lambda - v)) with v = 0.5, lambda = 4.
            float[] code = model().encode(rows, workers).values();
            assertThat(code[0]).isCloseTo((float) (2 / (1 + 0.5 / 3.5)), within(1e-6f));
            assertThat(code[1]).isZero();
        }
    }

    @Test
    void whatWouldStandInAMissingCellChangesNoBit() {
        // Any NaN is a missing cell, whatever bits it carries.
        float odd = Float.intBitsToFloat(0x7fc12345);
        try (Workers workers = Workers.of(1)) {
            float[] one = model().reconstruct(new FloatMatrix(1, 3, new float[] {3, Float.NaN, 4}), workers)
                    .values();
            float[] two = model().reconstruct(new FloatMatrix(1, 3, new float[] {3, odd, 4}), workers)
                    .values();
            assertThat(two).isEqualTo(one);
        }
    }

    @Test
    void decodingACodeIsTheReconstruction() {
        try (Workers workers = Workers.of(1)) {
            FloatMatrix rows = new FloatMatrix(2, 3, new float[] {3, 1, 4, 1, 5, 9});
            FloatMatrix codes = model().encode(rows, workers);
            assertThat(model().decode(codes, workers).values())
                    .isEqualTo(model().reconstruct(rows, workers).values());
            assertThat(codes.values()).containsExactly(2, -1, 0, 3);
        }
    }

    @Test
    void energiesAreOnOneScale() {
        PcaParameters parameters = model().parameters();
        assertThat(parameters.energyRatios()[0]).isCloseTo(4 / 5.5, within(1e-15));
        assertThat(parameters.optimum()).isCloseTo(0.5, within(1e-14));
        assertThat(parameters.noiseVariance()).isCloseTo(0.5, within(1e-14));
    }

    @Test
    void parametersThatDoNotGoTogetherAreRefused() {
        DoubleMatrix components = new DoubleMatrix(1, 2, new double[] {1, 0});
        double[] one = {1};
        double[] two = {1, 1};
        assertThatThrownBy(() -> new PcaParameters(components, two, 1, two, 5)).hasMessageContaining("1 x 2");
        assertThatThrownBy(() -> new PcaParameters(components, one, 1, one, 5)).hasMessageContaining("1 means");
        assertThatThrownBy(() -> new PcaParameters(components, one, -1, two, 5)).hasMessageContaining("-1");
        assertThatThrownBy(() -> new PcaParameters(components, one, 1, two, 0)).hasMessageContaining("samples 0");
        assertThatThrownBy(() -> new PcaParameters(components, new double[] {-1}, 1, two, 5))
                .hasMessageContaining("descend");
    }
}
