package io.eckart.cli;

import static io.eckart.cli.Console.done;
import static io.eckart.cli.Console.json;
import static io.eckart.cli.Console.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.eckart.data.Scaling;
import io.eckart.data.file.Tables;
import io.eckart.data.format.ReadOptions;
import io.eckart.task.FitOptions;
import io.eckart.task.fill.Fill;
import io.eckart.task.fill.FillMethod;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Filling files: what was there stays to the byte, what was missing is filled. */
class FillCommandTest {
    @TempDir
    private Path folder;

    /** Rows in which y = 2 x, and the colour says whether x is above 10; text and quotes of every kind. */
    private static String table(String end) {
        StringBuilder text = new StringBuilder("id,x,\"the y\",colour,ok,note" + end);
        for (int i = 0; i < 24; i++) {
            String note =
                    (i % 3 == 0 ? "\"a, \"\"b\"\"" : i % 3 == 1 ? " spaced " : "line") + i + (i % 3 == 0 ? "\"" : " ");
            String x = i == 4 ? "NA" : i + ".50";
            String y = i == 7 ? "" : String.valueOf(2 * i + 1);
            String colour = i == 9 ? "?" : i < 10 ? "\"red\"" : "blue";
            String ok = i == 11 ? "null" : i % 2 == 0 ? "yes" : "no";
            text.append("k")
                    .append(i)
                    .append(',')
                    .append(x)
                    .append(',')
                    .append(y)
                    .append(',')
                    .append(colour);
            text.append(',').append(ok).append(',').append(note).append(end);
        }
        return text.toString();
    }

