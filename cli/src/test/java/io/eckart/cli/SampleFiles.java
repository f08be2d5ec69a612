package io.eckart.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Assumptions;

/** Files that tests write and read, and where the real ones lie. */
public final class SampleFiles {
    private SampleFiles() {}

    public static Path text(Path folder, String name, String... lines) {
        return bytes(folder, name, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    public static Path bytes(Path folder, String name, byte[] content) {
        try {
            return Files.write(folder.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** n x d numbers that float32 and their decimal text both hold exactly: multiples of 1/64, correlated. */
    public static double[][] numbers(int n, int d, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] rows = new double[n][d];
        for (double[] row : rows) {
            double common = random.nextGaussian();
            for (int j = 0; j < d; j++) {
                row[j] = Math.round(64 * (common * (d - j) + 0.7 * random.nextGaussian() + 0.5)) / 64.0;
            }
        }
        return rows;
    }

    /** A table with a header line c1, c2, … */
    public static Path csv(Path folder, String name, double[][] rows) {
        return csv(folder, name, ",", names(rows[0].length), rows);
    }

    public static Path csv(Path folder, String name, String delimiter, String[] names, double[][] rows) {
        StringBuilder text = new StringBuilder(String.join(delimiter, names)).append('\n');
        for (double[] row : rows) {
            text.append(Arrays.stream(row).mapToObj(String::valueOf).collect(Collectors.joining(delimiter)));
            text.append('\n');
        }
        return bytes(folder, name, text.toString().getBytes(StandardCharsets.UTF_8));
    }

    public static String[] names(int d) {
        return IntStream.rangeClosed(1, d).mapToObj(j -> "c" + j).toArray(String[]::new);
    }

    /** The rows with their columns in another order, repeated or left out. */
    public static double[][] columns(double[][] rows, int... wanted) {
        return Arrays.stream(rows)
                .map(row -> Arrays.stream(wanted).mapToDouble(j -> row[j]).toArray())
                .toArray(double[][]::new);
    }

    public static double[][] transposed(double[][] rows) {
        return IntStream.range(0, rows[0].length)
                .mapToObj(j -> Arrays.stream(rows).mapToDouble(row -> row[j]).toArray())
                .toArray(double[][]::new);
    }

    /** A float64 array in NPY version 1. */
    public static byte[] npy(double[][] rows) {
        byte[] header = npyHeader("<f8", rows.length, rows[0].length);
        ByteBuffer file = ByteBuffer.allocate(header.length + 8 * rows.length * rows[0].length)
                .order(ByteOrder.LITTLE_ENDIAN);
        file.put(header);
        Arrays.stream(rows).flatMapToDouble(Arrays::stream).forEach(file::putDouble);
        return file.array();
    }

    public static byte[] npyHeader(String descr, long rows, int columns) {
        String dict = "{'descr': '" + descr + "', 'fortran_order': False, 'shape': (" + rows + ", " + columns + "), }";
        String padded = dict + " ".repeat(128 - 10 - 1 - dict.length()) + "\n";
        return ByteBuffer.allocate(128)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) 0x93)
                .put("NUMPY".getBytes(StandardCharsets.US_ASCII))
                .put((byte) 1)
                .put((byte) 0)
                .putShort((short) 118)
                .put(padded.getBytes(StandardCharsets.US_ASCII))
                .array();
    }

    /** An IDX file of n images of h x w bytes. */
    public static byte[] idx(int n, int h, int w, long seed) {
        byte[] pixels = new byte[n * h * w];
        new SplittableRandom(seed).nextBytes(pixels);
        return ByteBuffer.allocate(16 + pixels.length)
                .put(new byte[] {0, 0, 8, 3})
                .putInt(n)
                .putInt(h)
                .putInt(w)
                .put(pixels)
                .array();
    }

    public static byte[] gzip(byte[] content) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    /** The lines of a text file, unpacked if its name ends in .gz. */
    public static String[] lines(Path file) {
        try (var in = Files.newInputStream(file)) {
            byte[] content =
                    file.toString().endsWith(".gz") ? new GZIPInputStream(in).readAllBytes() : in.readAllBytes();
            return new String(content, StandardCharsets.UTF_8).lines().toArray(String[]::new);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The numbers below the header line of a written CSV file; an empty cell is NaN. */
    public static double[][] read(Path file) {
        String delimiter = file.toString().contains(".tsv") ? "\t" : ",";
        return Arrays.stream(lines(file))
                .skip(1)
                .map(line -> Arrays.stream(line.split(delimiter, -1))
                        .mapToDouble(
                                cell -> cell.isEmpty() || cell.equals("\"\"") ? Double.NaN : Double.parseDouble(cell))
                        .toArray())
                .toArray(double[][]::new);
    }

    /** A file of the real data; the test is skipped, by name, where it is absent. */
    public static Path real(String relative) {
        Path root = Path.of(System.getProperty("eckart.root", "."));
        Path file = root.resolve("../shared/data").resolve(relative).normalize();
        Assumptions.assumeTrue(Files.exists(file), () -> "missing real data: " + file);
        return file;
    }

    /** A table of three groups of rows in five correlated columns and one of categories, with labels and a few holes. */
    public static String groups(int rows) {
        java.util.SplittableRandom random = new java.util.SplittableRandom(5);
        StringBuilder text = new StringBuilder("length,width,height,weight,</script><b>odd,colour,group\n");
        for (int i = 0; i < rows; i++) {
            int group = i % 3;
            double size = 3 * group + random.nextGaussian();
            double shape = (group == 1 ? 4 : 0) + random.nextGaussian();
            String[] cells = {
                number(size + 0.1 * random.nextGaussian()),
                number(shape + 0.1 * random.nextGaussian()),
                number(size - shape + 0.1 * random.nextGaussian()),
                number(2 * size + shape + 0.1 * random.nextGaussian()),
                number(random.nextGaussian()),
                group == 0 ? "red" : "blue"
            };
            if (i % 7 == 3) {
                cells[i % 4] = "";
            }
            text.append(String.join(",", cells)).append(",g").append(group).append('\n');
        }
        return text.toString();
    }

    private static String number(double value) {
        return String.format(java.util.Locale.ROOT, "%.4f", value);
    }

    /** A network fitted on the {@code groups.csv} of the folder, barely trained. */
    public static Path network(Path folder) {
        Path model = folder.resolve("groups.network");
        Path data = folder.resolve("groups.csv");
        Console.Answer answer =
                Console.run("fit", data, "--label", "group", "--model", "network", "-k", 2, "--epochs", 5, "-o", model);
        assertThat(answer.exitCode()).as(answer.err()).isZero();
        return model;
    }
}
