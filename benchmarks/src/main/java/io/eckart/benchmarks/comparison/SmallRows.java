package io.eckart.benchmarks.comparison;

import io.eckart.benchmarks.side.NpyFile;
import io.eckart.benchmarks.side.Rows;
import io.eckart.data.synthetic.LowRank;
import io.eckart.numerics.FloatMatrix;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** 60,000 rows of 64 numbers near a subspace of 8 dimensions, for small networks. */
final class SmallRows {
    private static final int ROWS = 60_000;
    private static final int COLUMNS = 64;
    private static final int RANK = 8;
    private static final double NOISE = 0.1;
    private static final long SEED = 1;

    private SmallRows() {}

    static Path in(DataFolder folder) throws IOException {
        return MadeFile.of(folder.made(), "rows-60000x64.npy", SmallRows::write);
    }

    private static void write(Path file) throws IOException {
        List<Double> eigenvalues =
                IntStream.range(0, RANK).mapToObj(i -> (double) (RANK - i)).toList();
        FloatMatrix rows = new LowRank(ROWS, COLUMNS, eigenvalues, NOISE, SEED)
                .generate()
                .values()
                .toFloat();
        NpyFile.write(file, new Rows(ROWS, COLUMNS, rows.values()));
    }
}
