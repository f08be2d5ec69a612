package io.eckart.study;

import java.util.List;

/**
 * The subject put to the test on one data set.
 *
 * @param data its name
 * @param sampling how the rows were sampled, in words
 * @param trainRows rows to learn from; each seed takes four fifths of as many
 * @param testRows rows held out, others by each seed
 * @param features d
 * @param intrinsicDimension d'
 * @param measuredOn the rows of all numbers outside of the claims, which name theirs
 * @param generated whether d' is known because the data was made
 * @param seed of everything random
 * @param scale how much time it may take
 * @param seeds the number of replicates over which each number is averaged
 * @param unit the root mean square cell: noise is measured in it
 * @param trainingNoise in that unit
 * @param testNoise levels, in that unit
 * @param hidden the probability of a hidden cell
 * @param runs trained so far
 * @param plannedRuns of the whole design
 * @param cells what was measured, by factors
 * @param errors the table of settings by parameterizations: errors over the exact floor
 * @param shares of variance, main effects and interactions of two
 * @param contrasts between levels
 * @param centring what removing the mean changes
 * @param curves over outer time and depth
 * @param claims with their verdicts, in the order of the notes
 * @param complete whether all runs, curves and claims are there
 * @param seconds this run took
 */
public record Study(
        String data,
        String sampling,
        int trainRows,
        int testRows,
        int features,
        int intrinsicDimension,
        MeasuredOn measuredOn,
        boolean generated,
        long seed,
        StudyScale scale,
        int seeds,
        double unit,
        double trainingNoise,
        List<Double> testNoise,
        double hidden,
        int runs,
        int plannedRuns,
        List<CellSummary> cells,
        List<SettingError> errors,
        List<VarianceShare> shares,
        List<FactorContrast> contrasts,
        List<CentringEffect> centring,
        List<Curve> curves,
        List<Claim> claims,
        boolean complete,
        double seconds) {}
