package io.eckart.data;

import io.eckart.numerics.FloatMatrix;
import java.util.Arrays;

/** Reads all rows of a source into memory. */
final class FeatureCollector {
    private static final int LONGEST_ARRAY = Integer.MAX_VALUE - 8;

    private final FeatureSource source;
    private final int width;
    private float[] values;
    private int rows;

    FeatureCollector(FeatureSource source) {
        this.source = source;
        this.width = source.width();
        this.values = new float[length(source.rowCount().orElse(0))];
    }

    Features collect() {
        source.forEachChunk(this::add);
        float[] all = values.length == rows * width ? values : Arrays.copyOf(values, rows * width);
        return new Features(source.names(), new FloatMatrix(rows, width, all));
    }

    private void add(FloatMatrix chunk) {
        int needed = length((long) rows + chunk.rows());
        if (needed > values.length) {
            values = Arrays.copyOf(values, (int) Math.max(needed, Math.min(needed * 3L / 2, LONGEST_ARRAY)));
        }
        System.arraycopy(chunk.values(), 0, values, rows * width, chunk.rows() * width);
        rows += chunk.rows();
    }

    private int length(long count) {
        if (count * width > LONGEST_ARRAY) {
            throw new DataException(
                    count + " rows of " + width + " features are more than one array can hold",
                    Remedy.choose(Remedy.Setting.LEFT_OUT, ""),
                    Remedy.byHand("use fewer rows"));
        }
        return (int) (count * width);
    }
}
