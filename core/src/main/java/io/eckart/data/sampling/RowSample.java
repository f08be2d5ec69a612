package io.eckart.data.sampling;

import io.eckart.data.FeatureSource;
import io.eckart.data.Table;
import io.eckart.data.TableSource;
import io.eckart.numerics.FloatMatrix;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** A sample of rows in memory: the data is divided into parts of about equal length, and one random row is taken of each. */
public final class RowSample {
    /** Copies a row of a chunk to a row of the sample. */
    @FunctionalInterface
    private interface RowCopy {
        void copy(int row, int to);
    }

    private final long[] chosen;
    private long first;
    private int next;

    private RowSample(long[] chosen) {
        this.chosen = chosen;
    }

    /**
     * Takes a sample in one pass: all rows, in their order, if there are no more than asked for.
     *
     * @param size the largest number of rows, at least 1
     * @return min(n, size) x d, NaN for missing cells
     */
    public static FloatMatrix of(FeatureSource source, int size, SplittableRandom random) {
        int d = source.width();
        RowSample sample = new RowSample(rows(source.countRows(), size, random));
        FloatMatrix taken = FloatMatrix.zeros(sample.chosen.length, d);
        source.forEachChunk(chunk -> sample.take(
                chunk.rows(), (row, to) -> System.arraycopy(chunk.values(), row * d, taken.values(), to * d, d)));
        return taken;
    }

    /**
     * Takes a sample of a table with its labels.
     *
     * @param rows n, the number of rows of the source
     * @param size the largest number of rows, at least 1
     */
    public static Table of(TableSource source, long rows, int size, SplittableRandom random) {
        RowSample sample = new RowSample(rows(rows, size, random));
        int count = sample.chosen.length;
        int width = source.schema().features().size();
        double[] cells = new double[Math.multiplyExact(count, width)];
        @Nullable String[] labels = source.schema().label().isPresent() ? new String[count] : null;
        source.forEachChunk(chunk -> sample.take(chunk.rows(), (row, to) -> {
            for (int j = 0; j < width; j++) {
                cells[to * width + j] = chunk.cell(row, j);
            }
            if (labels != null) {
                labels[to] = chunk.label(row);
            }
        }));
        return new Table(source.name(), source.schema(), count, cells, labels);
    }

    /** Copies the chosen rows among the next {@code count} rows of a pass. */
    private void take(int count, RowCopy copy) {
        for (; next < chosen.length && chosen[next] < first + count; next++) {
            copy.copy((int) (chosen[next] - first), next);
        }
        first += count;
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
