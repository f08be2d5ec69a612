package io.eckart.data.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.eckart.data.DataException;
import io.eckart.data.Table;
import io.eckart.data.format.ReadOptions;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files read in one pass against the same files read in two. */
class KeptNumbersTest {
    private static final long SEED = 20261126;

    @TempDir
    Path folder;

    private final SplittableRandom random = new SplittableRandom(SEED);

    @ParameterizedTest
    @ValueSource(strings = {"plain", "quoted", "rare", "packed"})
    void oneTableComesOfOnePassAndOfTwo(String kind) throws IOException {
        Path file = folder.resolve(kind.equals("packed") ? "t.csv.gz" : "t.csv");
        write(file, text(kind, 60_000, "").getBytes(StandardCharsets.UTF_8));
        ReadOptions options = ReadOptions.DEFAULT;
        Table once = Tables.read(file, options);
        assertThat(once.rows()).isEqualTo(60_000);
        assertSame(once, Tables.collect(Tables.open(file, options)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"word,1,2\n", "1,yes,2\n", "1,2,\"a\nb\"\n"})
    void aTextAnywhereMeansTwoPasses(String last) throws IOException {
        Path file = folder.resolve("t.csv");
        write(file, text("plain", 40_000, last).getBytes(StandardCharsets.UTF_8));
        ReadOptions options = ReadOptions.DEFAULT;
        assertSame(Tables.read(file, options), Tables.collect(Tables.open(file, options)));
        assertThat(message(() -> Tables.read(file, options.strictly())))
                .isEqualTo(message(() -> Tables.collect(Tables.open(file, options.strictly()))))
                .contains("row 40002");
    }

    @Test
    void numbersThatAreALabelOrLeftOutAreNoFeatures() throws IOException {
        Path file = folder.resolve("t.csv");
        write(file, text("plain", 200, "").getBytes(StandardCharsets.UTF_8));
        ReadOptions options = ReadOptions.DEFAULT.withLabel("b").withIgnored(Set.of("c"));
        Table once = Tables.read(file, options);
        assertThat(once.width()).isEqualTo(1);
        assertSame(once, Tables.collect(Tables.open(file, options)));
    }

    /** Three columns of numbers as files have them; some are missing. */
    private String text(String kind, int rows, String last) {
        StringBuilder text = new StringBuilder("a,b,c\n");
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < 3; j++) {
                text.append(j == 0 ? "" : ",").append(cell(kind));
            }
            text.append('\n');
        }
        return text.append(last).toString();
    }

    private String cell(String kind) {
        double number = random.nextGaussian();
        int way = random.nextInt(20);
        String plain = String.valueOf((float) number);
        return switch (kind) {
            case "quoted" -> way == 0 ? "\"" + plain + "\"" : plain;
            case "rare" ->
                switch (way) {
                    case 0 -> "";
                    case 1 -> "NA";
                    case 2 -> " " + number + " ";
                    case 3 -> number * 1e30 + "";
                    case 4 -> "+7";
                    default -> String.valueOf(random.nextInt(9));
                };
            default -> way == 0 ? "" : plain;
        };
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        boolean packed = file.toString().endsWith(".gz");
        try (OutputStream raw = Files.newOutputStream(file);
                OutputStream out = packed ? new GZIPOutputStream(raw) : raw) {
            out.write(bytes);
        }
    }

    private static void assertSame(Table one, Table two) {
        assertThat(one.schema()).isEqualTo(two.schema());
        assertThat(one.rows()).isEqualTo(two.rows());
        assertThat(cells(one)).as("seed %d", SEED).isEqualTo(cells(two));
        for (int i = 0; i < one.rows(); i++) {
            assertThat(one.label(i)).isEqualTo(two.label(i));
        }
    }

    private static double[] cells(Table table) {
        double[] cells = new double[table.rows() * table.width()];
        table.copyCells(cells, 0);
        return cells;
    }

    private static String message(ThrowingCallable reading) {
        Throwable thrown = catchThrowable(reading);
        assertThat(thrown).isInstanceOf(DataException.class);
        return String.valueOf(thrown.getMessage());
    }
}
