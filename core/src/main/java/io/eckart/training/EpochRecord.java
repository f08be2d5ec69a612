package io.eckart.training;

/**
 * One epoch of a run, or one iteration on moments; errors per sample in the user's units.
 *
 * @param epoch counted from 1
 * @param error the objective over the rows trained on, as it was met on the way
 * @param heldOutError the objective over the rows held out; NaN if there are none
 * @param learningRate at its end; NaN where the method has none
 */
public record EpochRecord(int epoch, double error, double heldOutError, double learningRate) {}
