package io.eckart.data.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eckart.data.Column;
import io.eckart.data.ColumnType;
import io.eckart.data.DataException;
import io.eckart.data.Encoding;
import io.eckart.data.Scaling;
import io.eckart.data.Schema;
import io.eckart.data.Table;
import io.eckart.data.format.OutputFile;
import io.eckart.data.format.ReadOptions;
import io.eckart.data.format.TableWriter;
import io.eckart.data.format.WriteOptions;
import io.eckart.numerics.FloatMatrix;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableWriterTest {
    private static final List<String> NAMES = List.of("a", "b, c");
    private static final FloatMatrix ROWS =
            new FloatMatrix(3, 2, new float[] {0.1f, 2, Float.NaN, -1.5e-8f, 3e30f, -0.0f});

    @TempDir
    Path folder;

    private Path write(String name, FloatMatrix... blocks) {
        Path file = folder.resolve(name);
        try (TableWriter writer = Tables.writer(file, NAMES, WriteOptions.DEFAULT)) {
            for (FloatMatrix block : blocks) {
                writer.write(block);
            }
            writer.commit();
        }
        return file;
    }

    private List<String> left() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void csvHasTheShortestNumbersInEveryLocale() throws IOException {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(Files.readString(write("out.csv", ROWS)))
                    .isEqualTo("a,\"b, c\"\n0.1,2\n,-1.5E-8\n3.0E30,-0.0\n");
            assertThat(Files.readString(write("out.tsv", ROWS))).startsWith("a\tb, c\n0.1\t2\n\t-1.5E-8\n");
        } finally {
            Locale.setDefault(before);
        }
        assertThat(left()).containsExactly("out.csv", "out.tsv");
    }

    @Test
    void gzipByExtension() throws IOException {
        Path file = write("out.csv.gz", ROWS);
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).startsWith("a,\"b, c\"\n0.1,2\n");
        }
    }

    @Test
    void everyFormatGivesTheFloatsBack() {
        SplittableRandom random = new SplittableRandom(17);
        float[] values = new float[2 * 70_001];
        for (int i = 0; i < values.length; i++) {
            float value = Float.intBitsToFloat(random.nextInt());
            values[i] = Float.isInfinite(value) ? 1 : Float.isNaN(value) ? Float.NaN : value;
        }
        FloatMatrix all = new FloatMatrix(values.length / 2, 2, values);
        for (String name : List.of("r.csv", "r.tsv.gz", "r.npy")) {
            Path file = write(name, all.copyRows(0, 1), all.copyRows(1, 50_000), all.copyRows(50_000, all.rows()));
            Table back = Tables.read(file, ReadOptions.DEFAULT.withMissing(Set.of("nan")));
            assertThat(back.rows()).as(name).isEqualTo(all.rows());
            float[] read = new float[values.length];
            for (int i = 0; i < read.length; i++) {
                read[i] = (float) back.cell(i / 2, i % 2);
            }
            assertThat(Arrays.equals(read, values)).as("%s, seed 17", name).isTrue();
        }
    }

    @Test
    void tablesHaveTheirLevelsAndLabel() throws IOException {
        Schema schema = Schema.of(List.of(
                Column.number("x"),
                Column.label("y"),
                new Column("flag", ColumnType.BOOLEAN, List.of("no", "yes")),
                Column.category("kind", List.of("p", "q,r"))));
        @Nullable String[] labels = {"one", null};
        Table table = new Table("t", schema, 2, new double[] {1600000123.25, 1, 1, Double.NaN, 0, Double.NaN}, labels);
        Path file = folder.resolve("t.csv");
        try (TableWriter writer = Tables.writer(file, List.of("x", "flag", "kind", "y"), WriteOptions.DEFAULT)) {
            writer.write(table);
            writer.commit();
        }
        assertThat(Files.readString(file)).isEqualTo("x,flag,kind,y\n1.60000012325E9,yes,\"q,r\",one\n,no,,\n");
        try (TableWriter writer = Tables.writer(folder.resolve("u.csv"), List.of("x", "kind"), WriteOptions.DEFAULT)) {
            assertThatThrownBy(() -> writer.write(table))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("'flag'");
        }
        try (TableWriter writer =
                Tables.writer(folder.resolve("u.npy"), List.of("x", "flag", "kind"), WriteOptions.DEFAULT)) {
            assertThatThrownBy(() -> writer.write(table))
                    .isInstanceOf(DataException.class)
                    .hasMessageContainingAll("u.npy", "'kind'", "write CSV");
        }
        assertThat(left()).containsExactly("t.csv");
    }

    @Test
    void decodedTablesReadBackToTheSameFeatures() {
        SplittableRandom random = new SplittableRandom(31);
        StringBuilder content = new StringBuilder("time,ratio,kind,flag\n");
        for (int i = 0; i < 500; i++) {
            content.append(1_600_000_000 + random.nextInt(100_000)).append(',');
            content.append(i % 9 == 0 ? "" : random.nextInt(100_000) / 1e5).append(',');
            content.append(i % 7 == 0 ? "NA" : "k" + random.nextInt(3)).append(',');
            content.append(random.nextBoolean() ? "yes" : "no").append('\n');
        }
        Path first = SampleFiles.bytes(folder, "first.csv", content.toString().getBytes(StandardCharsets.UTF_8));
        Table table = Tables.read(first, ReadOptions.DEFAULT);
        for (Scaling scaling : Scaling.values()) {
            Encoding encoding = Encoding.fit(table, scaling);
            FloatMatrix features = encoding.encode(table);
            Path file = folder.resolve(scaling + ".csv");
            try (TableWriter writer =
                    Tables.writer(file, List.of("time", "ratio", "kind", "flag"), WriteOptions.DEFAULT)) {
                writer.write(encoding.decode(features, "decoded"));
                writer.commit();
            }
            Table back = Tables.read(file, ReadOptions.DEFAULT.expecting(encoding.schema()));
            assertThat(encoding.encode(back).values())
                    .as("%s, seed 31", scaling)
                    .isEqualTo(features.values());
        }
    }

    @Test
    void aMissingCellAloneInItsRowIsNotAnEmptyLine() throws IOException {
        Path file = folder.resolve("one.csv");
        try (TableWriter writer = Tables.writer(file, List.of("a"), WriteOptions.DEFAULT)) {
            writer.write(new FloatMatrix(2, 1, new float[] {Float.NaN, 3}));
            writer.commit();
        }
        assertThat(Files.readString(file)).isEqualTo("a\n\"\"\n3\n");
        assertThat(Tables.read(file, ReadOptions.DEFAULT).rows()).isEqualTo(2);
    }

    @Test
    void withoutCommitNothingIsLeft() throws IOException {
        for (String name : List.of("x.csv", "x.csv.gz", "x.npy")) {
            try (TableWriter writer = Tables.writer(folder.resolve(name), NAMES, WriteOptions.DEFAULT)) {
                writer.write(ROWS);
            }
        }
        assertThat(left()).isEmpty();
    }

    @Test
    void existingFilesAreReplacedOnlyByForce() throws IOException {
        Path file = write("out.csv", ROWS);
        assertThatThrownBy(() -> write("out.csv", ROWS))
                .isInstanceOf(DataException.class)
                .hasMessageContainingAll(file.toString(), "exists", "allow it to be replaced");
        try (TableWriter writer = Tables.writer(file, NAMES, WriteOptions.DEFAULT.withForce(true))) {
            writer.write(ROWS.copyRows(0, 1));
            writer.commit();
        }
        assertThat(Files.readString(file)).isEqualTo("a,\"b, c\"\n0.1,2\n");
        try (TableWriter writer = Tables.writer(folder.resolve("late.csv"), NAMES, WriteOptions.DEFAULT)) {
            Files.writeString(folder.resolve("late.csv"), "other");
            assertThatThrownBy(writer::commit)
                    .isInstanceOf(DataException.class)
                    .hasMessageContaining("allow it to be replaced");
        }
        assertThat(left()).containsExactly("late.csv", "out.csv");
        assertThat(Files.readString(folder.resolve("late.csv"))).isEqualTo("other");
    }

    @Test
    void aFullDiskLeavesNothing() throws IOException {
        Path file = folder.resolve("full.bin");
        assertThatThrownBy(() -> OutputFile.write(file, false, channel -> {
                    channel.write(ByteBuffer.allocate(100));
                    throw new IOException("No space left on device");
                }))
                .isInstanceOf(DataException.class)
                .hasMessage(file + ": cannot be written: No space left on device");
        assertThat(left()).isEmpty();
    }

    @Test
    void anUnwritableDirectoryIsAnError() {
        assertThatThrownBy(() -> Tables.writer(folder.resolve("no/such/x.csv"), NAMES, WriteOptions.DEFAULT))
                .isInstanceOf(DataException.class)
                .hasMessageContainingAll("x.csv", "no directory");
        assertThatThrownBy(() -> Tables.writer(folder, NAMES, WriteOptions.DEFAULT.withForce(true)))
                .isInstanceOf(DataException.class);
        Path proc = Path.of("/proc/eckart.csv");
        Assumptions.assumeTrue(Files.isDirectory(Path.of("/proc")), "no /proc, which nobody can write to");
        assertThatThrownBy(() -> Tables.writer(proc, NAMES, WriteOptions.DEFAULT))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("/proc/eckart.csv: cannot be written");
    }

    @Test
    void otherExtensionsAndWidthsAreErrors() {
        assertThatThrownBy(() -> Tables.writer(folder.resolve("x.parquet"), NAMES, WriteOptions.DEFAULT))
                .isInstanceOf(DataException.class)
                .hasMessageContainingAll("x.parquet", ".csv", ".npy");
        try (TableWriter writer = Tables.writer(folder.resolve("x.csv"), NAMES, WriteOptions.DEFAULT)) {
            assertThatThrownBy(() -> writer.write(FloatMatrix.zeros(1, 3)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
