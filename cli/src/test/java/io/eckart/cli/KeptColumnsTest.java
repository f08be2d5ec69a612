package io.eckart.cli;

import static io.eckart.cli.Console.done;
import static io.eckart.cli.Console.json;
import static io.eckart.cli.Console.refused;
import static io.eckart.cli.SampleFiles.bytes;
import static io.eckart.cli.SampleFiles.gzip;
import static io.eckart.cli.SampleFiles.lines;
import static io.eckart.cli.SampleFiles.numbers;
import static io.eckart.cli.SampleFiles.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Tables of results begin with what tells their rows apart. */
class KeptColumnsTest {
    private static final int N = 30;

    @TempDir
    Path folder;

    private Path data = Path.of("");
    private Path model = Path.of("");

    /** Codes with leading zeros, names that are all different, a kind that is not, and four features. */
    @BeforeEach
    void fit() {
        double[][] rows = numbers(N, 4, 7);
        String[] lines = new String[N + 1];
        lines[0] = "code,name,kind,a,b,c,d";
        for (int i = 0; i < N; i++) {
            lines[i + 1] = String.format("%05d,\"No. %d, \"\"left\"\"\",sort %d,", 70 + i, i, i % 3)
                    + Arrays.toString(rows[i]).replaceAll("[\\[\\] ]", "");
        }
        data = text(folder, "data.csv", lines);
        model = folder.resolve("model");
        done("fit", data, "--label", "kind", "-k", 2, "--center", "-o", model);
    }

    @ParameterizedTest
    @ValueSource(strings = {"encode", "reconstruct", "score", "predict"})
    void rowNumbersAndIdentifiersComeFirst(String command) {
        Path out = folder.resolve("out.csv");
        clustersFor(command);
        JsonNode told = json(command, model, data, "-o", out);
        String[] kept = lines(out);
        done(command, model, data, "--plain", "-o", out, "--force");
        String[] plain = lines(out);
        assertThat(kept).hasSize(N + 1);
        assertThat(kept[0]).isEqualTo("row,code,name," + plain[0]);
        for (int i = 1; i <= N; i++) {
            String first = String.format("%d,%05d,\"No. %d, \"\"left\"\"\",", i, 69 + i, i - 1);
            assertThat(kept[i]).isEqualTo(first + plain[i]);
        }
        assertThat(told.path("kept").toString()).isEqualTo("[\"row\",\"code\",\"name\"]");
        assertThat(told.path("columns").asInt()).isEqualTo(plain[0].split(",", -1).length);
    }

    /** PCA predicts nothing. */
    private void clustersFor(String command) {
        if (command.equals("predict")) {
            done("fit", data, "--label", "kind", "--model", "kmeans", "-k", 2, "-o", model, "--force");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"encode", "reconstruct", "score", "predict"})
    void everyFormatHasTheSameRows(String command) {
        clustersFor(command);
        done(command, model, data, "-o", folder.resolve("out.csv"));
        done(command, model, data, "-o", folder.resolve("out.tsv"));
        done(command, model, data, "-o", folder.resolve("plain.csv"), "--plain");
        JsonNode bare = json(command, model, data, "-o", folder.resolve("out.npy"));
        assertThat(String.join("\n", lines(folder.resolve("out.tsv")))
                        .replace("\t", ",")
                        .replace("\"", ""))
                .isEqualTo(String.join("\n", lines(folder.resolve("out.csv"))).replace("\"", ""));
        assertThat(bare.path("kept")).isEmpty();
        assertThat(lines(folder.resolve("plain.csv"))[1].split(",", -1))
                .hasSize(bare.path("columns").asInt());
    }

    @Test
    void columnsMayBeNamedAndAreWrittenInThatOrder() {
        Path out = folder.resolve("out.tsv.gz");
        done("encode", model, data, "-o", out, "--keep", "kind,a", "--keep", "code");
        assertThat(lines(out)[0]).startsWith("row\tkind\ta\tcode\t");
        assertThat(lines(out)[N]).startsWith("30\tsort 2\t").contains("\t00099\t");
        Path comma = text(folder, "comma.csv", "\"x, y\",a,b,c,d", "left,1,2,3,4", ",2,3,4,5");
        done("encode", model, comma, "-o", out, "--force", "--keep", "\"x, y\"");
        assertThat(lines(out)[0]).startsWith("row\tx, y\t");
        assertThat(lines(out)[1]).startsWith("1\tleft\t");
        assertThat(lines(out)[2]).startsWith("2\t\t");
    }

    @Test
    void aNameThatIsTakenGetsAnother() {
        Path out = folder.resolve("out.csv");
        done("reconstruct", model, data, "-o", out, "--keep", "a");
        assertThat(lines(out)[0]).isEqualTo("row,a_given,a,b,c,d");
        done("encode", model, text(folder, "rows.csv", "row,a,b,c,d", "9,1,2,3,4"), "-o", out, "--force");
        assertThat(lines(out)[0]).startsWith("row_number,row,");
        assertThat(lines(out)[1]).startsWith("1,9,");
    }

    @Test
    void rowsAreThoseOfTheTable() {
        Path odd = bytes(
                folder,
                "odd.csv.gz",
                gzip("# a title\nid,a,b,c,d\n\n7,1,2,3,4\n\n8,2,3,4,5\n".getBytes(StandardCharsets.UTF_8)));
        Path out = folder.resolve("out.csv");
        done("score", model, odd, "-o", out);
        assertThat(lines(out)).hasSize(3);
        assertThat(lines(out)[1]).startsWith("1,7,");
        assertThat(lines(out)[2]).startsWith("2,8,");
    }

    @Test
    void whatWasWrittenIsReadAgain() {
        Path back = folder.resolve("back.csv");
        Path codes = folder.resolve("codes.csv");
        done("reconstruct", model, data, "-o", back);
        assertThat(json("evaluate", model, back).path("rows").asInt()).isEqualTo(N);
        done("encode", model, back, "-o", codes);
        assertThat(lines(codes)[0]).startsWith("row_number,row,code,name,");
        assertThat(json("fit", codes, "-k", 1).path("features").asInt()).isEqualTo(2);
    }

    @Test
    void arraysAreWrittenBare() {
        Path out = folder.resolve("out.npy");
        JsonNode told = json("encode", model, data, "-o", out);
        assertThat(told.path("kept")).isEmpty();
        assertThat(bytes(out)).hasSize(128 + Float.BYTES * 2 * N);
    }

    @Test
    void whatCannotBeKeptIsRefused() {
        Object[] args = {"encode", model, data, "-o", folder.resolve("out.csv"), "--keep", "nme"};
        assertThat(refused(folder, args)).contains("no column 'nme'", "did you mean 'name'?");
        args[4] = folder.resolve("out.npy");
        assertThat(refused(folder, args)).contains("--keep", "NPY holds numbers only");
        args[4] = folder.resolve("out.csv");
        Object[] both = Arrays.copyOf(args, args.length + 1);
        both[args.length] = "--plain";
        assertThat(refused(folder, both)).contains("--keep", "--plain");
    }
}
