package io.eckart.model.fitted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.eckart.model.fitted.ScoreReference.CubeRoot;
import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.FloatMatrix;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScoreReferenceTest {

    private static ScoreReference of(double[] deviations, double[] quantiles) {
        return new ScoreReference(
                Optional.empty(), deviations, CubeRoot.NONE, CubeRoot.NONE, Map.of(RowScore.ERROR, quantiles));
    }

    /** Cube roots 1, 2 and 3: mean 2, variance 2 / 3. */
    @Test
    void cubeRootsAreStandardised() {
        CubeRoot scale = CubeRoot.of(new double[] {1, 8, Double.NaN, 27});
        assertThat(scale.mean()).isCloseTo(2, within(1e-15));
        assertThat(scale.deviation()).isCloseTo(Math.sqrt(2 / 3.0), within(1e-15));
        assertThat(scale.standardised(64)).isCloseTo(2 / Math.sqrt(2 / 3.0), within(1e-12));
        assertThat(scale.standardised(Double.NaN)).isNaN();
    }

    @Test
    void aScoreThatTellsNothingIsZeroWhereThereIsOne() {
        assertThat(CubeRoot.NONE.standardised(17)).isZero();
        assertThat(CubeRoot.NONE.standardised(Double.NaN)).isNaN();
        assertThat(CubeRoot.of(new double[] {Double.NaN})).isEqualTo(CubeRoot.NONE);
    }

    @Test
    void scalesOutOfRangeAreRefused() {
        for (double deviation : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatIllegalArgumentException().isThrownBy(() -> new CubeRoot(0, deviation));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> new CubeRoot(Double.NaN, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new CubeRoot(Double.POSITIVE_INFINITY, 1));
    }

    @Test
    void quantilesOfOneScoreAreThatScore() {
        double[] quantiles = ScoreReference.quantilesOf(new double[] {Double.NaN, 5});
        assertThat(quantiles).hasSize(ScoreReference.LEVELS).containsOnly(5);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScoreReference.quantilesOf(new double[] {Double.NaN}))
                .withMessageContaining("at least one score");
    }

    @Test
    void quantilesMustAscendAndBeAsManyAsThereAreLevels() {
        double[] good = ScoreReference.quantilesOf(new double[] {1, 2, 3});
        assertThat(of(new double[] {0, 1}, good).quantile(RowScore.ERROR, 0.5)).isCloseTo(2, within(1e-12));
        double[] falling = good.clone();
        falling[ScoreReference.LEVELS - 1] = 0;
        double[] fallingAtOnce = good.clone();
        fallingAtOnce[0] = 2;
        for (double[] wrong : new double[][] {falling, fallingAtOnce, new double[190], {}}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> of(new double[] {1}, wrong))
                    .withMessageContaining("191 values that ascend");
        }
    }

    @Test
    void negativeDeviationsAndPartsOutOfRangeAreRefused() {
        double[] good = ScoreReference.quantilesOf(new double[] {1, 2, 3});
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(new double[] {1, -1e-9}, good))
                .withMessageContaining("at least 0");
        assertThatIllegalArgumentException().isThrownBy(() -> of(new double[] {Double.NaN}, good));
        for (double part : new double[] {-1e-9, 1 + 1e-9, Double.NaN}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> of(new double[] {1}, good).quantile(RowScore.ERROR, part))
                    .withMessageContaining("no quantile " + part);
        }
    }

    /** Codes (0, 0), (2, 2), (4, 1): mean (2, 1), variances 8 / 3 and 2 / 3, covariance 2 / 3. */
    @Test
    void theDistributionOfCodesIsThatOfTheFormula() {
        CodeDistribution codes = CodeDistribution.of(new FloatMatrix(3, 2, new float[] {0, 0, 2, 2, 4, 1}));
        // The terms of the mean are rounded to float32.
        assertThat(codes.mean()).containsExactly(new double[] {2, 1}, within(1e-6));
        double[] covariance = {8 / 3.0, 2 / 3.0, 2 / 3.0, 2 / 3.0};
        assertThat(codes.covariance().values()).containsExactly(covariance, within(1e-6));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CodeDistribution(new double[2], DoubleMatrix.identity(3)))
                .withMessageContaining("3 x 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CodeDistribution(new double[2], DoubleMatrix.zeros(2, 3)));
    }
}
