package io.eckart.task.explore;

import java.util.ArrayList;
import java.util.List;

/**
 * A number about the dimension of the rows, with what it says.
 *
 * @param name what it is called
 * @param value the number; NaN where it is not known
 * @param meaning one or two sentences for those who do not know the method
 */
public record DimensionNumber(String name, double value, String meaning) {

    /** All numbers about the dimension that an exploration found. */
    public static List<DimensionNumber> of(Exploration found) {
        IntrinsicDimension dimension = found.dimension();
        List<DimensionNumber> numbers = new ArrayList<>(List.of(
                new DimensionNumber("two nearest neighbours", dimension.twoNearest(), nearest(dimension)),
                new DimensionNumber(
                        "directions above chance",
                        dimension.parallelAnalysis(),
                        "The number of principal directions with more variance than independent columns would give them"
                                + " (parallel analysis). A linear model can use these."),
                new DimensionNumber(
                        "directions of equal energy",
                        dimension.participationRatio(),
                        "The variance is as concentrated as if it were spread evenly over this number of directions"
                                + " (participation ratio)."),
                new DimensionNumber(
                        "components for 90 %",
                        found.spectrum().componentsFor90(),
                        "The smallest number of principal components that keep 90 % of the variance"
                                + (found.unscaled() ? "." : " of the standardised features."))));
        if (!found.unscaled()) {
            numbers.add(new DimensionNumber(
                    "the same in raw units",
                    found.rawSpectrum().componentsFor90(),
                    "The components for 90 % without standardising. Columns with a large spread dominate there, which makes"
                            + " the number smaller."));
        }
        return List.copyOf(numbers);
    }

    private static String nearest(IntrinsicDimension dimension) {
        return Double.isNaN(dimension.twoNearest())
                ? "Not known: too few of the " + dimension.completeRows() + " complete rows differ."
                : "The dimension of the surface, possibly curved, on which a row and its nearest neighbours lie. Noise adds"
                        + " to it.";
    }
}
