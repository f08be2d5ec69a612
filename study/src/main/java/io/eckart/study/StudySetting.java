package io.eckart.study;

import io.eckart.numerics.RandomStreams;
import io.eckart.numerics.Workers;
import io.eckart.training.TrainingListener;
import java.util.function.BooleanSupplier;

/**
 * What an experiment of the study is given.
 *
 * @param data the rows it is about
 * @param scale how much time it may take
 * @param random streams of the study's seed; each experiment takes those of its own name
 * @param workers threads
 * @param listener who watches
 * @param stop asked between runs; once true, the experiment ends with what it has
 */
public record StudySetting(
        StudyData data,
        StudyScale scale,
        RandomStreams random,
        Workers workers,
        TrainingListener listener,
        BooleanSupplier stop) {

    /** The same for an experiment that runs beside others: its own threads, and nobody watches. */
    public StudySetting silentWith(Workers own) {
        return new StudySetting(data, scale, random, own, TrainingListener.SILENT, stop);
    }
}
