package io.eckart.benchmarks.comparison;

import io.eckart.numerics.RandomStreams;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/** 1000 x 30 numbers as {@code rows.csv}. */
final class StartFolder {
    private static final int ROWS = 1000;
    private static final int COLUMNS = 30;

    private StartFolder() {}

    static Path in(DataFolder folder) throws IOException {
        return MadeFile.of(folder.made(), "start", StartFolder::write);
    }

    private static void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        SplittableRandom random = new RandomStreams(1).stream("numbers");
        try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("rows.csv"))) {
            for (int j = 0; j < COLUMNS; j++) {
                out.append(j == 0 ? "x" : ",x").append(String.valueOf(j + 1));
            }
            for (int i = 0; i < ROWS * COLUMNS; i++) {
                out.append(i % COLUMNS == 0 ? "\n" : ",").append(String.valueOf((float) random.nextGaussian()));
            }
            out.append('\n');
        }
    }
}
