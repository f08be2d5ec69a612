package io.eckart.study;

import io.eckart.numerics.RandomStreams;
import io.eckart.numerics.Workers;
import io.eckart.training.TrainingEvent;
import io.eckart.training.TrainingListener;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;

/**
 * The input of an experiment of the study.
 *
 * @param data the rows it is about
 * @param scale how much time it may take
 * @param random streams of the study's seed; each experiment takes the streams of its name
 * @param workers threads
 * @param listener receives events
 * @param stop polled between runs; once true, the experiment ends with the results so far
 */
public record StudySetting(
        StudyData data,
        StudyScale scale,
        RandomStreams random,
        Workers workers,
        TrainingListener listener,
        BooleanSupplier stop) {

    /**
     * Publishes that one more of the runs that go on next to each other has ended, one at a time.
     *
     * @param count takes its results and returns the number of runs that have ended
     */
    public void ended(IntSupplier count) {
        synchronized (listener) {
            listener.on(new TrainingEvent.RowsSeen(count.getAsInt()));
        }
    }

    /** A copy about other rows. */
    public StudySetting with(StudyData others) {
        return new StudySetting(others, scale, random, workers, listener, stop);
    }

    /** A copy for an experiment that runs next to others: with its own threads and without events. */
    public StudySetting silentWith(Workers own) {
        return new StudySetting(data, scale, random, own, TrainingListener.SILENT, stop);
    }
}
