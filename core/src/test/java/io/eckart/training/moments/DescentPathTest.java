package io.eckart.training.moments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.eckart.data.Features;
import io.eckart.data.corruption.Corruption;
import io.eckart.data.corruption.CorruptionTasks;
import io.eckart.data.synthetic.LowRank;
import io.eckart.network.FreeEncoder;
import io.eckart.network.LinearArchitecture;
import io.eckart.network.PinvEncoder;
import io.eckart.network.SharedEncoder;
import io.eckart.network.UnrolledEncoder;
import io.eckart.network.UntiedEncoder;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.RandomStreams;
import io.eckart.numerics.Workers;
import io.eckart.numerics.statistics.Moments;
import io.eckart.training.AutoencoderConfig;
import io.eckart.training.AutoencoderFit;
import io.eckart.training.RunOptions;
import io.eckart.training.TrainingConfig;
import io.eckart.training.TrainingConfig.ObjectiveKind;
import io.eckart.training.TrainingConfig.OptimizerKind;
import io.eckart.training.TrainingListener;
import io.eckart.training.autoencoder.AutoencoderTrainer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DescentPathTest {
    private static final Workers WORKERS = Workers.of(1);
    private static final FloatMatrix ROWS =
            new LowRank(300, 6, List.of(3.0, 1.0), .2, 5).generate().values().toFloat();
    private static final Moments MOMENTS = Moments.of(ROWS, WORKERS);
    private static final RandomStreams RANDOM = new RandomStreams(4);
    private static final CorruptionTasks NOISE = CorruptionTasks.of(Corruption.gaussian(.3));

    @AfterAll
    static void close() {
        WORKERS.close();
    }

    static List<LinearArchitecture> architectures() {
        return List.of(
                new FreeEncoder(),
                new PinvEncoder(),
                new SharedEncoder(),
                new UnrolledEncoder(7, 1.0 / 7, true),
                new UntiedEncoder(3, false));
    }

    /** The same steps as the trainer's gradient descent on moments, which has tests of its own. */
    @ParameterizedTest
    @MethodSource("architectures")
    void goesTheWayOfTheTrainer(LinearArchitecture architecture) {
        DescentPath path = new DescentPath(architecture, 3, MOMENTS, NOISE, .05, RANDOM);
        path.advance(15);
        path.advance(25);
        AutoencoderConfig config = AutoencoderConfig.of((d, k) -> architecture, 3)
                .withCenter(true)
                .withTasks(NOISE)
                .withTraining(TrainingConfig.DEFAULT
                        .withObjective(ObjectiveKind.MOMENTS)
                        .withOptimizer(OptimizerKind.GD)
                        .withLearningRate(.05 * DescentPath.unit(MOMENTS))
                        .withEpochs(40)
                        .withHeldOut(0));
        AutoencoderFit fit = new AutoencoderTrainer(
                        config, RANDOM, new RunOptions(1, TrainingListener.SILENT, () -> false, Optional.empty()))
                .fit(Features.of(ROWS));
        assertThat(path.steps()).isEqualTo(40);
        assertThat(path.error())
                .isCloseTo(fit.training().error(), within(1e-9 * fit.training().error()));
        assertThat(path.optimum()).isCloseTo(fit.optimum().orElseThrow(), within(1e-9));
        assertThat(path.error()).isGreaterThan(path.optimum());
        double above = (fit.training().error() - path.optimum()) / path.optimum();
        assertThat(path.gap()).isCloseTo(above, within(1e-8));
    }

    @ParameterizedTest
    @MethodSource("architectures")
    void theModelHasTheErrorOfThePath(LinearArchitecture architecture) {
        DescentPath path = new DescentPath(architecture, 3, MOMENTS, CorruptionTasks.NONE, .05, RANDOM);
        path.advance(20);
        float[] back = path.model().reconstruct(ROWS, WORKERS).values();
        double sum = 0;
        for (int i = 0; i < back.length; i++) {
            sum += Math.pow((double) back[i] - ROWS.values()[i], 2) / ROWS.rows();
        }
        // Rows go through the model in float32.
        assertThat(sum).isCloseTo(path.error(), within(1e-5 * path.error()));
    }

    @Test
    void anOptimumOfZeroIsMeasuredByTheEnergy() {
        DescentPath path = new DescentPath(new FreeEncoder(), 6, MOMENTS, CorruptionTasks.NONE, .05, RANDOM);
        assertThat(path.gap()).isBetween(.1, 10.0);
    }

    @Test
    void aRateBeyondAllBoundsIsTold() {
        DescentPath path = new DescentPath(new FreeEncoder(), 3, MOMENTS, CorruptionTasks.NONE, 50, RANDOM);
        path.advance(1000);
        assertThat(path.hasDiverged()).isTrue();
        assertThat(path.steps()).isLessThan(1000);
    }
}
