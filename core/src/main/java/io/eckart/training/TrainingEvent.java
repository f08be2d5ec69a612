package io.eckart.training;

/** An event of a training run. */
public sealed interface TrainingEvent {

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
     * @param epochs the largest number of epochs
     * @param gap (error - optimum) / optimum where the exact optimum is known, else NaN
     */
    record EpochEnded(EpochRecord record, int epochs, double gap) implements TrainingEvent {}

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
