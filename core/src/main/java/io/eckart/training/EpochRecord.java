package io.eckart.training;

/**
 * One epoch of a run, or one iteration on moments. Errors are per sample, in the user's units.
 *
 * @param epoch counted from 1
 * @param error the objective over the rows trained on, measured during the epoch
 * @param heldOutError the objective over the rows held out; NaN if there are none
 * @param learningRate at the end of the epoch; NaN where the method has none
 */
public record EpochRecord(int epoch, double error, double heldOutError, double learningRate) {}
