package io.eckart.benchmarks.comparison;

import io.eckart.benchmarks.side.NpyFile;
import io.eckart.benchmarks.side.Rows;
import io.eckart.data.Encoding;
import io.eckart.data.Scaling;
import io.eckart.data.Table;
import io.eckart.data.file.Tables;
import io.eckart.data.format.ReadOptions;
import io.eckart.data.synthetic.LowRank;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.RandomStreams;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Rows of which a fifth of the cells is hidden completely at random, {@code holed.npy}, and the rows as they were,
 * {@code truth.npy}: letter (UCI) scaled to minimum 0 and maximum 1 where it lies, else rows near a subspace.
 */
final class HoledFolder {
    private static final double HIDDEN = 0.2;
    private static final int ROWS = 20_000;
    private static final int COLUMNS = 16;

    private HoledFolder() {}

    static Path in(DataFolder folder) throws IOException {
        Optional<Path> letter = folder.shared("letter/letter.csv.gz");
        return MadeFile.of(
                folder.made(),
                letter.isPresent() ? "letter-holed" : "low-rank-holed",
                to -> write(to, letter.isPresent() ? letter(letter.get()) : lowRank()));
    }

    private static FloatMatrix letter(Path file) {
        Table table = Tables.read(file, ReadOptions.DEFAULT.withLabel("label"));
        return Encoding.fit(table, Scaling.MINMAX).encode(table);
    }

    private static FloatMatrix lowRank() {
        return new LowRank(ROWS, COLUMNS, List.of(0.4, 0.2, 0.1, 0.05), 0.1, 1)
                .generate()
                .values()
                .toFloat();
    }

    private static void write(Path folder, FloatMatrix truth) throws IOException {
        Files.createDirectories(folder);
        SplittableRandom random = new RandomStreams(1).stream("hidden cells");
        float[] holed = truth.values().clone();
        for (int i = 0; i < holed.length; i++) {
            holed[i] = random.nextDouble() < HIDDEN ? Float.NaN : holed[i];
        }
        NpyFile.write(folder.resolve("truth.npy"), new Rows(truth.rows(), truth.columns(), truth.values()));
        NpyFile.write(folder.resolve("holed.npy"), new Rows(truth.rows(), truth.columns(), holed));
    }
}
