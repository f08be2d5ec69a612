package io.eckart.cli.command;

import static io.eckart.cli.Console.done;
import static io.eckart.cli.Console.refused;
import static io.eckart.cli.SampleFiles.bytes;
import static io.eckart.cli.SampleFiles.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.eckart.cli.Console;
import io.eckart.cli.Output;
import io.eckart.cli.SampleFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** No output replaces an input, whatever it is called. */
class CommandFilesTest {
    @TempDir
    Path folder;

    private Path data = Path.of("");
    private Path model = Path.of("");

    @BeforeEach
    void files() {
        data = text(folder, "in.csv", "a,b,y", "1,2,p", "3,5,q", "5,6,p", "6,,q", "8,9,", "1,1,q");
        model = folder.resolve("model");
        done("fit", data, "--label", "y", "-k", 1, "-o", model);
        text(folder, "labels.csv", "y", "p", "q", "p", "q", "NA", "p");
    }

    private Object[] words(String command) {
        return Arrays.stream(command.split(" ", -1))
                .map(word ->
                        word.matches("[a-zA-Z0-9./]*(in\\.csv|model|labels\\.csv|out|state\\.safetensors|new[.a-z]*)")
                                        && !word.startsWith("-")
                                ? folder.resolve(word).toString()
                                : word)
                .toArray();
    }

    private String isRefused(String command) {
        String said = refused(folder, words(command));
        assertThat(said).as(command).contains("choose another name").doesNotContain("--force");
        assertThat(refused(folder, words(command + " --force")))
                .as("also with --force")
                .isEqualTo(said);
        return said;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fit in.csv -o in.csv",
                "fit in.csv --report in.csv",
                "fit in.csv --labels labels.csv -o labels.csv",
                "encode model in.csv -o in.csv",
                "encode model in.csv -o model",
                "reconstruct model in.csv -o in.csv",
                "predict model in.csv -o in.csv",
                "score model in.csv -o in.csv",
                "score model in.csv --labels labels.csv -o labels.csv",
                "score model in.csv -o new.csv --report model",
                "denoise model in.csv -o model",
                "denoise model in.csv -o new.csv --report in.csv",
                "fill in.csv -o new.csv --save in.csv",
                "fill in.csv -o new.csv --report in.csv",
                "fill model in.csv -o model",
                "label in.csv --label y -o new.csv --save in.csv",
                "label in.csv --label y --curve -o in.csv",
                "label in.csv --labels labels.csv -o in.csv",
                "label in.csv --labels labels.csv -o labels.csv",
                "explore in.csv -o in.csv",
                "compare in.csv -o in.csv",
                "compare in.csv --report in.csv",
                "fine-tune model in.csv -o model",
                "fine-tune model in.csv -o in.csv",
                "study in.csv --report in.csv"
            })
    void anInputIsNotReplaced(String command) {
        assertThat(isRefused(command)).contains(" would replace ", ", which this command reads");
    }

    @Test
    void otherPathsToTheSameFile() throws IOException {
        Files.createSymbolicLink(folder.resolve("soft.csv"), data);
        Files.createLink(folder.resolve("hard.csv"), data);
        Files.createSymbolicLink(Files.createDirectory(folder.resolve("deep")).resolve("up"), folder);
        for (String path : List.of("soft.csv", "hard.csv", "./in.csv", "deep/../in.csv", "deep/up/in.csv")) {
            Path output = folder.resolve(path);
            assertThat(refused(folder, "encode", model, data, "-o", output, "--force"))
                    .startsWith(output + ": -o would replace " + data);
        }
        Path relative = Path.of("").toAbsolutePath().relativize(data.toRealPath());
        assertThat(refused(folder, "encode", model, data, "-o", relative, "--force"))
                .contains("would replace");
    }

    @Test
    void twoOutputsAreTwoFiles() {
        assertThat(isRefused("fit in.csv -o new --report new")).contains("-o and --report would write the same file");
        isRefused("fill in.csv -o new.csv --save new.csv");
        isRefused("label in.csv --label y -o new.csv --report new.csv");
        assertThat(refused(
                        folder,
                        "fit",
                        data,
                        "-o",
                        folder.resolve("n"),
                        "--report",
                        folder + "/../" + folder.getFileName() + "/n"))
                .contains("same file");
    }

    @Test
    void filesInFoldersCountToo() throws IOException {
        Path out = Files.createDirectory(folder.resolve("out"));
        Path results = text(out, "results.csv", "a,b", "1,2", "3,4", "5,5");
        assertThat(refused(folder, "study", results, "--out", out, "--force"))
                .contains("--out would replace " + results);
        assertThat(refused(folder, "study", "--out", out, "--report", out.resolve("report.html"), "--force"))
                .contains("same file");
        Path state = text(out, "state.safetensors", "a,b", "1,2", "3,4", "5,5");
        assertThat(refused(folder, "fit", state, "--model", "network", "-k", 1, "--checkpoint", out))
                .contains("--checkpoint would replace " + state);
    }

    @Test
    void imagesOfAnInputFolderAreInputs() throws IOException {
        Path images = Files.createDirectories(folder.resolve("images/cats"));
        Path image = Files.write(images.resolve("a.PNG"), new byte[] {1});
        assertThat(refused(folder, "explore", folder.resolve("images"), "-o", image, "--force"))
                .contains("would replace " + folder.resolve("images"));
    }

    @Test
    void aTableMayTakeThePlaceOfItself() {
        byte[] before = bytes(data);
        assertThat(refused(folder, words("fill in.csv --ignore y --model mean -o in.csv")))
                .contains("in.csv: exists", "--force");
        done(words("fill in.csv --ignore y --model mean -o in.csv --force"));
        assertThat(bytes(data)).isNotEqualTo(before);
        done(words("denoise model in.csv -o in.csv --force"));
        // With so few labels it warns.
        assertThat(Console.run(words("label in.csv --label y --model nearest -o in.csv --force"))
                        .exitCode())
                .isZero();
        assertThat(SampleFiles.lines(data)).hasSize(7).startsWith("a,b,y,y_probability");
    }

    @Test
    void helpIsGivenAllTheSame() {
        assertThat(Console.run(words("fit in.csv -o in.csv --help")).exitCode()).isZero();
    }

    /** A new option with a path must be entered there if it names what is written. */
    @Test
    void everyPathOfEveryCommandIsKnown() {
        Set<String> paths = new TreeSet<>();
        for (Eckart.Named command : Eckart.COMMANDS) {
            CommandLine line = new CommandLine(command.maker().apply(Output.silent()));
            line.getCommandSpec().options().stream()
                    .filter(option -> List.of(option.auxiliaryTypes()).contains(Path.class))
                    .forEach(option -> paths.add(option.longestName()));
        }
        Set<String> known = new TreeSet<>(CommandFiles.WRITTEN.keySet());
        known.add("--labels");
        assertThat(paths).isEqualTo(known);
    }
}
