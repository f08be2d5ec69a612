package io.eckart.study;

/**
 * What removing the mean changes: the same descent on rows with a mean, with zero and with the mean as the origin.
 *
 * @param training what was done to the rows trained on
 * @param meanEnergy the energy of the mean over that of the rows about it
 * @param kept error on noisy input over the exact floor of the rows about their mean, no mean removed
 * @param removed the same with the mean removed
 */
public record CentringEffect(
        String parameterization,
        String codeSize,
        String start,
        String training,
        MeasuredNumber meanEnergy,
        MeasuredNumber kept,
        MeasuredNumber removed) {}
