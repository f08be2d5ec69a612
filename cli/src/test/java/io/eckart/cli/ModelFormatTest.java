package io.eckart.cli;

import static io.eckart.cli.Console.done;
import static io.eckart.cli.SampleFiles.lines;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.eckart.model.Blend;
import io.eckart.model.Model;
import io.eckart.model.fitted.FittedModel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The page on model files is enough by itself: the readers in {@code docs/reference}, which were written from it and share nothing
 * with the program, compute the same from the file of each kind of model, for complete rows and for rows with holes.
 */
class ModelFormatTest {
    /** Rounding of float32 products over rows and codes of a size up to about 10, relative for larger numbers. */
    private static final double ROUNDING = 2e-5;

    private static final Path READERS = Path.of(System.getProperty("eckart.root", ".."), "docs", "reference")
            .toAbsolutePath();
    private static final String[] COLOURS = {"red", "green", "deep blue"};
    private static final int N = 90;

    @TempDir
    Path folder;

    private Path complete = Path.of("");
    private Path holes = Path.of("");

    @BeforeAll
    static void python() {
        boolean found = false;
        try {
            found = new ProcessBuilder("python3", "--version").start().waitFor() == 0;
        } catch (IOException | InterruptedException e) {
            // It is not there.
        }
        Assumptions.assumeTrue(found, "missing program: python3");
    }

    @BeforeEach
    void tables() {
        complete = table("complete.csv", 0);
        holes = table("holes.csv", 0.25);
    }

    /** Numbers of different sizes and far from zero, yes and no, colours and two labels; with holes the last row is empty, and others are complete. */
    private Path table(String name, double missing) {
        SplittableRandom random = new SplittableRandom(7);
        String[] lines = new String[N + 1];
        lines[0] = "a,time,on,b,colour,c,kind,value";
        for (int i = 1; i <= N; i++) {
            int kind = random.nextInt(3);
            double common = random.nextGaussian() + kind;
            String[] cells = {
                rounded(common + 0.3 * random.nextGaussian()),
                rounded(1e6 + 3 * common + random.nextGaussian()),
                common + random.nextGaussian() > 0.3 ? "yes" : "no",
                rounded(common * common + 0.2 * random.nextGaussian()),
                COLOURS[random.nextInt(4) == 0 ? random.nextInt(3) : kind],
                rounded(random.nextGaussian())
            };
            SplittableRandom mask = new SplittableRandom(i);
            for (int j = 0; j < cells.length; j++) {
                cells[j] = mask.nextDouble() < missing || (missing > 0 && i == N) ? "" : cells[j];
            }
            boolean labelled = missing == 0 || i % 5 > 0;
            lines[i] = String.join(",", cells) + (labelled ? ",k" + kind + "," + rounded(2 * common) : ",,");
        }
        return SampleFiles.text(folder, name, lines);
    }

    private static String rounded(double number) {
        return String.valueOf(Math.round(number * 1000) / 1000.0);
    }

