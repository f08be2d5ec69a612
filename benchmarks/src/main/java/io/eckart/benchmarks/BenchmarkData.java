package io.eckart.benchmarks;

import io.eckart.data.Encoding;
import io.eckart.data.FeatureSource;
import io.eckart.data.Features;
import io.eckart.data.Scaling;
import io.eckart.data.Table;
import io.eckart.data.TableSource;
import io.eckart.data.file.Tables;
import io.eckart.data.format.ReadOptions;
import io.eckart.data.synthetic.DrawnDigits;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The rows that benchmarks run on: those of a file, or drawn digits of the size of Fashion-MNIST (60,000 x 784). */
public final class BenchmarkData {
    /** The system property that names a file to run on (IDX or any other table); without it, digits are drawn. */
    public static final String PROPERTY = "eckart.benchmark.data";

    private static final int ROWS = 60_000;
    private static final long SEED = 1;
    /** Two zero bytes, the code of unsigned bytes, three sizes. */
    private static final int IDX_MAGIC = 0x0803;

    private BenchmarkData() {}

    /** The rows of the file that {@link #PROPERTY} names, or drawn digits. */
    public static Features load() {
        String file = System.getProperty(PROPERTY, "");
        return file.isBlank() ? features(digits()) : read(Path.of(file));
    }

    /**
     * The rows of a table in a file, unscaled.
     *
     * @throws io.eckart.data.DataException if the file cannot be read
     */
    public static Features read(Path file) {
        return features(Tables.open(file, ReadOptions.DEFAULT));
    }

    /** Writes the drawn digits as an IDX file of unsigned bytes, so that other programs can read them. */
    public static void writeDigits(Path file) {
        Table digits = digits();
        try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(file))) {
            out.writeInt(IDX_MAGIC);
            out.writeInt(ROWS);
            out.writeInt(DrawnDigits.MNIST_SIZE);
            out.writeInt(DrawnDigits.MNIST_SIZE);
            byte[] row = new byte[digits.width()];
            for (int i = 0; i < ROWS; i++) {
                for (int j = 0; j < row.length; j++) {
                    row[j] = (byte) Math.round(255 * digits.cell(i, j));
                }
                out.write(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    private static Table digits() {
        return new DrawnDigits(ROWS, SEED).generate();
    }

    private static Features features(TableSource table) {
        FeatureSource source = Encoding.fit(table, Scaling.NONE).encode(table);
        return Features.collect(source);
    }
}
