package io.eckart.training;

import java.util.List;

/**
 * An event of a training run, or of a job that consists of several. A job begins with its plan, goes through the steps of the plan and
 * ends; the runs of a step publish their own events between its start and its end, and a step may itself be a job. Every job that has
 * started ends, and every step that has started ends before the next one starts, also where something fails or is stopped.
 */
public sealed interface TrainingEvent {

    /**
     * A job of several steps begins.
     *
     * @param job a word for it, such as {@code "compare"}
     * @param plan its steps in order
     */
    record JobStarted(String job, List<JobStep> plan) implements TrainingEvent {
        public JobStarted {
            plan = List.copyOf(plan);
        }
    }

    /**
     * A step of the innermost job that runs begins.
     *
     * @param number counted from 1
     * @param steps the number of steps of the job
     * @param step as planned, or as it is known by now
     */
    record StepStarted(int number, int steps, JobStep step) implements TrainingEvent {}

    /**
     * The current step of the innermost job has ended.
     *
     * @param number counted from 1
     * @param steps the number of steps of the job
     */
    record StepEnded(int number, int steps) implements TrainingEvent {}

    /**
     * The innermost job has ended.
     *
     * @param job the word it started with
     * @param complete false where it failed or was stopped
     */
    record JobEnded(String job, boolean complete) implements TrainingEvent {}

    /**
     * A pass over the data has begun.
     *
     * @param what what the pass is for, such as {@code "second moments"}
     * @param rows the number of rows it will see, or -1 where that is unknown
     */
    record PassStarted(String what, long rows) implements TrainingEvent {}

    /**
     * Rows of the current pass have been seen.
     *
     * @param rows rows seen so far in this pass
     */
    record RowsSeen(long rows) implements TrainingEvent {}

    /**
     * An iterative method starts.
     *
     * @param run counted from 1
     * @param runs the number of runs
     * @param maxIterations the largest number of iterations of this run
     */
    record RunStarted(int run, int runs, int maxIterations) implements TrainingEvent {}

    /**
     * One iteration has ended.
     *
     * @param iteration counted from 1 within its run
     * @param objective what is minimised, after this iteration
     */
    record IterationEnded(int iteration, double objective) implements TrainingEvent {}

    /**
     * One epoch over the rows has ended, or one iteration on moments.
     *
     * @param record its errors
     * @param leastEpochs the number of epochs after which the run ends if nothing improves from here on
     * @param epochs the largest number of epochs
     * @param gap (error - optimum) / optimum where the exact optimum is known, else NaN
     */
    record EpochEnded(EpochRecord record, int leastEpochs, int epochs, double gap) implements TrainingEvent {}

    /**
     * The state of the run could not be saved; training goes on, and the state that was there stays. Said once for failures one after
     * another.
     *
     * @param problem names the file and what is wrong
     */
    record StateNotSaved(String problem) implements TrainingEvent {}

    /** The state of the run has been saved again after a failure. */
    record StateSavedAgain() implements TrainingEvent {}
}
