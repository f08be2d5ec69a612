package io.eckart.task.explore;

import io.eckart.data.TableProfile;
import io.eckart.task.RowExamples;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A description of a table without labels.
 *
 * @param data the name of the data
 * @param profile columns and missing cells, over all rows
 * @param distributions of the first thousand feature columns, in their order; empty of images
 * @param ignored columns left out: texts without repetition, and those that the user left out
 * @param sampleRows rows the rest was computed on, an even random sample; odd rows are looked for among all
 * @param features d, after categories have become levels
 * @param scale what features were measured in: {@code standardised}, or {@code raw} for images
 * @param spectrum energies of the features in that scale, about the mean
 * @param rawSpectrum the same in the units of the file
 * @param dimension the intrinsic dimension of the rows
 * @param pcaMap two principal components of the sampled rows
 * @param networkMap the code of an autoencoder with k = 2; null if it could not be trained
 * @param clusters k-means for each number of clusters, k ascending
 * @param oddRows the oddest first
 * @param correlations the strongest between different columns, strongest first
 * @param examples some of the sampled rows as they are in the file
 * @param seconds time taken
 */
public record Exploration(
        String data,
        TableProfile profile,
        List<ColumnDistribution> distributions,
        List<String> ignored,
        int sampleRows,
        int features,
        String scale,
        Spectrum spectrum,
        Spectrum rawSpectrum,
        IntrinsicDimension dimension,
        Map2d pcaMap,
        @Nullable Map2d networkMap,
        List<Clustering> clusters,
        List<OddRow> oddRows,
        List<Correlation> correlations,
        RowExamples examples,
        double seconds) {

    /**
     * Energies of principal directions.
     *
     * @param energies descending, at most a hundred
     * @param total of all
     * @param componentsFor90 the fewest that keep 90 % of the energy
     * @param features the number of features used; of very many, some at equal distances
     */
    public record Spectrum(List<Double> energies, double total, int componentsFor90, int features) {}

    /**
     * Rows as points.
     *
     * @param energyExplained of the rows by two numbers each
     * @param rows the number of rows that the map was fitted to
     */
    public record Map2d(double energyExplained, int rows, List<Point> points) {}

    /**
     * One row of a map.
     *
     * @param row its number in the file, from 1
     * @param label where there is a label column
     * @param cluster of the clustering with the largest silhouette, from 0; -1 for a row without an observed cell, null without
     *     clusters
     * @param error squared error per observed cell of the row after these two numbers; NaN without observed cells
     */
    public record Point(
            long row,
            double x,
            double y,
            @Nullable String label,
            @Nullable Integer cluster,
            double error) {}

    /**
     * Groups by k-means.
     *
     * @param silhouette in [-1, 1]: above .5 clear groups, below .25 hardly any (Kaufman and Rousseeuw 1990)
     * @param sizes rows of each cluster, by its number from 0
     */
    public record Clustering(int k, double inertia, double silhouette, List<Long> sizes) {
        /** Whether there are groups, in a sentence. */
        public String finding() {
            String verdict =
                    silhouette > 0.5 ? "clear groups" : silhouette > 0.25 ? "weak groups" : "no groups to speak of";
            return String.format(
                    Locale.ROOT,
                    "Best k = %d with a mean silhouette of %.2f: %s (%s rows).",
                    k,
                    silhouette,
                    verdict,
                    listed(sizes.stream().map(String::valueOf).toList()));
        }

        private static String listed(List<String> words) {
            int last = words.size() - 1;
            return last < 1
                    ? String.join("", words)
                    : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
        }
    }

    /**
     * A row that is unlike the others.
     *
     * @param row its number in the file, from 1
     * @param sum both scores on one scale, about standard normal for ordinary rows
     * @param brokenCorrelation whether it is odd for leaving the subspace rather than for lying far out within it
     * @param features those that make it odd, most first
     */
    public record OddRow(long row, double sum, boolean brokenCorrelation, List<Feature> features) {}

    /**
     * A feature of an odd row.
     *
     * @param value in units of the file where it is a number, else 0 or 1
     * @param expected what the model expects from the rest of the row, in the same units
     * @param share of the row's oddness, in [0, 1]
     */
    public record Feature(String name, double value, double expected, double share) {}

    /** Pearson's correlation of two features of different columns. */
    public record Correlation(String first, String second, double r) {}

    /** Whether features were measured in the units of the file. */
    public boolean unscaled() {
        return scale.equals("raw");
    }

    /** The clustering with the largest silhouette; null where there is none. */
    public @Nullable Clustering bestClustering() {
        Clustering best = null;
        for (Clustering clustering : clusters) {
            best = best == null || clustering.silhouette() > best.silhouette() ? clustering : best;
        }
        return best;
    }
}
