package io.eckart.cli;

import static io.eckart.cli.Console.done;
import static io.eckart.cli.Console.refused;
import static io.eckart.cli.SampleFiles.bytes;
import static io.eckart.cli.SampleFiles.csv;
import static io.eckart.cli.SampleFiles.gzip;
import static io.eckart.cli.SampleFiles.idx;
import static io.eckart.cli.SampleFiles.npy;
import static io.eckart.cli.SampleFiles.numbers;
import static io.eckart.cli.SampleFiles.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Data that cannot be fitted is refused in one line that names file and place and says the way out. */
class BadDataTest {
    @TempDir
    Path folder;

    @Test
    void noSuchFile() {
        assertThat(fitRefused(folder.resolve("none.csv"))).contains("none.csv: no such file", "check the path");
    }

    @Test
    void emptyFile() {
        assertThat(fitRefused(bytes(folder, "empty.csv", new byte[0])))
                .contains("empty.csv: the file is empty", "at least one row");
    }

    @Test
    void headerOnly() {
        assertThat(fitRefused(text(folder, "header.csv", "a,b,c")))
                .contains("header.csv: row 1 is the header and there is no row below it", "--header no");
    }

    @Test
    void oneRowWhereTheMathematicsNeedsMore() {
        Path one = csv(folder, "one.csv", numbers(1, 4, 1));
        assertThat(fitRefused(one, "-k", 2)).contains("one.csv: k = 2", "1 row", "take k from 1 to 1");
        assertThat(fitRefused(one, "-k", 2, "--model", "kmeans")).contains("one.csv: k = 2", "take a smaller k");
        assertThat(fitRefused(one, "-k", 1, "--scale", "standard")).contains("one.csv: constant", "--scale none");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pca", "kmeans"})
    void oneRowIsEnoughForOne(String model) {
        done("fit", csv(folder, "one.csv", numbers(1, 4, 1)), "--model", model, "-k", 1);
    }

    @Test
    void oneColumnAndAllComponentsAreLegal() {
        done("fit", csv(folder, "column.csv", numbers(9, 1, 2)));
        done("fit", csv(folder, "column.csv", numbers(9, 1, 2)), "--model", "kmeans", "-k", 2);
        done("fit", csv(folder, "all.csv", numbers(9, 4, 3)), "-k", 4);
    }

    @Test
    void raggedRows() {
        assertThat(fitRefused(text(folder, "ragged.csv", "a,b,c", "1,2,3", "4,5", "6,7,8")))
                .contains("ragged.csv: row 3: expected 3 cells", "found 2", "check the delimiter");
    }

    @Test
    void textInANumericColumn() {
        String[] lines = new String[21];
        Arrays.setAll(lines, i -> i == 0 ? "a,b" : i + "," + 3 * i);
        lines[7] = "7,oops";
        assertThat(fitRefused(text(folder, "text.csv", lines), "--strict"))
                .contains(
                        "text.csv: row 8, column 'b': 19 of its 20 values are numbers, but not 'oops'",
                        "--missing b=oops")
                .contains("--ignore b");
        done("fit", folder.resolve("text.csv"), "--strict", "--missing", "b=oops");
        Console.Answer answer = Console.run("fit", folder.resolve("text.csv"));
        assertThat(answer.exitCode()).isZero();
        assertThat(answer.err()).contains("note: column 'b': 1 of its 20 values is not read as numbers", "'oops'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "center", "standard", "minmax"})
    void aColumnThatIsAllMissing(String scale) {
        Path holes = text(folder, "holes.csv", "a,b", "1,", "2,", "4,");
        assertThat(fitRefused(holes, "--scale", scale, "--types", "b=number"))
                .contains("holes.csv: no cell is observed in column 'b'", "--ignore b");
        done("fit", holes, "--scale", scale);
        done("fit", folder.resolve("holes.csv"), "--scale", scale, "--ignore", "b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"standard", "minmax"})
    void aConstantColumnHasNoSpreadToDivideBy(String scale) {
        Path constant = text(folder, "constant.csv", "a,b", "1,5", "2,5", "4,5");
        assertThat(fitRefused(constant, "--scale", scale))
                .contains("constant.csv: constant", "column 'b'", "--ignore b", "--scale none", "--scale center");
    }

    @Test
    void advisedOptionsNameColumnsAsAShellAndTheCommandReadThem() {
        Path odd = text(folder, "odd.csv", "a,\"b,c\",it's", "1,5,6", "2,5,6", "4,5,6");
        assertThat(fitRefused(odd, "--scale", "standard")).contains("--ignore '\"b,c\",it'\\''s'");
        done("fit", odd, "--scale", "standard", "--ignore", "\"b,c\",it's");
        Path dash = text(folder, "dash.csv", "a,-k", "1,5", "2,5", "4,5");
        assertThat(fitRefused(dash, "--scale", "standard")).contains("leave it out with --ignore '\"-k\"',");
        done("fit", dash, "--scale", "standard", "--ignore", "\"-k\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "center"})
    void aConstantColumnIsLegalWhereNothingDivides(String scale) {
        done("fit", text(folder, "constant.csv", "a,b", "1,5", "2,5", "4,5"), "--scale", scale, "-k", 1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN})
    void numbersThatAreNotFiniteInNpy(double value) {
        double[][] rows = numbers(5, 3, 4);
        rows[3][1] = value;
        String line = fitRefused(bytes(folder, "bad.npy", npy(rows)));
        assertThat(line).contains("bad.npy: row 4, column");
        if (Double.isNaN(value)) {
            assertThat(line).contains("--missing nan");
            done("fit", folder.resolve("bad.npy"), "--missing", "nan");
        }
    }

    @Test
    void wrongIdxMagic() {
        byte[] wrong = idx(5, 4, 4, 5);
        wrong[2] = 0x77;
        assertThat(fitRefused(bytes(folder, "images-idx3-ubyte", wrong)))
                .contains("images-idx3-ubyte: not an IDX file");
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 7, 17, 60})
    void idxCutShort(int length) {
        assertThat(fitRefused(bytes(folder, "images-idx3-ubyte", Arrays.copyOf(idx(5, 4, 4, 5), length))))
                .contains("images-idx3-ubyte: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"images-idx3-ubyte.gz", "table.csv.gz", "array.npy.gz"})
    void gzipCutShort(String name) {
        double[][] rows = numbers(400, 6, 6);
        byte[] whole = name.startsWith("images")
                ? idx(50, 8, 8, 7)
                : name.startsWith("array") ? npy(rows) : bytes(csv(folder, "whole.csv", rows));
        byte[] packed = gzip(whole);
        assertThat(fitRefused(bytes(folder, name, Arrays.copyOf(packed, packed.length / 2))))
                .contains(name + ": ", "cut short");
    }

    @Test
    void anImageOfAnotherSize() throws IOException {
        Path images = Files.createDirectory(folder.resolve("images"));
        for (int i = 0; i < 4; i++) {
            BufferedImage image = new BufferedImage(i == 2 ? 9 : 8, 8, BufferedImage.TYPE_BYTE_GRAY);
            image.getRaster().setSample(i, 3, 0, 200);
            ImageIO.write(image, "png", images.resolve("image" + i + ".png").toFile());
        }
        assertThat(fitRefused(images, "-k", 1)).contains("image2.png", "8 x 9", "8 x 8", "--size");
        done("fit", images, "-k", 1, "--size", "8x8");
    }

    @Test
    void noRowsToEvaluateOrEncode() {
        Path model = folder.resolve("m.safetensors");
        done("fit", csv(folder, "good.csv", numbers(9, 2, 8)), "-o", model);
        Path empty = text(folder, "header.csv", "c1,c2");
        assertThat(refused(folder, "evaluate", model, empty)).contains("header.csv", "no row below");
        for (String command : new String[] {"encode", "reconstruct", "score"}) {
            assertThat(refused(folder, command, model, empty, "-o", folder.resolve("out.csv")))
                    .contains("header.csv", "no row below");
        }
    }

    @Test
    void aBadRowFarDownLeavesNoOutput() {
        double[][] rows = numbers(20_000, 2, 9);
        Path model = folder.resolve("m.safetensors");
        done("fit", csv(folder, "good.csv", rows), "-o", model);
        String[] lines = SampleFiles.lines(folder.resolve("good.csv"));
        lines[19_000] = "1,x";
        Path bad = text(folder, "bad.csv", lines);
        for (String command : new String[] {"encode", "reconstruct", "score"}) {
            assertThat(refused(folder, command, model, bad, "-o", folder.resolve("out.csv"), "--strict"))
                    .contains("bad.csv: row 19001, column 'c2': 'x' is not a finite number", "--missing c2=x");
        }
    }

    private String fitRefused(Path data, Object... options) {
        Object[] args = {"fit", data, "-o", folder.resolve("refused.safetensors")};
        Object[] all = Arrays.copyOf(args, args.length + options.length);
        System.arraycopy(options, 0, all, args.length, options.length);
        return refused(folder, all);
    }
}
