package io.eckart.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.eckart.data.Features;
import io.eckart.model.Autoencoder;
import io.eckart.model.Pca;
import io.eckart.model.PcaParameters;
import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.RandomStreams;
import io.eckart.numerics.Workers;
import io.eckart.task.Evaluation;
import io.eckart.training.autoencoder.AutoencoderTrainer;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Networks read the conditional means of missing cells under PCA, not the means of their columns. */
class EstimateTest {
    private static final long SEED = 61;
    private static final int D = 8;
    private static final int N = 400;

    /** Two directions and a little noise, a fifth of the cells missing. */
    private static FloatMatrix rows() {
        SplittableRandom random = new RandomStreams(SEED).stream("rows");
        FloatMatrix rows = FloatMatrix.zeros(N, D);
        for (int i = 0; i < N; i++) {
            double a = 3 * random.nextGaussian();
            double b = random.nextGaussian();
            for (int j = 0; j < D; j++) {
                double value = 5 + a * Math.cos(j) + b * Math.sin(2 * j) + 0.1 * random.nextGaussian();
                rows.values()[i * D + j] = random.nextDouble() < 0.2 ? Float.NaN : (float) value;
            }
        }
        return rows;
    }

    @Test
    void aNetworkStartsAtTheErrorOfPcaAlsoWhereCellsAreMissing() {
        FloatMatrix rows = rows();
        TrainingConfig barely = TrainingConfig.DEFAULT.withEpochs(1).withLearningRate(1e-9);
        AutoencoderFit fit = new AutoencoderTrainer(
                        AutoencoderConfig.network(2).withTraining(barely), new RandomStreams(SEED), Rows.QUIET)
                .fit(Features.of(rows));
        Autoencoder network = fit.model();
        Pca pca = (Pca) network.parameters().estimate().orElseThrow();
        try (Workers workers = Workers.of(1)) {
            double ofPca = Evaluation.of(Features.of(rows), pca, workers).errorPerCell();
            double ofNetwork =
                    Evaluation.of(Features.of(rows), network, workers).errorPerCell();
            // PCA shrinks the codes of rows with missing cells; the network projects what PCA has filled, which is
            // nearer to
            // the observed cells. With column means in missing cells it would be at 100 times PCA's error.
            assertThat(ofNetwork).as("seed %d", SEED).isBetween(0.5 * ofPca, 1.02 * ofPca);
            FloatMatrix blank = new FloatMatrix(1, D, new float[] {
                Float.NaN, Float.NaN, Float.NaN, Float.NaN, Float.NaN, Float.NaN, Float.NaN, Float.NaN
            });
            assertThat(network.reconstruct(blank, workers).get(0, 0))
                    .as("a row without an observed cell stands at the mean")
                    .isCloseTo(network.featureMeans()[0], within(0.05f));
        }
    }

    @Test
    void missingCellsAreFilledWithTheirConditionalMeans() {
        double[] components = {0.6, 0.8, 0};
        double[] singularValues = {Math.sqrt(4.0 * 10)};
        double[] means = {1, 2, 3};
        PcaParameters parameters = new PcaParameters(new DoubleMatrix(1, 3, components), singularValues, 5, means, 10);
        FloatMatrix rows = new FloatMatrix(1, 3, new float[] {3, Float.NaN, Float.NaN});
        new Pca(parameters, true).fillMissing(rows, 0);
        // c = v x / (v^2 + n / (l - n)) with v = 0.6, x = 3 - 1, l = 4 and n = (5 - 4) / 2.
        double code = 0.6 * 2 / (0.36 + 0.5 / 3.5);
        assertThat(rows.get(0, 0)).isEqualTo(3);
        assertThat(rows.get(0, 1)).isCloseTo((float) (2 + 0.8 * code), within(1e-6f));
        assertThat(rows.get(0, 2)).isEqualTo(3);
    }
}