    private List<String[]> read(String reader, String command, Path model, Path data) {
        String script = READERS.resolve(reader).toString();
        ProcessBuilder python = new ProcessBuilder("python3", "-B", script, command, model.toString(), data.toString());
        try {
            Process process = python.redirectErrorStream(true).start();
            String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(answer).isZero();
            return answer.lines().map(line -> line.split(",", -1)).toList();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** The rows that the program writes. */
    private List<String[]> written(String command, Path model, Path data, String... options) {
        Path out = folder.resolve("out.csv");
        List<Object> arguments = new ArrayList<>(List.of(command, model, data, "-o", out, "--force"));
        arguments.addAll(List.of(options));
        done(arguments.toArray());
        return Arrays.stream(lines(out))
                .skip(1)
                .map(line -> line.replace("\"\"", "").split(",", -1))
                .toList();
    }

    private static void same(List<String[]> read, List<String[]> written, String about) {
        assertThat(read).as(about).hasSize(N).hasSameSizeAs(written);
        for (int i = 0; i < N; i++) {
            String row = about + ", row " + (i + 1);
            assertThat(read.get(i)).as(row).hasSameSizeAs(written.get(i));
            for (int j = 0; j < read.get(i).length; j++) {
                same(read.get(i)[j], written.get(i)[j], row + ", cell " + (j + 1));
            }
        }
    }

    private static void same(String read, String written, String cell) {
        if (written.isEmpty() || Character.isLetter(written.charAt(0))) {
            assertThat(read).as(cell).isEqualTo(written);
        } else {
            double number = Double.parseDouble(written);
            // What is left of the times after the shift has the same rounding as other columns.
            double size = Math.abs(number) > 9e5 ? 1 : Math.max(1, Math.abs(number));
            assertThat(Double.parseDouble(read)).as(cell).isCloseTo(number, within(ROUNDING * size));
        }
    }

    private Path fit(Path data, String options) {
        Path model = folder.resolve("m.safetensors");
        List<Object> fit = new ArrayList<>(List.of("fit", data, "-o", model, "--force", "--ignore", "kind,value"));
        fit.addAll(List.of(options.split(" ")));
        done(fit.toArray());
        return model;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--model pca -k 2 --scale standard",
                "--model pca -k 8 --scale none --center",
                "--model pca -k 3 --scale minmax",
                "--model kmeans -k 4 --scale standard",
                "--model free -k 3 --scale standard",
                "--model free -k 10 --scale standard --center --bias --epochs 20 --objective batches",
                "--model pinv -k 3 --scale standard --center",
                "--model pinv -k 9 --scale standard",
                "--model shared -k 3 --scale standard --bias",
                "--model shared -k 9 --scale standard --corrupt gaussian:0.5",
                "--model unrolled -k 3 --depth 4 --scale standard",
                "--model unrolled -k 9 --depth 7 --step 0.2 --scale standard --corrupt mask:0.3",
                "--model untied -k 3 --depth 3 --scale standard",
                "--model untied -k 3 --depth 3 --per-layer --scale standard --bias",
                "--model lista -k 6 --depth 4 --sparsity 0.05 --scale standard --epochs 20",
                "--model network -k 3 --hidden 8,6 --decoder 7 --activation gelu --scale standard --epochs 20",
                "--model network -k 3 --hidden 9 --tied --activation tanh --scale standard --epochs 20",
                "--model network -k 3 --hidden 9 --activation sigmoid --corrupt mask:0.3 --scale standard --epochs 20",
                "--model network -k 2 --hidden none --scale standard --epochs 20",
                "--model network -k 3 --scale minmax --epochs 20"
            })
    void encodeAndReconstruct(String options) {
        sameCodesAndRows(fit(holes, options), options);
    }

    /** Without missing cells there is neither an indicator nor an estimate. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "--model pca -k 4 --scale standard",
                "--model free -k 3 --scale standard --center",
                "--model shared -k 3 --scale standard --center --bias",
                "--model unrolled -k 3 --depth 5 --scale standard --corrupt gaussian:0.3",
                "--model untied -k 9 --depth 3 --scale standard --center",
                "--model network -k 3 --hidden 8 --activation identity --scale standard --epochs 20"
            })
    void encodeAndReconstructFittedWithoutHoles(String options) {
        sameCodesAndRows(fit(complete, options), options);
    }

    private void sameCodesAndRows(Path model, String about) {
        for (String command : List.of("encode", "reconstruct")) {
            same(
                    read("read_model.py", command, model, holes),
                    written(command, model, holes, "--plain"),
                    about + ": " + command);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--model mean",
                "--model gaussian",
                "--model neighbours -k 4",
                "--model neighbours -k 3 --weights distance",
                "--model pca -k 3",
                "--model unrolled -k 3"
            })
    void fill(String options) {
        sameFilled(options);
    }

    @Tag("long")
    @Test
    void fillByNetworks() {
        sameFilled("--model masked --networks 2");
    }

    @Test
    void fillByABlend() {
        FittedModel<?> first = FittedModel.load(fitToFill("--model gaussian"));
        Model second = FittedModel.load(fitToFill("--model neighbours")).model();
        Path model = folder.resolve("blend.safetensors");
        new FittedModel<>(first.encoding(), new Blend(first.model(), second, 0.3), first.provenance())
                .save(model, false);
        sameFilled(model, "blend");
    }

    private void sameFilled(String options) {
        sameFilled(fitToFill(options), options);
    }

    private Path fitToFill(String options) {
        Path model = folder.resolve("f.safetensors");
        List<Object> fill = new ArrayList<>(List.of(
                "fill", holes, "--save", model, "-o", folder.resolve("o.csv"), "--force", "--ignore", "kind,value"));
        fill.addAll(List.of(options.split(" ")));
        done(fill.toArray());
        return model;
    }

    private void sameFilled(Path model, String about) {
        List<String[]> filled = written("fill", model, holes, "--ignore", "kind,value").stream()
                .map(row -> Arrays.copyOf(row, row.length - 2))
                .toList();
        same(read("fill_and_predict.py", "fill", model, holes), filled, about);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "softmax",
                "nearest --neighbours 3",
                "pca-softmax -k 3",
                "pca-nearest -k 3 --neighbours 2",
                "cluster"
            })
    void predict(String method) {
        samePredictions(method);
    }

    @Tag("long")
    @ParameterizedTest
    @ValueSource(strings = {"autoencoder-softmax", "finetune"})
    void predictByNetworks(String method) {
        samePredictions(method);
    }

    private void samePredictions(String method) {
        for (String label : List.of("kind", "value")) {
            if (method.startsWith("cluster") && label.equals("value")) {
                continue;
            }
            Path model = folder.resolve("l.safetensors");
            String other = label.equals("kind") ? "value" : "kind";
            List<Object> arguments =
                    new ArrayList<>(List.of("label", holes, "--label", label, "--save", model, "--force", "--ignore"));
            arguments.add(other);
            arguments.add("--model");
            arguments.addAll(List.of(method.split(" ")));
            assertThat(Console.run(arguments.toArray()).exitCode()).as(method).isZero();
            same(
                    read("fill_and_predict.py", "predict", model, holes),
                    written("predict", model, holes, "--plain"),
                    method + " " + label);
            if (method.equals("finetune")) {
                same(
                        read("read_model.py", "encode", model, holes),
                        written("encode", model, holes, "--plain"),
                        method + " encode");
            }
        }
    }

    @Test
    void theReaderIsShort() {
        assertThat(lines(READERS.resolve("read_model.py"))).hasSizeLessThanOrEqualTo(200);
    }
}
