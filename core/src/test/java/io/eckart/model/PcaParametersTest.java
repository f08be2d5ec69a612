package io.eckart.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.eckart.numerics.DoubleMatrix;
import org.junit.jupiter.api.Test;

class PcaParametersTest {
    private static final DoubleMatrix TWO_OF_FOUR = new DoubleMatrix(2, 4, new double[] {1, 0, 0, 0, 0, 1, 0, 0});

    private static PcaParameters of(double[] singularValues, double totalEnergy, long samples) {
        return new PcaParameters(TWO_OF_FOUR, singularValues, totalEnergy, new double[4], samples);
    }

    /** Energies 36 / 9 and 9 / 9 of 7, so 2 is left for two directions. */
    @Test
    void energiesAreThoseOfTheFormulas() {
        PcaParameters parameters = of(new double[] {6, 3}, 7, 9);
        assertThat(parameters.energy(0)).isEqualTo(4);
        assertThat(parameters.energy(1)).isEqualTo(1);
        assertThat(parameters.energyRatios()).containsExactly(new double[] {4 / 7.0, 1 / 7.0}, within(1e-15));
        assertThat(parameters.optimum()).isCloseTo(2, within(1e-15));
        assertThat(parameters.noiseVariance()).isCloseTo(1, within(1e-15));
    }

    @Test
    void nothingLeftIsNotLessThanNothing() {
        assertThat(of(new double[] {6, 3}, 5 - 1e-12, 9).optimum()).isZero();
        assertThat(of(new double[2], 0, 1).energyRatios()).containsExactly(0, 0);
        PcaParameters all = new PcaParameters(DoubleMatrix.identity(2), new double[] {2, 1}, 6, new double[2], 1);
        assertThat(all.noiseVariance()).as("no direction is discarded").isZero();
    }

    @Test
    void valuesOutOfRangeAreRefused() {
        double[] values = {6, 3};
        for (double energy : new double[] {-1e-9, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> of(values, energy, 9))
                    .withMessageContaining("total energy " + energy);
        }
        assertThatIllegalArgumentException().isThrownBy(() -> of(values, 7, 0)).withMessageContaining("samples 0");
        for (double[] wrong : new double[][] {{3, 6}, {6, -1}, {-1, -2}, {6, Double.NaN}, {Double.NaN, 1}}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> of(wrong, 7, 9))
                    .withMessageContaining("descend");
        }
        assertThat(of(new double[] {3, 3}, 7, 9).energy(1)).isEqualTo(1);
    }

    @Test
    void sizesThatDoNotAgreeAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> of(new double[] {6}, 7, 9));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PcaParameters(TWO_OF_FOUR, new double[] {6, 3}, 7, new double[3], 9));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new PcaParameters(DoubleMatrix.zeros(3, 2), new double[] {3, 2, 1}, 14, new double[2], 1))
                .withMessageContaining("3 x 2");
    }
}
