package io.eckart.training;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * Publishes the events of a job, so that each step that starts ends once, whatever happens.
 *
 * <pre>{@code
 * try (JobSteps steps = JobSteps.begin("compare", plan, listener, stop)) {
 *     for (Model model : models) {
 *         steps.next();
 *         ...
 *     }
 *     return steps.complete(result);
 * }
 * }</pre>
 *
 * Used by one thread.
 */
public final class JobSteps implements AutoCloseable {
    private final String job;
    private final List<JobStep> plan;
    private final TrainingListener listener;
    private final BooleanSupplier stop;
    private int started;
    private boolean running;
    private boolean complete;

    private JobSteps(String job, List<JobStep> plan, TrainingListener listener, BooleanSupplier stop) {
        this.job = job;
        this.plan = List.copyOf(plan);
        this.listener = listener;
        this.stop = stop;
    }

    /**
     * Begins a job.
     *
     * @param stop asked between steps
     */
    public static JobSteps begin(String job, List<JobStep> plan, TrainingListener listener, BooleanSupplier stop) {
        JobSteps steps = new JobSteps(job, plan, listener, stop);
        listener.on(new TrainingEvent.JobStarted(job, steps.plan));
        return steps;
    }

    /**
     * Ends the current step, if there is one, and begins the next one of the plan.
     *
     * @throws CancellationException once asked to stop
     * @throws IllegalStateException if the plan has no further step
     */
    public void next() {
        if (started == plan.size()) {
            throw new IllegalStateException("the job " + job + " has only " + started + " steps");
        }
        next(plan.get(started));
    }

    /**
     * Like {@link #next()}, for a step that is known better now than when it was planned.
     *
     * @throws CancellationException once asked to stop
     */
    public void next(JobStep step) {
        endStep();
        requireGoingOn();
        started++;
        running = true;
        listener.on(new TrainingEvent.StepStarted(started, plan.size(), step));
    }

    /**
     * Declares the job done.
     *
     * @return the result given
     * @throws CancellationException once asked to stop: then the last step may have ended early
     */
    public <T> T complete(T result) {
        requireGoingOn();
        complete = true;
        return result;
    }

    private void requireGoingOn() {
        if (stop.getAsBoolean()) {
            throw new CancellationException("asked to stop during: " + job);
        }
    }

    private void endStep() {
        if (running) {
            running = false;
            listener.on(new TrainingEvent.StepEnded(started, plan.size()));
        }
    }

    /** Ends the current step and the job. */
    @Override
    public void close() {
        endStep();
        listener.on(new TrainingEvent.JobEnded(job, complete));
    }
}
