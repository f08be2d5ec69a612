package io.eckart.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.eckart.data.DataException;
import io.eckart.data.Features;
import io.eckart.model.KMeans;
import io.eckart.model.Pca;
import io.eckart.model.PcaParameters;
import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.RandomStreams;
import io.eckart.numerics.Workers;
import io.eckart.task.fit.Certificate;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class EvaluationTest {
    private static final long SEED = 9;

    /** Keeps the first of two features; the means of both are 1 and 2. */
    private static Pca firstFeature(boolean centered) {
        DoubleMatrix components = new DoubleMatrix(1, 2, new double[] {1, 0});
        return new Pca(new PcaParameters(components, new double[] {1}, 5, new double[] {1, 2}, 4), centered);
    }

    private static Evaluation evaluate(FloatMatrix rows, io.eckart.model.Reconstructor model, int threads) {
        try (Workers workers = Workers.of(threads)) {
            return Evaluation.of(Features.of(rows), model, workers);
        }
    }

    @Test
    void errorsAreThoseOfTheFormula() {
        FloatMatrix rows = new FloatMatrix(2, 2, new float[] {3, 4, 5, 6});
        Evaluation plain = evaluate(rows, firstFeature(false), 1);
        // The second feature is lost: 16 and 36. Energy from zero: 9 + 16 + 25 + 36. From the means: 4 + 4 + 16 + 16.
        assertThat(plain.errorPerSample()).isEqualTo(26);
        assertThat(plain.errorPerCell()).isEqualTo(13);
        assertThat(plain.energyExplained()).isCloseTo(1 - 52.0 / 86, within(1e-15));
        assertThat(plain.columnMeanErrorPerCell()).isEqualTo(10);
        assertThat(plain.featureErrors()).containsExactly(0, 26);
        // With the mean as origin the second feature is reconstructed by 2.
        Evaluation centered = evaluate(rows, firstFeature(true), 1);
        assertThat(centered.errorPerSample()).isEqualTo(10);
        assertThat(centered.energyExplained()).isCloseTo(1 - 20.0 / 40, within(1e-15));
    }

    @Test
    void unobservedCellsDoNotCount() {
        KMeans model = new KMeans(new DoubleMatrix(1, 2, new double[] {1, 1}), new double[] {1, 1}, 0, 1);
        FloatMatrix rows = new FloatMatrix(2, 2, new float[] {3, Float.NaN, 1, 4});
        Evaluation evaluation = evaluate(rows, model, 1);
        assertThat(evaluation.rows()).isEqualTo(2);
        assertThat(evaluation.cells()).isEqualTo(3);
        assertThat(evaluation.errorPerSample()).isEqualTo(6.5);
        assertThat(evaluation.errorPerCell()).isCloseTo(13.0 / 3, within(1e-15));
        assertThat(evaluation.featureErrors()).containsExactly(2, 9);
    }

    @Test
    void nothingObservedIsAnError() {
        FloatMatrix rows = new FloatMatrix(1, 2, new float[] {Float.NaN, Float.NaN});
        assertThatThrownBy(() -> evaluate(rows, firstFeature(true), 1)).isInstanceOf(DataException.class);
        assertThatThrownBy(() -> evaluate(FloatMatrix.zeros(0, 2), firstFeature(true), 1))
                .isInstanceOf(DataException.class);
    }

    @Test
    void anyNumberOfThreadsMeasuresTheSameBits() {
        SplittableRandom random = new RandomStreams(SEED).stream("rows");
        FloatMatrix rows = FloatMatrix.zeros(9001, 2);
        for (int i = 0; i < rows.values().length; i++) {
            rows.values()[i] = (float) random.nextGaussian();
        }
        Evaluation one = evaluate(rows, firstFeature(true), 1);
        assertThat(evaluate(rows, firstFeature(true), 3).errorPerSample()).isEqualTo(one.errorPerSample());
        assertThat(evaluate(rows, firstFeature(true), 3).energyExplained()).isEqualTo(one.energyExplained());
    }

    @Test
    void scoresAreTheErrorsOfEachRow() {
        try (Workers workers = Workers.of(1)) {
            FloatMatrix rows = new FloatMatrix(3, 2, new float[] {3, 4, 5, Float.NaN, Float.NaN, Float.NaN});
            Scores scores = Scores.of(rows, firstFeature(false), workers);
            assertThat(scores.errors()[0]).isEqualTo(16);
            assertThat(scores.errorsPerCell()[0]).isEqualTo(8);
            assertThat(scores.cellErrors().values()[1]).isEqualTo(16);
            assertThat(scores.cellErrors().values()[3]).isNaN();
            assertThat(scores.errors()[2]).isZero();
            assertThat(scores.errorsPerCell()[2]).isNaN();
        }
    }

    @Test
    void theGapIsRelativeToTheOptimumOrToTheEnergyWhereNothingIsLeft() {
        PcaParameters left = firstFeature(false).parameters();
        // Energy 5 in all, 1/4 kept.
        assertThat(Certificate.of(left, 9.5)).isEqualTo(new Certificate(4.75, 1));
        DoubleMatrix identity = DoubleMatrix.identity(2);
        double root = Math.sqrt(2);
        PcaParameters all = new PcaParameters(identity, new double[] {root, root}, 2, new double[2], 2);
        Certificate nothing = Certificate.of(all, 0.5);
        assertThat(nothing.optimum()).isCloseTo(0, within(1e-15));
        assertThat(nothing.gap()).isCloseTo(0.25, within(1e-15));
    }
}
