package io.eckart.task.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RecommendationTest {
    private static Comparison.Entry entry(ComparedModel model, int k, double error) {
        Comparison.Measure measure = Comparison.Measure.of(List.of(error, error, error));
        return new Comparison.Entry(model, k, measure, measure, measure, measure, null, 0);
    }

    private static final Comparison.Entry MEANS = entry(ComparedModel.MEAN, 0, 1);

    @Test
    void theSmallestCodeThatExplainsNearlyAllIsTaken() {
        assertThat(Recommendation.of(List.of(
                        MEANS,
                        entry(ComparedModel.PCA, 2, .5),
                        entry(ComparedModel.PCA, 5, .04),
                        entry(ComparedModel.PCA, 8, .01))))
                .startsWith("Take pca with k = 5");
    }

    @Test
    void anotherModelIsTakenWhereItIsBetter() {
        List<Comparison.Entry> entries =
                List.of(MEANS, entry(ComparedModel.PCA, 2, .5), entry(ComparedModel.NETWORK, 2, .1));
        assertThat(Recommendation.of(entries))
                .startsWith("Take network with k = 2")
                .contains("PCA of that size");
    }

    @Test
    void aDifferenceOfRoundingIsNone() {
        assertThat(Recommendation.of(
                        List.of(MEANS, entry(ComparedModel.PCA, 13, 3e-14), entry(ComparedModel.PINV, 13, 1e-15))))
                .startsWith("Take pca with k = 13");
    }

    @Test
    void nothingBetterThanTheMeansIsNoModel() {
        assertThat(Recommendation.of(List.of(MEANS, entry(ComparedModel.PCA, 1, 1.2))))
                .startsWith("Take no model");
    }
}
