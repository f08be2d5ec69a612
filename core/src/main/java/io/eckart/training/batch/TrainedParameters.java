package io.eckart.training.batch;

import io.eckart.training.TrainingRun;

/**
 * What a training loop found.
 *
 * @param parameters those to keep
 * @param run how it found them
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once, from the loop to the model
public record TrainedParameters(double[] parameters, TrainingRun run) {}
