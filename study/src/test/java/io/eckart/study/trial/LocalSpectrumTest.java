package io.eckart.study.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.eckart.model.Reconstructor;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.Workers;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class LocalSpectrumTest {
    private final FloatMatrix rows = new FloatMatrix(2, 3, new float[] {0.1f, -0.4f, 2, 0, 0.3f, -1});

    @Test
    void identityLetsAllPass() {
        LocalSpectrum spectrum = of(x -> x);
        assertThat(spectrum.passing()).isEqualTo(3);
        assertThat(spectrum.energy()).isCloseTo(3, within(1e-4));
    }

    @Test
    void slopesOfACurvedMapAreThoseAtTheRow() {
        double energy = 0;
        int passing = 0;
        for (float x : rows.values()) {
            double slope = 1 - Math.pow(Math.tanh(x), 2);
            energy += slope * slope / 2;
            passing += slope > 0.5 ? 1 : 0;
        }
        LocalSpectrum spectrum = of(Math::tanh);
        assertThat(spectrum.passing()).isEqualTo(passing / 2.0);
        // Central differences of step 0.01 are off by h^2 f''' / 6, below 4e-5, and float32 by 1e-5.
        assertThat(spectrum.energy()).isCloseTo(energy, within(5e-4));
    }

    @Test
    void aConstantLetsNothingPass() {
        assertThat(of(x -> 1)).isEqualTo(new LocalSpectrum(0, 0));
    }

    private LocalSpectrum of(DoubleUnaryOperator map) {
        try (Workers workers = Workers.of(1)) {
            return LocalSpectrum.of(cellwise(map), rows, 0.01, workers);
        }
    }

    private static Reconstructor cellwise(DoubleUnaryOperator map) {
        return new Reconstructor() {
            @Override
            public FloatMatrix reconstruct(FloatMatrix input, Workers workers) {
                FloatMatrix output = input.copyRows(0, input.rows());
                for (int i = 0; i < output.values().length; i++) {
                    output.values()[i] = (float) map.applyAsDouble(output.values()[i]);
                }
                return output;
            }

            @Override
            public float[] featureMeans() {
                return new float[3];
            }

            @Override
            public float[] origin() {
                return new float[3];
            }
        };
    }
}
