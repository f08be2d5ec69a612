package io.eckart.benchmarks.comparison;

import io.eckart.numerics.RandomStreams;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/** 1,000,000 x 30 numbers of six decimals as CSV, with a header. */
final class CsvFile {
    private static final int ROWS = 1_000_000;
    private static final int COLUMNS = 30;
    private static final int DECIMALS = 1_000_000;

    private CsvFile() {}

    static Path in(DataFolder folder) throws IOException {
        return MadeFile.of(folder.made(), "numbers-1000000x30.csv", CsvFile::write);
    }

    private static void write(Path file) throws IOException {
        SplittableRandom random = new RandomStreams(1).stream("numbers");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            StringBuilder line = new StringBuilder();
            for (int j = 0; j < COLUMNS; j++) {
                line.append(j == 0 ? "x" : ",x").append(j + 1);
            }
            for (int i = 0; i < ROWS; i++) {
                out.append(line).append('\n');
                line.setLength(0);
                for (int j = 0; j < COLUMNS; j++) {
                    appendNumber(line.append(j == 0 ? "" : ","), random.nextGaussian());
                }
            }
            out.append(line).append('\n');
        }
    }

    private static void appendNumber(StringBuilder line, double value) {
        long scaled = Math.round(Math.abs(value) * DECIMALS);
        line.append(value < 0 ? "-" : "").append(scaled / DECIMALS).append('.');
        int point = line.length() - 1;
        // The leading one keeps the zeros of the decimals, and gives way to the point.
        line.append(DECIMALS + scaled % DECIMALS).deleteCharAt(point + 1);
    }
}
