package io.eckart.task.fit;

import io.eckart.data.Column;
import io.eckart.data.Encoding;
import io.eckart.data.FeatureSource;
import io.eckart.data.Note;
import io.eckart.data.Remedy;
import io.eckart.numerics.FloatMatrix;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How far the values of each column spread in the features that a model is fitted to. A squared error or distance is decided by the columns
 * with the largest spreads.
 */
final class ColumnSpreads {
    /** A column counts for a ten thousandth of a squared error. */
    private static final double RATIO = 100;

    private static final int NAMED = 5;
    /** More columns than this do not decide alone. */
    private static final int FEW = 3;

    /**
     * The spread of one column; of a category over all its levels.
     *
     * @param deviation the standard deviation
     * @param range the largest value less the least
     * @param energy the mean square of the distance from the model's origin
     */
    record Spread(String column, double deviation, double range, double energy) {}

    private final List<Spread> widestFirst;

    private ColumnSpreads(List<Spread> spreads) {
        this.widestFirst = spreads.stream()
                .sorted(Comparator.comparingDouble(Spread::deviation).reversed())
                .toList();
    }

    /**
     * Measures the columns in one pass.
     *
     * @param means d entries, near the mean of each feature
     * @param origin d entries
     */
    static ColumnSpreads of(FeatureSource source, Encoding encoding, float[] means, float[] origin) {
        FeatureMoments moments = new FeatureMoments(means, origin);
        source.forEachChunk(moments::add);
        int[] columnOf = encoding.schema().featureColumns();
        List<Column> columns = encoding.schema().features();
        double[] variances = new double[columns.size()];
        double[] ranges = new double[columns.size()];
        double[] energies = new double[columns.size()];
        for (int j = 0; j < columnOf.length; j++) {
            variances[columnOf[j]] += moments.variance(j);
            ranges[columnOf[j]] = Math.max(ranges[columnOf[j]], moments.range(j));
            energies[columnOf[j]] += moments.energy(j);
        }
        Spread[] spreads = new Spread[columns.size()];
        Arrays.setAll(spreads, j -> new Spread(columns.get(j).name(), Math.sqrt(variances[j]), ranges[j], energies[j]));
        return new ColumnSpreads(List.of(spreads));
    }

    /**
     * The warning that some columns hardly count next to the widest one. Both their standard deviations and their ranges are a hundredth of its
     * or less, so that columns in one unit that are seldom away from zero, such as pixels, are not meant.
     */
    Optional<Note> note() {
        List<Spread> narrow = narrow();
        if (narrow.isEmpty()) {
            return Optional.empty();
        }
        Spread widest = widestFirst.getFirst();
        String names = narrow.stream().limit(NAMED).map(ColumnSpreads::named).collect(Collectors.joining(", "));
        String more = narrow.size() > NAMED ? " and " + (narrow.size() - NAMED) + " more" : "";
        String text = "the spreads of columns differ more than a hundredfold (standard deviations): next to "
                + named(widest) + " the model hardly sees " + names + more;
        return Optional.of(
                Note.of(Note.Kind.SPREAD, text, narrow.size(), Remedy.choose(Remedy.Setting.SCALING, "standard")));
    }

    private List<Spread> narrow() {
        Spread widest = widestFirst.getFirst();
        return widestFirst.reversed().stream()
                .filter(spread -> spread.deviation() > 0
                        && spread.deviation() * RATIO < widest.deviation()
                        && spread.range() * RATIO < widest.range())
                .toList();
    }

    private static String named(Spread spread) {
        return "'" + spread.column() + "' (" + new BigDecimal(spread.deviation(), new MathContext(3)).toPlainString()
                + ")";
    }

    /**
     * Which columns decide how many components keep a part of the energy; empty where no columns hardly count, or where those that hold that
     * part are many.
     */
    Optional<String> deciding(double part) {
        double total = widestFirst.stream().mapToDouble(Spread::energy).sum();
        List<Spread> strongest = widestFirst.stream()
                .sorted(Comparator.comparingDouble(Spread::energy).reversed())
                .toList();
        double kept = 0;
        int count = 0;
        while (count < strongest.size() && kept < part * total) {
            kept += strongest.get(count++).energy();
        }
        if (narrow().isEmpty() || count > FEW) {
            return Optional.empty();
        }
        String share = percent(kept / total);
        String names = strongest.stream()
                .limit(count)
                .map(spread -> "'" + spread.column() + "'")
                .collect(Collectors.joining(", "));
        return Optional.of(
                count == 1
                        ? "decided by one column: " + names + " has " + share + " of the energy"
                        : "decided by " + count + " columns: " + names + " have " + share + " of the energy");
    }

    /** Digits up to the first one that is not a nine. */
    private static String percent(double part) {
        return Stream.of("%.1f %%", "%.2f %%", "%.3f %%")
                .map(format -> String.format(Locale.ROOT, format, 100 * part))
                .filter(text -> !text.startsWith("100"))
                .findFirst()
                .orElse("nearly all");
    }

    /** Sums over the observed cells of each feature. */
    private static final class FeatureMoments {
        private final float[] means;
        private final float[] origin;
        private final double[] sums;
        private final double[] squares;
        private final double[] energies;
        private final double[] least;
        private final double[] most;
        private final long[] observed;

        FeatureMoments(float[] means, float[] origin) {
            this.means = means;
            this.origin = origin;
            this.sums = new double[means.length];
            this.squares = new double[means.length];
            this.energies = new double[means.length];
            this.least = new double[means.length];
            this.most = new double[means.length];
            this.observed = new long[means.length];
            Arrays.fill(least, Double.POSITIVE_INFINITY);
            Arrays.fill(most, Double.NEGATIVE_INFINITY);
        }

        void add(FloatMatrix rows) {
            for (int at = 0; at < rows.values().length; at++) {
                double cell = rows.values()[at];
                if (!Double.isNaN(cell)) {
                    add(at % means.length, cell);
                }
            }
        }

        private void add(int j, double cell) {
            sums[j] += cell - means[j];
            squares[j] += (cell - means[j]) * (cell - means[j]);
            energies[j] += (cell - origin[j]) * (cell - origin[j]);
            least[j] = Math.min(least[j], cell);
            most[j] = Math.max(most[j], cell);
            observed[j]++;
        }

        /** The means of a model may be those of the rows it was trained on, which are not all. */
        double variance(int j) {
            double mean = observed[j] == 0 ? 0 : sums[j] / observed[j];
            return observed[j] == 0 ? 0 : Math.max(0, squares[j] / observed[j] - mean * mean);
        }

        double energy(int j) {
            return observed[j] == 0 ? 0 : energies[j] / observed[j];
        }

        double range(int j) {
            return observed[j] == 0 ? 0 : most[j] - least[j];
        }
    }
}
