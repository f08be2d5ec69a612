package io.eckart.task.explore;

import io.eckart.data.Encoding;
import io.eckart.data.Features;
import io.eckart.data.Table;
import io.eckart.data.TableCursor;
import io.eckart.data.TableSource;
import io.eckart.model.Pca;
import io.eckart.model.fitted.RowScore;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.RandomStreams;
import io.eckart.numerics.Workers;
import io.eckart.task.RowScores;
import io.eckart.task.score.RowScorer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/** Finds the rows of a table that a PCA of a sample of them finds oddest, in one pass. */
final class OddRowFinder {
    private static final int SLICE = 4096;

    private final Encoding encoding;
    private final Pca model;
    private final RowScorer scorer;
    private final Workers workers;
    private final double[] shift;
    private final double[] scale;

    OddRowFinder(Encoding encoding, Pca model, FloatMatrix sample, RandomStreams random, Workers workers) {
        this.encoding = encoding;
        this.model = model;
        this.scorer = RowScorer.of(model, Features.of(sample), random, workers);
        this.workers = workers;
        this.shift = perFeature(encoding.shift());
        this.scale = perFeature(encoding.scale());
    }

    private double[] perFeature(double[] perColumn) {
        return IntStream.of(encoding.schema().featureColumns())
                .mapToDouble(column -> perColumn[column])
                .toArray();
    }

    /** The oddest rows, most first. */
    List<Exploration.OddRow> find(TableSource source, int count, int features) {
        PriorityQueue<Exploration.OddRow> least = new PriorityQueue<>(
                Comparator.comparingDouble(Exploration.OddRow::sum).thenComparingLong(row -> -row.row()));
        long first = 1;
        try (TableCursor cursor = source.open()) {
            for (Table chunk = cursor.next(); chunk != null; chunk = cursor.next()) {
                FloatMatrix rows = encoding.encode(chunk);
                for (int from = 0; from < rows.rows(); from += SLICE) {
                    FloatMatrix slice = rows.copyRows(from, Math.min(rows.rows(), from + SLICE));
                    offer(slice, first + from, count, features, least);
                }
                first += chunk.rows();
            }
        }
        List<Exploration.OddRow> found = new ArrayList<>();
        while (!least.isEmpty()) {
            found.addFirst(least.remove());
        }
        return found;
    }

    private void offer(FloatMatrix rows, long first, int count, int features, PriorityQueue<Exploration.OddRow> least) {
        RowScores scores = scorer.score(rows, workers);
        double[] sums = scores.of(RowScore.SUM);
        for (int i = 0; i < sums.length; i++) {
            boolean enters = !Double.isNaN(sums[i])
                    && (least.size() < count || sums[i] > least.element().sum());
            if (enters) {
                if (least.size() == count) {
                    least.remove();
                }
                least.add(describe(rows, i, first + i, scores, features));
            }
        }
    }

    private Exploration.OddRow describe(FloatMatrix rows, int row, long number, RowScores scores, int features) {
        int d = rows.columns();
        float[] back = model.reconstruct(rows.copyRows(row, row + 1), workers).values();
        float[] means = model.featureMeans();
        // The part of the row that is odd is what it is beyond the reconstruction, or the reconstruction beyond the
        // mean.
        boolean broken = scorer.breaks(scores, row);
        double[] parts = new double[d];
        double total = 0;
        for (int j = 0; j < d; j++) {
            double part = broken ? (double) rows.get(row, j) - back[j] : (double) rows.get(row, j) - means[j];
            parts[j] = Double.isNaN(part) ? 0 : part * part;
            total += parts[j];
        }
        double all = total;
        List<Exploration.Feature> most = IntStream.range(0, d)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer j) -> -parts[j]))
                .limit(features)
                .filter(j -> parts[j] > 0)
                .map(j -> new Exploration.Feature(
                        encoding.featureNames().get(j),
                        unscaled(rows.get(row, j), j),
                        unscaled(broken ? back[j] : means[j], j),
                        parts[j] / all))
                .toList();
        return new Exploration.OddRow(number, scores.sums()[row], broken, most);
    }

    /** In the units of its column; what the rounding of a feature to float32 leaves of zero is zero. */
    private double unscaled(double feature, int column) {
        double value = feature * scale[column] + shift[column];
        return Math.abs(value) < Math.ulp(1f) * Math.abs(shift[column]) ? 0 : value;
    }
}
