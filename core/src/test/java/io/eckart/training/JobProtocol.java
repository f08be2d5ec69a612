package io.eckart.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A listener that fails at the first event that does not follow the rules of jobs, and keeps what the jobs did. */
public final class JobProtocol implements TrainingListener {

    /** A job that has ended. */
    public record Ended(String job, int level, int steps, int planned, boolean complete) {}

    private static final class Open {
        final TrainingEvent.JobStarted started;
        int step;
        boolean running;

        Open(TrainingEvent.JobStarted started) {
            this.started = started;
        }
    }

    private final Deque<Open> open = new ArrayDeque<>();
    private final List<Ended> ended = new ArrayList<>();
    private int events;

    @Override
    public void on(TrainingEvent event) {
        events++;
        @Nullable Open job = open.peek();
        switch (event) {
            case TrainingEvent.JobStarted started -> {
                assertThat(job == null || job.running)
                        .as("%s is within a step", started.job())
                        .isTrue();
                open.push(new Open(started));
            }
            case TrainingEvent.StepStarted(int number, int steps, JobStep step) -> {
                assertThat(job).as(step.what()).isNotNull();
                assertThat(job.running).as("the step before %s has ended", step).isFalse();
                assertThat(steps).isEqualTo(job.started.plan().size());
                assertThat(number).as(step.what()).isEqualTo(job.step + 1);
                job.step = number;
                job.running = true;
            }
            case TrainingEvent.StepEnded(int number, int _) -> {
                assertThat(job).isNotNull();
                assertThat(job.running).isTrue();
                assertThat(number).isEqualTo(job.step);
                job.running = false;
            }
            case TrainingEvent.JobEnded(String name, boolean complete) -> {
                assertThat(job).as(name).isNotNull();
                assertThat(job.running).as("a step of %s runs", name).isFalse();
                assertThat(name).isEqualTo(job.started.job());
                open.pop();
                ended.add(new Ended(
                        name, open.size(), job.step, job.started.plan().size(), complete));
            }
            default -> {}
        }
    }

    public int events() {
        return events;
    }

    /** All jobs have ended; the outermost ones, in order. */
    public List<Ended> jobs() {
        assertThat(open).isEmpty();
        return ended.stream().filter(job -> job.level() == 0).toList();
    }

    /** Also those within steps. */
    public List<Ended> all() {
        assertThat(open).isEmpty();
        return List.copyOf(ended);
    }
}
