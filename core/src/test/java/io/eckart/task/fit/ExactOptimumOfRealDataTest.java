package io.eckart.task.fit;

import static org.assertj.core.api.Assertions.assertThat;

import io.eckart.RealData;
import io.eckart.data.Scaling;
import io.eckart.data.Table;
import io.eckart.data.corruption.CorruptionTasks;
import io.eckart.data.file.Tables;
import io.eckart.data.format.ReadOptions;
import io.eckart.network.UnrolledEncoder;
import io.eckart.task.FitOptions;
import io.eckart.training.AutoencoderConfig;
import io.eckart.training.AutoencoderFit;
import io.eckart.training.StopReason;
import io.eckart.training.TrainingConfig;
import io.eckart.training.TrainingConfig.ObjectiveKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Unrolled gradient descent on standardised tables, with rows held out, as the command line fits it. */
class ExactOptimumOfRealDataTest {

    private static AutoencoderFit fit(String set, String tasks, int depth, int codeSize, long seed) {
        Table table = Tables.read(RealData.file(set + "/" + set + ".csv.gz"), ReadOptions.DEFAULT.withLabel("label"));
        AutoencoderConfig config = AutoencoderConfig.of((d, k) -> UnrolledEncoder.automatic(depth), codeSize)
                .withTasks(CorruptionTasks.parse(tasks))
                .withTraining(TrainingConfig.DEFAULT.withObjective(ObjectiveKind.MOMENTS));
        FitOptions options = FitOptions.DEFAULT.withThreads(1).withSeed(seed).withScaling(Scaling.STANDARD);
        return Fit.autoencoder(table, config, options).run();
    }

    @ParameterizedTest
    @CsvSource({
        "wine, gaussian:0.5, 10, 13",
        "wine, gaussian:0.5, 10, 14",
        "wine, gaussian:0.5, 10, 16",
        "wine, gaussian:0.5, 10, 20",
        "wine, gaussian:0.5, 100, 5",
        "wine, none, 1, 12",
        "wine, mask:0.5, 10, 13",
        "wine, mask:0.5, 9, 26",
        "breast_cancer, gaussian:0.5, 10, 30",
        "breast_cancer, gaussian:0.5, 10, 29",
        "breast_cancer, none, 10, 29"
    })
    void theOptimumOfTheFormIsReached(String set, String tasks, int depth, int codeSize) {
        for (long seed = 1; seed <= 2; seed++) {
            AutoencoderFit fit = fit(set, tasks, depth, codeSize, seed);
            assertThat(fit.gap().orElseThrow()).as("seed %d", seed).isBetween(-1e-9, 1e-6);
            assertThat(fit.training().stop()).isEqualTo(StopReason.CONVERGED);
        }
    }
}
