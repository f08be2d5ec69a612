package io.eckart.report.result;

import io.eckart.data.Table;
import io.eckart.data.file.Tables;
import io.eckart.data.format.ReadOptions;
import io.eckart.report.Origin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;

/** Data that results are made of. */
final class Samples {
    /** A column whose name must not become markup. */
    static final String HOSTILE = "</script><b>odd";

    static final Origin ORIGIN = new Origin("a test", "1", "0", 1, "none", "2026-01-01T00:00:00Z");

    private Samples() {}

    /** Three groups of rows in four columns of numbers and one of categories, with labels; every seventh row has a hole. */
    static Table groups(int rows) {
        SplittableRandom random = new SplittableRandom(5);
        StringBuilder text = new StringBuilder("length,width,weight," + HOSTILE + ",colour,group\n");
        for (int i = 0; i < rows; i++) {
            double size = 3 * (i % 3) + random.nextGaussian();
            double shape = (i % 3 == 1 ? 4 : 0) + random.nextGaussian();
            String length = i % 7 == 3 ? "" : String.format(Locale.ROOT, "%.4f", size + 0.1 * random.nextGaussian());
            text.append(String.format(
                    Locale.ROOT,
                    "%s,%.4f,%.4f,%.4f,%s,g%d%n",
                    length,
                    shape,
                    2 * size + shape + 0.1 * random.nextGaussian(),
                    random.nextGaussian(),
                    i % 3 == 0 ? "red" : "blue",
                    i % 3));
        }
        return table(text.toString(), ReadOptions.DEFAULT.withLabel("group"));
    }

    static Table table(String csv, ReadOptions options) {
        try {
            Path file = Files.createTempFile("rows", ".csv");
            try {
                return Tables.read(Files.writeString(file, csv), options);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
