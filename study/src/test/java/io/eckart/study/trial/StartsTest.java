package io.eckart.study.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.eckart.data.Features;
import io.eckart.data.corruption.Corruption;
import io.eckart.data.corruption.CorruptionTasks;
import io.eckart.data.synthetic.LowRank;
import io.eckart.model.Autoencoder;
import io.eckart.network.Architecture;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.RandomStreams;
import io.eckart.numerics.Workers;
import io.eckart.study.CentringEffect;
import io.eckart.study.CodeSize;
import io.eckart.study.Parameterization;
import io.eckart.study.Start;
import io.eckart.study.StudyData;
import io.eckart.study.StudyDesign;
import io.eckart.study.StudyRun;
import io.eckart.study.StudyScale;
import io.eckart.study.StudySetting;
import io.eckart.study.TrainingCorruption;
import io.eckart.training.AutoencoderConfig;
import io.eckart.training.TrainingListener;
import io.eckart.training.autoencoder.AutoencoderTrainer;
import io.eckart.training.moments.DescentPath;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class StartsTest {
    private static final StudyDesign DESIGN = new StudyDesign(6, 2, 1, 2, 20, 60, 100);
    private static final FloatMatrix ROWS =
            new LowRank(120, 6, List.of(4.0, 1.0), .3, 3).generate().values().toFloat();
    private static final StudyData DATA =
            new StudyData("rows", ROWS, ROWS, Optional.empty(), Optional.empty(), 2, Collections.nCopies(6, 0.0), true);
    private static final Replicate REPLICATE = Replicate.of(DATA, DESIGN, new RandomStreams(5), 0);
    private static final Workers WORKERS = Workers.of(2);

    @AfterAll
    static void close() {
        WORKERS.close();
    }

    @Test
    void theLargestSingularValueOfTheMapIsThatOfTheStart() {
        for (Parameterization form : Parameterization.values()) {
            for (CodeSize size : form.isLinear() ? CodeSize.values() : new CodeSize[0]) {
                for (Start start : form.starts()) {
                    DescentPath path = new RunTrainer(DESIGN, REPLICATE)
                            .path(new StudyRun(0, form, size, TrainingCorruption.NONE, start));
                    assertThat(LinearMap.of(path.encoder(), path.decoder()).largestGain())
                            .as("%s, %s, %s", form, size, start)
                            .isCloseTo(form.hasStarts() ? start.size() : 1, within(1e-9));
                }
            }
        }
    }

    /** The usual start of P4 is the large one. */
    @Test
    void batchesGoTheWayOfTheTrainer() {
        Parameterization form = Parameterization.UNROLLED_10;
        StudyRun run = new StudyRun(0, form, CodeSize.BETWEEN, TrainingCorruption.MASKS, Start.LARGE);
        CorruptionTasks tasks = CorruptionTasks.of(Corruption.mask(StudyDesign.HIDDEN));
        Autoencoder own = new BatchDescent(DESIGN, REPLICATE, run).end(tasks, 3).orElseThrow();
        int k = DESIGN.codeSize(CodeSize.BETWEEN);
        Architecture architecture = form.architecture(6, k);
        double rate = StudyDesign.RATE * DescentPath.unit(REPLICATE.moments(), new double[6]);
        AutoencoderConfig config = AutoencoderConfig.of((d, size) -> architecture, k)
                .withTasks(tasks)
                .withTraining(RunTrainer.training(REPLICATE, rate, 3));
        Autoencoder other = new AutoencoderTrainer(config, REPLICATE.random(), RunTrainer.SILENT)
                .fit(Features.of(REPLICATE.train()))
                .model();
        float[] expected = other.reconstruct(ROWS, WORKERS).values();
        float[] found = own.reconstruct(ROWS, WORKERS).values();
        for (int i = 0; i < found.length; i++) {
            // The trainer sums rows in float32 to find their scale.
            assertThat(found[i]).isCloseTo(expected[i], within(1e-4f));
        }
    }

    /** Removing the mean gives the descent on the rows without one, whatever the mean is. */
    @Test
    void theMeanCountsOnlyWhereItIsKept() {
        List<Double> far = Collections.nCopies(6, 5.0);
        StudyData moved = new StudyData("rows", ROWS, ROWS, Optional.empty(), Optional.empty(), 2, far, false);
        List<CentringEffect> near = effects(DATA);
        List<CentringEffect> away = effects(moved);
        assertThat(near).hasSize(16);
        for (int i = 0; i < near.size(); i++) {
            CentringEffect one = near.get(i);
            CentringEffect other = away.get(i);
            assertThat(other.meanEnergy().mean()).isGreaterThan(one.meanEnergy().mean());
            assertThat(other.removed().mean()).isCloseTo(one.removed().mean(), within(1e-4));
            assertThat(other.kept().mean()).isNotCloseTo(one.kept().mean(), within(1e-3));
        }
    }

    private static List<CentringEffect> effects(StudyData data) {
        StudySetting setting = new StudySetting(
                data, StudyScale.QUICK, new RandomStreams(5), WORKERS, TrainingListener.SILENT, () -> false);
        return new Centring(setting, DESIGN).effects();
    }
}
