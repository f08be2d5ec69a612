package io.eckart.training;

/**
 * Gets the events of training runs and of jobs, in order. They come on the thread that trains; where runs go on next to each other, from
 * one thread after another, never from two at a time.
 *
 * <pre>{@code
 * TrainingListener listener = event -> {
 *     switch (event) {
 *         case TrainingEvent.JobStarted(String job, List<JobStep> plan) -> log.info("{}: {} steps", job, plan.size());
 *         case TrainingEvent.StepStarted(int number, int steps, JobStep step) ->
 *             log.info("{} of {}: {}", number, steps, step.what());
 *         case TrainingEvent.JobEnded(String job, boolean complete) -> log.info("{} {}", job, complete ? "done" : "cut off");
 *         default -> {}
 *     }
 * };
 * Fill.auto(table, FillPlan.DEFAULT, FitOptions.DEFAULT.withListener(listener));
 * }</pre>
 */
@FunctionalInterface
public interface TrainingListener {

    /** Ignores all events. */
    TrainingListener SILENT = event -> {};

    void on(TrainingEvent event);
}
