package io.eckart.data.sampling;

import io.eckart.data.FeatureCursor;
import io.eckart.data.FeatureSource;
import io.eckart.data.Table;
import io.eckart.data.TableCursor;
import io.eckart.data.TableSource;
import io.eckart.numerics.FloatMatrix;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** A sample of rows in memory: the data is divided into parts of about equal length, and one random row is taken of each. */
public final class RowSample {
    private RowSample() {}

    /**
     * Takes a sample in one pass: all rows, in their order, if there are no more than asked for.
     *
     * @param size the largest number of rows, at least 1
     * @return min(n, size) x d, NaN for missing cells
     */
    public static FloatMatrix of(FeatureSource source, int size, SplittableRandom random) {
        long[] chosen = rows(source.countRows(), size, random);
        int d = source.width();
        FloatMatrix sample = FloatMatrix.zeros(chosen.length, d);
        long first = 0;
        int next = 0;
        try (FeatureCursor cursor = source.open()) {
            for (FloatMatrix chunk = cursor.next(); chunk != null; chunk = cursor.next()) {
                for (; next < chosen.length && chosen[next] < first + chunk.rows(); next++) {
                    int row = (int) (chosen[next] - first);
                    System.arraycopy(chunk.values(), row * d, sample.values(), next * d, d);
                }
                first += chunk.rows();
            }
        }
        return sample;
    }

    /**
     * Takes a sample of a table with its labels.
     *
     * @param rows n, the number of rows of the source
     * @param size the largest number of rows, at least 1
     */
    public static Table of(TableSource source, long rows, int size, SplittableRandom random) {
        long[] chosen = rows(rows, size, random);
        int width = source.schema().features().size();
        double[] cells = new double[Math.multiplyExact(chosen.length, width)];
        @Nullable String[] labels = source.schema().label().isPresent() ? new String[chosen.length] : null;
        long first = 0;
        int next = 0;
        try (TableCursor cursor = source.open()) {
            for (Table chunk = cursor.next(); chunk != null; chunk = cursor.next()) {
                for (; next < chosen.length && chosen[next] < first + chunk.rows(); next++) {
                    int row = (int) (chosen[next] - first);
                    for (int j = 0; j < width; j++) {
                        cells[next * width + j] = chunk.cell(row, j);
                    }
                    if (labels != null) {
                        labels[next] = chunk.label(row);
                    }
                }
                first += chunk.rows();
            }
        }
        return new Table(source.name(), source.schema(), chosen.length, cells, labels);
    }

    /** The indices of the rows taken from n rows, ascending: min(n, size) of them. */
    public static long[] rows(long n, int size, SplittableRandom random) {
        int count = (int) Math.min(n, size);
        long[] chosen = new long[count];
        for (int i = 0; i < count; i++) {
            // Floating point, because i n may be beyond 64 bits; the parts need not be equal to the row.
            long from = count == n ? i : (long) Math.floor((double) i / count * n);
            long to = count == n ? i + 1L : (long) Math.floor((double) (i + 1) / count * n);
            chosen[i] = random.nextLong(from, Math.max(from + 1, to));
        }
        return chosen;
    }
}
