package io.eckart.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.eckart.training.EpochRecord;
import io.eckart.training.JobStep;
import io.eckart.training.TrainingEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Estimates by a clock that the test sets: compared with what really was left. */
class ProgressViewTest {
    private double now = 100;
    private final ProgressView view = new ProgressView(now);
    private final List<double[]> estimates = new ArrayList<>();
    private double started = now;

    private void at(TrainingEvent event) {
        view.on(event, now);
    }

    private void pass(double seconds) {
        for (double end = now + seconds; now < end; now = Math.min(end, now + 0.5)) {
            view.left(now).ifPresent(left -> estimates.add(new double[] {now, left}));
        }
    }

    private static JobStep step(String kind, double seconds) {
        return new JobStep(kind + ", once more", kind, seconds);
    }

    /** One step with what happens in it. */
    private record Step(JobStep planned, Runnable work) {}

    private void job(List<Step> steps) {
        started = now;
        at(new TrainingEvent.JobStarted("job", steps.stream().map(Step::planned).toList()));
        for (int i = 0; i < steps.size(); i++) {
            at(new TrainingEvent.StepStarted(i + 1, steps.size(), steps.get(i).planned()));
            steps.get(i).work().run();
            at(new TrainingEvent.StepEnded(i + 1, steps.size()));
        }
        at(new TrainingEvent.JobEnded("job", true));
    }

    /** Epochs of equal length; the error improves until patience begins to run. */
    private void epochs(int end, int most, int patience, double seconds) {
        for (int epoch = 1; epoch <= end; epoch++) {
            pass(seconds);
            int least = Math.min(most, Math.min(epoch, end - patience) + patience);
            at(new TrainingEvent.EpochEnded(new EpochRecord(epoch, 1, 1, 0.1), least, most, Double.NaN));
        }
    }

    /** Whatever is said after the first quarter, while more than a few seconds are left, is within a factor of two. */
    private void assertWithinFactorTwo() {
        double whole = now - started;
        assertThat(estimates).isNotEmpty();
        for (double[] estimate : estimates) {
            double truth = now - estimate[0];
            if (estimate[0] >= started + whole / 4 && truth > 5) {
                assertThat(estimate[1])
                        .as("after %.0f of %.0f s", estimate[0] - started, whole)
                        .isBetween(truth / 2, truth * 2);
            }
        }
    }

    @Test
    void stepsAsPlannedOnAMachineThatIsFourTimesSlower() {
        List<Step> steps = new ArrayList<>();
        for (double seconds : new double[] {1, 1, 5, 2, 10, 1}) {
            steps.add(new Step(step("kind " + seconds, seconds), () -> pass(4 * seconds)));
        }
        job(steps);
        assertWithinFactorTwo();
    }

    /** As filling does: cheap ways, then a dear one, in three repetitions; the plan is wrong by far about all of them. */
    @Test
    void kindsThatComeAgainTakeWhatTheyTookBefore() {
        List<Step> steps = new ArrayList<>();
        for (int repetition = 0; repetition < 3; repetition++) {
            steps.add(new Step(step("mean", 0.001), () -> pass(0.1)));
            steps.add(new Step(step("gaussian", 0.1), () -> pass(1)));
            steps.add(new Step(step("pca", 5), () -> pass(0.5)));
            steps.add(new Step(step("masked", 6), () -> epochs(80, 400, 40, 0.3)));
        }
        job(steps);
        assertWithinFactorTwo();
    }

    /** As labelling does: the first fold of a method also learns from all rows. */
    @Test
    void theFirstOfAKindMayCostMore() {
        List<Step> steps = new ArrayList<>();
        for (int fold = 0; fold < 5; fold++) {
            steps.add(new Step(step("softmax", 0.01), () -> pass(0.3)));
        }
        steps.add(new Step(step("network", 20), () -> epochs(60, 200, 50, 0.4)));
        for (int fold = 1; fold < 5; fold++) {
            steps.add(new Step(step("network", 6), () -> pass(9)));
        }
        job(steps);
        assertWithinFactorTwo();
    }

    /** A job within a step says how far the step is. */
    @Test
    void jobsWithinJobs() {
        List<Step> inner = List.of(
                new Step(step("layer", 1), () -> epochs(50, 50, 50, 0.5)),
                new Step(step("layer", 1), () -> epochs(50, 50, 50, 0.5)));
        job(List.of(new Step(step("only", 1), () -> {
            double before = started;
            job(inner);
            started = before;
        })));
        assertWithinFactorTwo();
    }

    /** A thousand epochs of three minutes each would be two days; the run has lost its patience after a few. */
    @Test
    void aLongBudgetIsNotTakenForTheTimeLeft() {
        started = now;
        epochs(60, 1000, 20, 2);
        double whole = now - started;
        for (double[] estimate : estimates) {
            assertThat(estimate[1]).as("after %.0f s", estimate[0] - started).isLessThan(4 * whole);
        }
        assertThat(estimates.getLast()[1]).isLessThan(0.2 * whole);
    }

    @Test
    void withoutPatienceTheLastEpochIsTheEnd() {
        started = now;
        epochs(100, 100, 100, 1);
        assertWithinFactorTwo();
    }

    @Test
    void rowsOfAPass() {
        started = now;
        at(new TrainingEvent.PassStarted("second moments", 1000));
        for (int chunk = 1; chunk <= 100; chunk++) {
            pass(0.3);
            at(new TrainingEvent.RowsSeen(10L * chunk));
        }
        assertWithinFactorTwo();
    }

    @Test
    void startsOfAnIterativeMethodTakeAsManyIterationsAsEarlierOnes() {
        started = now;
        for (int run = 1; run <= 10; run++) {
            at(new TrainingEvent.RunStarted(run, 10, 300));
            for (int iteration = 1; iteration <= 30; iteration++) {
                pass(0.1);
                at(new TrainingEvent.IterationEnded(iteration, 1));
            }
        }
        assertWithinFactorTwo();
    }

    @Test
    void nothingIsSaidOfTheTimeAtFirstAndOfNothing() {
        assertThat(view.line(80, now)).isEmpty();
        at(new TrainingEvent.JobStarted("compare", List.of(step("pca", 10))));
        at(new TrainingEvent.StepStarted(1, 1, step("pca", 10)));
        now += 2;
        assertThat(view.left(now)).isEqualTo(OptionalDouble.empty());
        assertThat(view.line(80, now))
                .startsWith("compare 1 of 1: pca, once more [")
                .doesNotContain("left");
        now += 2;
        assertThat(view.line(80, now)).endsWith("] about 6 s left");
        at(new TrainingEvent.StepEnded(1, 1));
        at(new TrainingEvent.JobEnded("compare", true));
        assertThat(view.line(80, now)).isEmpty();
    }

    /** A run that goes on from a checkpoint begins with a later epoch. */
    @Test
    void aResumedRun() {
        now += 10;
        at(new TrainingEvent.EpochEnded(new EpochRecord(91, 4, Double.NaN, 0.1), 100, 100, 0.25));
        assertThat(view.left(now).orElse(-1)).isEqualTo(90);
        assertThat(view.line(100, now)).startsWith("epoch 91, error 4.00000, gap 0.25000 [");
    }
}
