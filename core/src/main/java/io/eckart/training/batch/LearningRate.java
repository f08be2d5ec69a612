package io.eckart.training.batch;

import io.eckart.training.TrainingConfig;

/**
 * The learning rate over a run: a linear rise over the warm-up, then constant or half a cosine down to 0.
 *
 * @param peak the largest rate
 * @param schedule what follows the warm-up
 * @param warmUp steps of the rise
 * @param steps of the whole run
 */
public record LearningRate(double peak, TrainingConfig.Schedule schedule, long warmUp, long steps) {

    /** The rate of a step counted from 0. */
    public double at(long step) {
        if (step < warmUp) {
            return peak * (step + 1) / warmUp;
        }
        return switch (schedule) {
            case CONSTANT -> peak;
            case COSINE -> {
                double done = (double) (step - warmUp) / Math.max(1, steps - warmUp);
                yield peak * 0.5 * (1 + Math.cos(Math.PI * Math.min(1, done)));
            }
        };
    }
}
