package io.eckart.study;

import io.eckart.data.corruption.Corruption;
import java.util.Locale;

/** What is done to the rows that a model learns from; the target is always the clean row. */
public enum TrainingCorruption {
    NONE,
    GAUSSIAN,
    /** Hidden cells are marked: left out by unrolled encoders, marked by an indicator for the others. */
    MASKS,
    /** Hidden cells are fed in as zeros (the mean), and are not marked. */
    ZEROS;

    /** For people and files. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As it is drawn. */
    public Corruption corruption(double noise, double hidden) {
        return switch (this) {
            case NONE -> Corruption.NONE;
            case GAUSSIAN -> Corruption.gaussian(noise);
            case MASKS, ZEROS -> Corruption.mask(hidden);
        };
    }
}
