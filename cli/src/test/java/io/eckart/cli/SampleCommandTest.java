package io.eckart.cli;

import static io.eckart.cli.Console.done;
import static io.eckart.cli.Console.json;
import static io.eckart.cli.Console.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables to try commands on, without a network. */
class SampleCommandTest {
    @TempDir
    Path folder;

    private Path file(String name) {
        return folder.resolve(name + ".csv");
    }

    @ParameterizedTest
    @CsvSource({"sensors, state, 1001", "people, member, 501", "digits, digit, 1201", "groups, group, 401"})
    void aTableIsMadeThatCanBeExplored(String name, String label, int lines) {
        done("sample", name, "-o", file(name));
        assertThat(SampleFiles.lines(file(name))).hasSize(lines);
        assertThat(SampleFiles.lines(file(name))[0]).endsWith("," + label);
        Path again = file("again");
        done("sample", name, "--rows", 50, "--seed", 42, "-o", again);
        assertThat(SampleFiles.lines(again)).hasSize(51);
        assertThat(json("evaluate", fitted(again, label), again).at("/rows").asInt())
                .isEqualTo(50);
    }

    private Path fitted(Path data, String label) {
        Path model = folder.resolve("m.pca");
        done("fit", data, "--label", label, "-k", 1, "-o", model);
        return model;
    }

    @Test
    void theSeedAndTheSettingsCount() throws IOException {
        done("sample", "people", "-o", file("a"));
        done("sample", "people", "-o", file("b"));
        done("sample", "people", "--seed", 1, "-o", file("c"));
        done("sample", "people", "--missing", 0, "-o", file("d"));
        assertThat(file("b")).hasSameTextualContentAs(file("a"));
        assertThat(Files.readString(file("c"))).isNotEqualTo(Files.readString(file("a")));
        assertThat(Files.readString(file("a"))).contains(",,");
        assertThat(Files.readString(file("d"))).doesNotContain(",,");
    }

    @Test
    void laterLabelsCanBeLeftOut() {
        done("sample", "digits", "--labelled", 30, "-o", file("few"));
        String[] lines = SampleFiles.lines(file("few"));
        assertThat(Arrays.stream(lines).skip(1).filter(line -> line.matches(".*,[0-9]")))
                .hasSize(30);
        assertThat(lines[31]).endsWith(",");
    }

    @Test
    void theMessyFileIsTheOneOfItsPage() throws IOException {
        done("sample", "wells", "-o", file("wells"));
        assertThat(PageCommands.text("docs/how-to/messy-files.md"))
                .contains("```text\n" + Files.readString(file("wells")));
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        assertThat(refused(folder, "sample", "people")).contains("-o");
        assertThat(refused(folder, "sample", "cats", "-o", file("x"))).contains("cats", "people");
        assertThat(refused(folder, "sample", "groups", "--missing", 0.1, "-o", file("x")))
                .contains("--missing goes with");
        assertThat(refused(folder, "sample", "wells", "--rows", 5, "-o", file("x")))
                .contains("--rows goes with");
        assertThat(refused(folder, "sample", "people", "--rows", 0, "-o", file("x")))
                .contains("rows must be from 1");
        assertThat(refused(folder, "sample", "people", "--missing", 1, "-o", file("x")))
                .contains("missing rate");
    }
}
