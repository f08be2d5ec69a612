package io.eckart.cli;

import static io.eckart.cli.Console.done;
import static io.eckart.cli.Console.refused;
import static io.eckart.cli.SampleFiles.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With {@code --safe-cells} no cell of a written file is a formula, whether it was computed or copied. */
class SafeCellsCommandTest {
    @TempDir
    Path folder;

    private Path data = Path.of("");
    private Path model = Path.of("");

    @BeforeEach
    void files() {
        data = text(
                folder,
                "data.csv",
                "name,=a,b,kind",
                "=x1,-1.5,2,@red",
                "+x2,2.5,,@red",
                "\"-x,3\",3,4,blue",
                "x4,-4,5,",
                "@x5,5,-6,blue",
                "x6,6,7,@red");
        model = folder.resolve("model");
        done("fit", data, "--ignore", "name,kind", "-k", 1, "-o", model);
    }

    private void assertSafe(Path file) {
        assertThat(SampleFiles.lines(file))
                .as("cells that begin with a sign are numbers")
                .noneMatch(line -> line.matches(".*(^|,)\"?[=@].*") || line.matches(".*(^|,)\"?[+-][^\\d].*"));
    }

    @Test
    void keptColumnsAndNamesOfResults() {
        Path out = folder.resolve("codes.csv");
        done("encode", model, data, "--keep", "name", "-o", out);
        assertThat(SampleFiles.lines(out)[1]).startsWith("1,=x1,");
        done("encode", model, data, "--keep", "name", "-o", out, "--force", "--safe-cells");
        assertSafe(out);
        assertThat(SampleFiles.lines(out)[1]).startsWith("1,'=x1,");
        done("reconstruct", model, data, "--keep", "name", "-o", out, "--force", "--safe-cells");
        assertThat(SampleFiles.lines(out)[0]).startsWith("row,name,'=a,");
        assertSafe(out);
    }

    /** The user's own table too: what was computed alone would leave the file as dangerous as it was. */
    @Test
    void copiesOfTheTable() {
        Path out = folder.resolve("out.csv");
        done("fill", data, "--ignore", "name", "--model", "mean", "-o", out);
        assertThat(SampleFiles.lines(out)[1]).isEqualTo("=x1,-1.5,2,@red");
        done("fill", data, "--ignore", "name", "--model", "mean", "-o", out, "--force", "--safe-cells");
        assertSafe(out);
        assertThat(SampleFiles.lines(out))
                .startsWith("name,'=a,b,kind", "'=x1,-1.5,2,'@red")
                .contains("\"'-x,3\",3,4,blue");
        done("denoise", model, data, "-o", out, "--force", "--safe-cells");
        assertSafe(out);
        Object[] label = {
            "label",
            data,
            "--ignore",
            "name",
            "--label",
            "kind",
            "--model",
            "nearest",
            "-o",
            out,
            "--force",
            "--safe-cells"
        };
        assertThat(Console.run(label).exitCode()).isZero();
        assertSafe(out);
    }

    @Test
    void whereItHasNoEffectItIsRefused() {
        assertThat(refused(folder, "encode", model, data, "-o", folder.resolve("x.npy"), "--safe-cells"))
                .contains("--safe-cells goes with .csv");
        assertThat(refused(folder, "fill", data, "--safe-cells")).contains("--safe-cells goes with -o");
    }
}
