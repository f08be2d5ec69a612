package io.eckart.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Data that is larger than the memory of the process. */
class LargeDataTest {
    private static final int COLUMNS = 100;
    private static final int RANK = 5;
    private static final double NOISE = 0.1;
    private static final int CHUNK = 10_000;
    private static final long SEED = 17;

    @TempDir
    Path folder;

    @Test
    @Tag("long")
    void twoGigabytesInHalfAGigabyteOfHeap() throws Exception {
        fitsIn("-Xmx512m", 5_000_000);
    }

    /** The same in small: 80 MB of rows in a heap of 64 MiB. */
    @Test
    void moreRowsThanHeap() throws Exception {
        fitsIn("-Xmx64m", 200_000);
    }

    /**
     * Rows are independent normal factors with standard deviations RANK, ..., 1 along unit vectors of disjoint columns, plus
     * noise: the energies of the components are the squares of those, each with noise², and (d - RANK) noise² is left.
     */
    private void fitsIn(String heap, int rows) throws Exception {
        assumeTrue(
                folder.toFile().getUsableSpace() > 4L * rows * COLUMNS + (1L << 30),
                "too little free disk in " + folder);
        Path data = folder.resolve("rows.npy");
        generate(data, rows);
        JsonNode fit = fitInOwnProcess(heap, data);
        double total = RANK * (RANK + 1) * (2 * RANK + 1) / 6.0 + COLUMNS * NOISE * NOISE;
        double left = (COLUMNS - RANK) * NOISE * NOISE;
        // The spread of an estimated variance is sqrt(2 / n): 0.3 % of 200,000 rows, five times that for certainty.
        double spread = 5 * Math.sqrt(2.0 / rows);
        assertThat(fit.path("rows").asInt()).isEqualTo(rows);
        assertThat(fit.path("total_energy").asDouble()).isCloseTo(total, Percentage.withPercentage(100 * spread));
        assertThat(fit.path("error_per_sample").asDouble()).isCloseTo(left, Percentage.withPercentage(100 * spread));
        assertThat(fit.path("gap").asDouble(1)).isCloseTo(0, within(1e-6));
        for (int i = 0; i < RANK; i++) {
            double energy = (RANK - i) * (RANK - i) + NOISE * NOISE;
            assertThat(fit.path("energy_ratios").path(i).asDouble())
                    .as("component " + i + ", seed " + SEED)
                    .isCloseTo(energy / total, Percentage.withPercentage(200 * spread));
        }
    }

    private JsonNode fitInOwnProcess(String heap, Path data) throws IOException, InterruptedException {
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        heap,
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "fit",
                        data.toString(),
                        "-k",
                        String.valueOf(RANK),
                        "--json")
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        try {
            assertThat(process.waitFor(10, TimeUnit.MINUTES))
                    .as("ended within ten minutes")
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue()).as(Files.readString(err)).isZero();
        return JsonMapper.builder().build().readTree(Files.readString(out));
    }

    private static void generate(Path file, int rows) throws IOException {
        SplittableRandom random = new SplittableRandom(SEED);
        float[] noise = noise(random);
        ByteBuffer chunk = ByteBuffer.allocateDirect(4 * CHUNK * COLUMNS).order(ByteOrder.LITTLE_ENDIAN);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(SampleFiles.npyHeader("<f4", rows, COLUMNS)));
            for (int from = 0; from < rows; from += CHUNK) {
                chunk.clear();
                for (int i = 0; i < CHUNK; i++) {
                    putRow(chunk, random, noise);
                }
                chunk.flip();
                while (chunk.hasRemaining()) {
                    channel.write(chunk);
                }
            }
        }
    }

    /** Gaussian numbers whose mean is 0 and whose mean square is NOISE², as pairs of opposite ones, rescaled. */
    private static float[] noise(SplittableRandom random) {
        double[] drawn = new double[1 << 15];
        Arrays.setAll(drawn, i -> random.nextGaussian());
        double square = Arrays.stream(drawn).map(x -> x * x).average().orElseThrow();
        float[] noise = new float[2 * drawn.length];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (float) ((i % 2 == 0 ? NOISE : -NOISE) * drawn[i / 2] / Math.sqrt(square));
        }
        return noise;
    }

    private static void putRow(ByteBuffer chunk, SplittableRandom random, float[] noise) {
        double[] factors = new double[RANK];
        Arrays.setAll(factors, i -> (RANK - i) * random.nextGaussian() * Math.sqrt((double) RANK / COLUMNS));
        int at = random.nextInt();
        for (int j = 0; j < COLUMNS; j++) {
            // A Gaussian draw for each of 500 million cells would take minutes; steps through a table do.
            at = at * 1_664_525 + 1_013_904_223;
            chunk.putFloat((float) factors[j % RANK] + noise[at >>> 16]);
        }
    }
}
