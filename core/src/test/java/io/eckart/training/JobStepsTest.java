package io.eckart.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class JobStepsTest {
    private static final List<JobStep> PLAN = List.of(JobStep.of("one", 1), JobStep.of("two", 3));

    private final List<TrainingEvent> events = new ArrayList<>();

    @Test
    void aJobThatIsDone() {
        try (JobSteps steps = JobSteps.begin("work", PLAN, events::add, () -> false)) {
            steps.next();
            steps.next(JobStep.of("two, known better", 4));
            assertThat(steps.complete("result")).isEqualTo("result");
        }
        assertThat(events)
                .containsExactly(
                        new TrainingEvent.JobStarted("work", PLAN),
                        new TrainingEvent.StepStarted(1, 2, PLAN.getFirst()),
                        new TrainingEvent.StepEnded(1, 2),
                        new TrainingEvent.StepStarted(2, 2, JobStep.of("two, known better", 4)),
                        new TrainingEvent.StepEnded(2, 2),
                        new TrainingEvent.JobEnded("work", true));
    }

    @Test
    void aJobThatFailsEndsItsStepAndItself() {
        assertThatIllegalStateException().isThrownBy(() -> {
            try (JobSteps steps = JobSteps.begin("work", PLAN, events::add, () -> false)) {
                steps.next();
                throw new IllegalStateException("broken");
            }
        });
        assertThat(events)
                .endsWith(new TrainingEvent.StepEnded(1, 2), new TrainingEvent.JobEnded("work", false))
                .hasSize(4);
    }

    @Test
    void aJobAskedToStopBeginsNoFurtherStep() {
        AtomicBoolean stop = new AtomicBoolean();
        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> {
                    try (JobSteps steps = JobSteps.begin("work", PLAN, events::add, stop::get)) {
                        steps.next();
                        stop.set(true);
                        steps.next();
                    }
                })
                .withMessageContaining("work");
        assertThat(events)
                .endsWith(new TrainingEvent.StepEnded(1, 2), new TrainingEvent.JobEnded("work", false))
                .hasSize(4);
    }

    @Test
    void aJobWhoseLastStepWasStoppedIsNotComplete() {
        AtomicBoolean stop = new AtomicBoolean();
        assertThatExceptionOfType(CancellationException.class).isThrownBy(() -> {
            try (JobSteps steps = JobSteps.begin("work", PLAN.subList(0, 1), events::add, stop::get)) {
                steps.next();
                stop.set(true);
                steps.complete("result");
            }
        });
        assertThat(events.getLast()).isEqualTo(new TrainingEvent.JobEnded("work", false));
    }

    @Test
    void moreStepsThanPlannedAreAMistake() {
        try (JobSteps steps = JobSteps.begin("work", List.of(), events::add, () -> false)) {
            assertThatIllegalStateException().isThrownBy(steps::next).withMessage("the job work has only 0 steps");
        }
    }

    @Test
    void aStepTakesATime() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JobStep.of("one", Double.NaN))
                .withMessageContaining("NaN");
        assertThatIllegalArgumentException().isThrownBy(() -> JobStep.of("one", -1));
        assertThatIllegalArgumentException().isThrownBy(() -> JobStep.of("one", Double.POSITIVE_INFINITY));
    }
}
