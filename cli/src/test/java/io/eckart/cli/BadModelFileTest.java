package io.eckart.cli;

import static io.eckart.cli.Console.done;
import static io.eckart.cli.Console.refused;
import static io.eckart.cli.SampleFiles.bytes;
import static io.eckart.cli.SampleFiles.columns;
import static io.eckart.cli.SampleFiles.csv;
import static io.eckart.cli.SampleFiles.numbers;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are no models, damaged models, and models that do not go with the data. */
class BadModelFileTest {
    private static final int FLIPS = 150;
    private static final double[][] ROWS = numbers(12, 4, 1);

    @TempDir
    Path folder;

    private Path data = Path.of("");
    private Path model = Path.of("");

    @BeforeEach
    void fit() {
        data = csv(folder, "data.csv", ROWS);
        model = folder.resolve("model.safetensors");
        done("fit", data, "-k", 2, "-o", model);
    }

    @Test
    void noSuchModel() {
        assertThat(everyCommandRefuses(folder.resolve("none.safetensors")))
                .contains("none.safetensors: no such file", "check the path");
    }

    @Test
    void aCsvFileIsNoModel() {
        assertThat(everyCommandRefuses(data)).contains("data.csv: is not a model file", "eckart fit -o");
    }

    @Test
    void aFolderIsNoModel() {
        assertThat(everyCommandRefuses(folder)).contains(folder + ": ", "eckart fit -o");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 8, 100, 5000})
    void randomBytesAreNoModel(int size) {
        byte[] noise = new byte[size];
        new SplittableRandom(size).nextBytes(noise);
        assertThat(everyCommandRefuses(bytes(folder, "noise", noise))).contains("noise: is not a model file");
    }

    @Test
    void aSafetensorsFileOfAnotherProgramIsNoModel() {
        byte[] header =
                "{\"w\":{\"dtype\":\"F64\",\"shape\":[1],\"data_offsets\":[0,8]}}".getBytes(StandardCharsets.UTF_8);
        byte[] file = new byte[8 + header.length + 8];
        file[0] = (byte) header.length;
        System.arraycopy(header, 0, file, 8, header.length);
        assertThat(everyCommandRefuses(bytes(folder, "other.safetensors", file)))
                .contains("other.safetensors: is a safetensors file, but not a model of Eckart");
    }

    @Test
    void aTruncatedModelIsRefusedWhereverItEnds() {
        byte[] whole = bytes(model);
        for (int length = 0; length < whole.length; length += 1 + whole.length / 60) {
            Path cut = bytes(folder, "cut", Arrays.copyOf(whole, length));
            assertThat(refused(folder, "inspect", cut))
                    .as("cut after " + length)
                    .contains("cut: is ");
        }
        Path longer = bytes(folder, "cut", Arrays.copyOf(whole, whole.length + 8));
        assertThat(refused(folder, "inspect", longer)).contains("cut: is damaged");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void aFlippedBitIsRefusedOrChangesNothing(long seed) {
        String truth = done("inspect", model, "--json");
        byte[] whole = bytes(model);
        SplittableRandom random = new SplittableRandom(seed);
        int refusals = 0;
        for (int i = 0; i < FLIPS; i++) {
            int bit = random.nextInt(8 * whole.length);
            byte[] flipped = whole.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            Path file = bytes(folder, "flipped", flipped);
            Console.Answer answer = Console.run("inspect", file, "--json");
            if (answer.exitCode() == 0) {
                assertThat(answer.out()).as("bit " + bit + ", seed " + seed).isEqualTo(truth);
            } else {
                refusals++;
                assertThat(refused(folder, "inspect", file)).as("bit " + bit).contains("flipped: is ");
            }
        }
        assertThat(refusals).as("flips that were found out").isGreaterThan(FLIPS * 9 / 10);
    }

    @Test
    void everyFlippedByteOfATensorIsFoundOut() {
        byte[] whole = bytes(model);
        for (int at = whole.length - 8 * 19; at < whole.length; at += 5) {
            byte[] flipped = whole.clone();
            flipped[at] ^= 1;
            assertThat(refused(folder, "inspect", bytes(folder, "flipped", flipped)))
                    .as("byte " + at)
                    .contains("flipped: is damaged");
        }
    }

    @Test
    void aMissingColumnIsNamed() {
        Path missing = csv(folder, "missing.csv", ",", new String[] {"c1", "c2", "c4"}, columns(ROWS, 0, 1, 3));
        for (String command : new String[] {"encode", "reconstruct", "score"}) {
            assertThat(refused(folder, command, model, missing, "-o", folder.resolve("out.csv")))
                    .contains("missing.csv: the model needs the column 'c3'", "does not have", "'c1', 'c2', 'c4'");
        }
        assertThat(refused(folder, "evaluate", model, missing)).contains("missing.csv", "'c3'");
    }

    @Test
    void aTextInAModelsNumberColumnIsNamed() {
        Path text = SampleFiles.text(folder, "text.csv", "c1,c2,c3,c4", "1,2,3,4", "1,two,3,4");
        assertThat(refused(folder, "encode", model, text, "-o", folder.resolve("out.csv"), "--strict"))
                .contains("text.csv: row 3, column 'c2': 'two'");
        Console.Answer answer = Console.run("encode", model, text, "-o", folder.resolve("out.csv"));
        assertThat(answer.exitCode()).isZero();
        assertThat(answer.err()).contains("note: column 'c2': 1 value is not a number", "'two'", "--missing c2=two");
    }

    @Test
    void moreColumnsAndAnotherOrderGiveTheSameBytes() {
        Path extra =
                csv(folder, "extra.csv", ",", new String[] {"x", "c1", "c2", "c3", "c4"}, columns(ROWS, 3, 0, 1, 2, 3));
        Path reordered =
                csv(folder, "reordered.csv", ",", new String[] {"c4", "c2", "c1", "c3"}, columns(ROWS, 3, 1, 0, 2));
        for (String command : new String[] {"encode", "reconstruct", "score"}) {
            byte[] expected = output(command, data);
            assertThat(output(command, extra)).as(command).isEqualTo(expected);
            assertThat(output(command, reordered)).as(command).isEqualTo(expected);
        }
        assertThat(errors(reordered)).isEqualTo(errors(data)).isEqualTo(errors(extra));
    }

    private String errors(Path rows) {
        return Console.json("evaluate", model, rows).path("feature_errors").toString();
    }

    private byte[] output(String command, Path rows) {
        Path out = folder.resolve("out.csv");
        done(command, model, rows, "-o", out, "--force");
        return bytes(out);
    }

    @Test
    void aModelThatCannotDoWhatIsAsked() {
        assertThat(refused(folder, "predict", model, data, "-o", folder.resolve("out.csv")))
                .contains("pca model does not predict", "encode");
    }

    private String everyCommandRefuses(Path file) {
        for (String command : new String[] {"encode", "reconstruct", "predict", "score"}) {
            refused(folder, command, file, data, "-o", folder.resolve("out.csv"));
        }
        refused(folder, "evaluate", file, data);
        return refused(folder, "inspect", file);
    }
}