    private Path file(String name, String text) {
        return SampleFiles.bytes(folder, name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n"})
    void everythingButMissingCellsStaysToTheByte(String end) throws IOException {
        String before = "\ufeff" + table(end).replace("k12,", end + "k12,");
        Path out = folder.resolve("out.csv");
        JsonNode answer = json("fill", file("in.csv", before), "-o", out, "--model", "gaussian");
        String[] was = before.split(end, -1);
        String[] is = read(out).split(end, -1);
        assertThat(is).hasSameSizeAs(was);
        List<String> changed = new ArrayList<>();
        for (int i = 0; i < was.length; i++) {
            if (!was[i].equals(is[i])) {
                changed.add(is[i]);
            }
        }
        assertThat(changed).hasSize(4);
        assertThat(Double.parseDouble(changed.get(0).split(",", -1)[1])).isCloseTo(4.5, within(0.3));
        assertThat(Double.parseDouble(changed.get(1).split(",", -1)[2])).isCloseTo(15, within(0.6));
        assertThat(changed.get(2)).contains(",red,no").startsWith("k9,9.50,19,");
        assertThat(changed.get(3)).startsWith("k11,11.50,23,blue,").containsPattern(",(yes|no),");
        assertThat(answer.path("filled_cells").asInt()).isEqualTo(4);
        assertThat(answer.path("filled").path("the y").asInt()).isEqualTo(1);
        assertThat(answer.path("written").asString()).isEqualTo(out.toString());
    }

    @Test
    void aModelFillsRowsNeverSeenWithoutRefitting() throws IOException {
        Path model = folder.resolve("m.safetensors");
        Path data = file("in.csv", table("\n"));
        done("fit", data, "--model", "gaussian", "-o", model);
        Path fresh = file("new.csv", "colour;extra;the y;x;ok\nred;u;;3.5;yes\n;v;41;20.5;no\n;;;;\n");
        Path out = folder.resolve("out.csv");
        JsonNode answer = json("fill", model, fresh, "-o", out, "--probability", "--uncertainty");
        List<String> lines = Files.readAllLines(out);
        assertThat(lines.getFirst())
                .isEqualTo("colour;extra;the y;x;ok;x:deviation;the y:deviation;colour:probability;ok:probability");
        assertThat(Double.parseDouble(lines.get(1).split(";", -1)[2])).isCloseTo(7, within(0.6));
        assertThat(lines.get(1)).startsWith("red;u;").endsWith(";;");
        assertThat(lines.get(2)).startsWith("blue;v;41;20.5;no;;;");
        assertThat(Double.parseDouble(lines.get(2).split(";", -1)[7])).isBetween(0.5, 1.0);
        assertThat(answer.path("rows_without_observed_cell").asInt()).isEqualTo(1);
        assertThat(answer.path("first_rows_without_observed_cell").get(0).asInt())
                .isEqualTo(3);
        assertThat(lines.get(3).split(";", -1)).hasSize(9).doesNotContain((String) null);
        assertThat(done("fill", model, fresh, "-o", out, "--force")).contains("no observed cell", "data rows [3]");
    }

    @Test
    void fittingAndFillingAtOnceIsFillingByTheModelSaved() {
        Path data = file("in.csv", table("\n"));
        Path once = folder.resolve("once.csv");
        Path twice = folder.resolve("twice.csv");
        Path model = folder.resolve("m.safetensors");
        for (String name : List.of("mean", "gaussian", "neighbours", "pca")) {
            assertThat(done("fill", data, "-o", once, "--model", name, "--save", model, "--force"))
                    .containsPattern("model written +" + Pattern.quote(model.toString()));
            done("fill", model, data, "-o", twice, "--force");
            assertThat(SampleFiles.bytes(twice)).as(name).isEqualTo(SampleFiles.bytes(once));
            assertThat(json("inspect", model).path("model").asString()).isEqualTo(name);
        }
    }

    @Test
    void aBlendFromAFileFillsAndIsInspected() {
        Path data = file("in.csv", table("\n"));
        Path model = folder.resolve("blend.safetensors");
        FillMethod way = new FillMethod.Blend(new FillMethod.Principal(2), new FillMethod.Means(), 0.75);
        FitOptions options = FitOptions.DEFAULT.withScaling(Scaling.STANDARD);
        Fill.with(Tables.read(data, ReadOptions.DEFAULT), way, options).save(model, false);
        JsonNode told = json("inspect", model);
        assertThat(told.path("model").asString()).isEqualTo("blend");
        assertThat(told.path("first").asString()).isEqualTo("pca");
        assertThat(told.path("second").asString()).isEqualTo("mean");
        assertThat(told.path("weight").asDouble()).isEqualTo(0.75);
        assertThat(done("inspect", model)).contains("pca and mean", "0.75");
        Path out = folder.resolve("out.csv");
        assertThat(json("fill", model, data, "-o", out).path("filled_cells").asInt())
                .isPositive();
        assertThat(refused(folder, "fill", model, data, "-o", folder.resolve("sure.csv"), "--uncertainty"))
                .contains("blend model has no standard deviations");
    }

    @Test
    void theWayIsChosenOnHiddenCells() {
        Path data = file("in.csv", table("\n"));
        Path out = folder.resolve("out.csv");
        Object[] line = {"fill", data, "--hide", "mnar:0.2", "--repeat", 2, "--threads", 1};
        JsonNode comparison = json(line);
        assertThat(comparison.path("hidden").asString()).isEqualTo("mnar:0.2");
        assertThat(comparison.path("methods").size()).isGreaterThan(6);
        JsonNode best = comparison.path("methods").get(0);
        assertThat(best.path("method").asString())
                .isEqualTo(comparison.path("winner").asString())
                .isNotEqualTo("mean");
        assertThat(best.path("columns").path("x").path("r2").asDouble(2)).isLessThanOrEqualTo(1);
        String told = done("fill", data, "-o", out);
        assertThat(told).contains("R²", "accuracy", "filled by", "left as they are", "left out: masked");
        Object[] again =
                Stream.concat(Stream.of(line), Stream.of("-o", out, "--force")).toArray();
        JsonNode filled = json(again).path("comparison");
        assertThat(filled.path("winner")).isEqualTo(comparison.path("winner"));
        assertThat(filled.at("/methods/0/loss")).isEqualTo(comparison.at("/methods/0/loss"));
    }

    @Test
    void numbersAreRoundedWhereAskedFor() throws IOException {
        Path data = file("in.csv", "a,b\n1,2\n2,4\n3,6\n4,9\n5,\n,11.5\n");
        Path out = folder.resolve("out.csv");
        done("fill", data, "-o", out, "--model", "gaussian", "--round");
        assertThat(read(out)).containsPattern("(?m)^5,[0-9]+(\\.[0-9])?$").containsPattern("(?m)^[0-9]+,11.5$");
    }

    @Test
    void aFileWithoutAMissingCellComesBackAsItIs() throws IOException {
        Path data = file("in.csv", "a\tb\r\n1\t 2\r\n\r\n3\t\"4\"");
        Path out = folder.resolve("out.tsv");
        assertThat(done("fill", data, "-o", out, "--model", "mean")).contains("no cell of a feature column is missing");
        assertThat(read(out)).isEqualTo(read(data));
    }

    @ParameterizedTest
    @CsvSource({"f8,False", "f4,False", "f8,True"})
    void anArrayIsFilledInItsOwnType(String type, String fortran) {
        double[][] rows = SampleFiles.numbers(40, 3, 5);
        rows[3][1] = Double.NaN;
        rows[39][2] = Double.NaN;
        int size = type.equals("f8") ? 8 : 4;
        ByteBuffer bytes = ByteBuffer.allocate(128 + 120 * size).order(ByteOrder.LITTLE_ENDIAN);
        String dict = "{'descr': '<" + type + "', 'fortran_order': " + fortran + ", 'shape': (40, 3), }";
        bytes.put((byte) 0x93)
                .put("NUMPY".getBytes(StandardCharsets.US_ASCII))
                .put((byte) 1)
                .put((byte) 0);
        bytes.putShort((short) 118)
                .put((dict + " ".repeat(117 - dict.length()) + "\n").getBytes(StandardCharsets.US_ASCII));
        for (int at = 0; at < 120; at++) {
            double cell = fortran.equals("True") ? rows[at % 40][at / 40] : rows[at / 3][at % 3];
            if (size == 8) {
                bytes.putDouble(cell);
            } else {
                bytes.putFloat((float) cell);
            }
        }
        Path out = folder.resolve("out.npy");
        done("fill", SampleFiles.bytes(folder, "in.npy", bytes.array()), "-o", out, "--model", "gaussian");
        byte[] filled = SampleFiles.bytes(out);
        assertThat(filled).hasSameSizeAs(bytes.array());
        int different = 0;
        for (int at = 0; at < 120; at++) {
            byte[] was = Arrays.copyOfRange(bytes.array(), 128 + at * size, 128 + (at + 1) * size);
            byte[] is = Arrays.copyOfRange(filled, 128 + at * size, 128 + (at + 1) * size);
            different += Arrays.equals(was, is) ? 0 : 1;
        }
        assertThat(different).isEqualTo(2);
        assertThat(done("fill", out, "-o", folder.resolve("again.npy"), "--model", "mean"))
                .contains("no cell of a feature column is missing");
    }

    @Test
    void aColumnThatIsMissingEverywhereIsLeftOutAndCarried() throws IOException {
        Path data = file("in.csv", "a,b,c\n1,,2\n2,,\n3,,6\n4,,8\n");
        Path out = folder.resolve("out.csv");
        Console.Answer answer = Console.run("fill", data, "-o", out, "--model", "gaussian");
        assertThat(answer.exitCode()).isZero();
        assertThat(answer.err()).contains("note: column 'b': left out: there is no value in it");
        assertThat(read(out)).startsWith("a,b,c\n1,,2\n2,,").contains("3,,6\n4,,8\n");
    }

    @Test
    void aLevelNeverSeenIsRefusedWithItsPlace() {
        Path model = folder.resolve("m.safetensors");
        done("fit", file("in.csv", table("\n")), "--model", "neighbours", "-k", 3, "-o", model);
        Path fresh = file("new.csv", "x,the y,colour,ok\n1,2,red,yes\n1,,green,yes\n");
        assertThat(refused(folder, "fill", model, fresh, "-o", folder.resolve("out.csv")))
                .contains("row 3", "'colour'", "'green'", "red", "--missing colour=green");
    }

    @Test
    void badUsageIsRefused() {
        Path data = file("in.csv", table("\n"));
        Path out = folder.resolve("out.csv");
        Path kmeans = folder.resolve("kmeans.safetensors");
        done("fit", data, "--model", "kmeans", "-k", 2, "-o", kmeans);
        assertThat(refused(folder, "fill", kmeans, data, "-o", out)).contains("kmeans", "does not fill");
        assertThat(refused(folder, "fill", kmeans, data)).contains("-o OUT");
        assertThat(refused(folder, "fill", kmeans, data, "-o", out, "--model", "mean"))
                .contains("--model");
        assertThat(refused(folder, "fill", data, "-o", out, "--model", "free")).contains("gaussian", "fit");
        assertThat(refused(folder, "fill", data, "--model", "mean")).contains("-o OUT");
        assertThat(refused(folder, "fill", data, "-o", out, "--hide", "all:0.1"))
                .contains("mcar:P");
        assertThat(refused(folder, "fill", data, "-o", out, "--model", "mean", "--hide", "mcar:0.1"))
                .contains("--model auto");
        assertThat(refused(folder, "fill", data, "-o", out, "--model", "neighbours", "-k", "0"))
                .contains("at least 1");
        assertThat(refused(folder, "fill", data, "-o", out, "--model", "neighbours", "--uncertainty"))
                .contains("no standard deviations", "gaussian");
        assertThat(refused(folder, "fill", data, "-o", folder.resolve("out.npy"), "--model", "mean", "--probability"))
                .contains("columns can only be added");
        assertThat(refused(folder, "fill", data, "-o", data, "--model", "mean")).contains("--force");
        assertThat(refused(folder, "fit", data, "--weights", "distance")).contains("--model neighbours");
    }
}
