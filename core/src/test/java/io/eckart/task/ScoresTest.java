package io.eckart.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.eckart.model.KMeans;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.Workers;
import io.eckart.task.fit.Fit;
import io.eckart.training.KMeansConfig;
import org.junit.jupiter.api.Test;

class ScoresTest {
    private static final float NAN = Float.NaN;

    /** One cluster reconstructs every row as the mean, here (2, 3, 4). */
    private static KMeans mean() {
        double[] cells = {1, 2, 3, 3, 4, 5};
        return Fit.kMeans(
                        PlantedTable.numbers(2, 3, cells), KMeansConfig.clusters(1), FitOptions.DEFAULT.withThreads(1))
                .model()
                .model();
    }

    @Test
    void errorsAreSumsAndMeansOverObservedCells() {
        FloatMatrix rows = new FloatMatrix(3, 3, new float[] {4, 2, 4, NAN, 6, 3, NAN, NAN, NAN});
        try (Workers workers = Workers.of(1)) {
            Scores scores = Scores.of(rows, mean(), workers);
            assertThat(scores.errors()).containsExactly(new double[] {5, 10, 0}, within(1e-12));
            assertThat(scores.errorsPerCell()).containsExactly(new double[] {5 / 3.0, 5, Double.NaN}, within(1e-12));
            assertThat(scores.cellErrors().values()).containsExactly(4, 1, 0, NAN, 9, 1, NAN, NAN, NAN);
        }
    }
}
