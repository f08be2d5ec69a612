package io.eckart.study.demo;

import java.util.List;

/**
 * Missing cells of a table of sensors, filled in several ways and compared with the truth that is known because the table was made.
 *
 * @param rows n
 * @param sensors d
 * @param noise standard deviation of the noise of a sensor, in the unit of the errors
 * @param missingCells in the table
 * @param measuredCells those in intact rows, whose truth is known
 * @param plantedPatterns the true rank
 * @param patternsFound the smallest k that keeps {@code energy} of the energy
 * @param energy the part of the energy that is kept
 * @param largestAngleDegrees between the planted and the found patterns
 * @param ways each with its error
 */
public record FilledHoles(
        int rows,
        int sensors,
        double noise,
        int missingCells,
        int measuredCells,
        int plantedPatterns,
        int patternsFound,
        double energy,
        double largestAngleDegrees,
        List<Way> ways) {

    public FilledHoles {
        ways = List.copyOf(ways);
    }

    /**
     * A way to fill.
     *
     * @param what the way; the first is the control, the column means
     * @param error root mean square difference to the truth
     */
    public record Way(String what, double error) {}

    /** A missing cell: its true value, what it was filled with, and by which way. */
    public record Cell(double truth, double filled, String what) {}
}
