package io.eckart.report.result;

import io.eckart.task.RowExamples;
import io.eckart.task.explore.Exploration;
import java.nio.file.Path;
import java.util.List;

/**
 * What the demonstration found.
 *
 * @param folder of data and models
 * @param page the file of its page
 * @param sensors what was found in the table of sensors
 * @param digits what was found in the drawn digits
 * @param pictures what a page shows next to the numbers
 */
public record DemoFindings(Path folder, Path page, Sensors sensors, Digits digits, Pictures pictures) {
    /**
     * A table of sensors with planted patterns.
     *
     * @param plantedRank the true rank
     * @param rankFound the smallest k that keeps 95 % of the energy
     * @param energies of each principal direction
     * @param largestAngleDegrees between the planted and the found subspace
     * @param holes missing cells
     * @param holeRmse root mean square error of the reconstruction in the missing cells, against the truth
     * @param holeRmseColumnMean the same for the column means
     * @param brokenRows rows broken on purpose
     * @param brokenRowsFound how many of them are among as many largest scores
     * @param auc area under the ROC curve of the scores
     * @param aucOfTheNorm the same for the plain norm of a row
     */
    public record Sensors(
            int plantedRank,
            int rankFound,
            List<Double> energies,
            double largestAngleDegrees,
            int holes,
            double holeRmse,
            double holeRmseColumnMean,
            int brokenRows,
            int brokenRowsFound,
            double auc,
            double aucOfTheNorm) {
        public Sensors {
            energies = List.copyOf(energies);
        }
    }

    /**
     * Drawings of digits.
     *
     * @param drawings how many
     * @param errorPerCell of PCA
     * @param columnMeanErrorPerCell of the mean drawing
     * @param energyExplained by PCA
     * @param gap from its error to the exact optimum
     * @param purity of ten clusters against the true digits
     * @param sameCodesAfterReload whether the model read back from its file gives the same codes
     */
    public record Digits(
            int drawings,
            double errorPerCell,
            double columnMeanErrorPerCell,
            double energyExplained,
            double gap,
            double purity,
            boolean sameCodesAfterReload) {}

    /**
     * A row by how odd it is.
     *
     * @param row its number, from 1
     * @param broken whether it was broken on purpose, in words
     */
    public record Suspect(long row, double score, String broken) {}

    /**
     * What is drawn next to the printed numbers.
     *
     * @param suspects the oddest sensor rows, the oddest first
     * @param map the drawings by their first two components
     * @param examples drawings next to their reconstructions
     */
    public record Pictures(List<Suspect> suspects, List<Exploration.Point> map, RowExamples examples) {
        public Pictures {
            suspects = List.copyOf(suspects);
            map = List.copyOf(map);
        }
    }
}
