package io.eckart.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.eckart.cli.Console;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

class ManPageTest {
    private static final List<Path> MANDOC = List.of(Path.of("/usr/bin/mandoc"), Path.of("/opt/homebrew/bin/mandoc"));

    @TempDir
    Path folder;

    @Test
    void aPageHasTheUsualSections() {
        assertThat(Console.done("man", "fit").lines())
                .startsWith(".TH ECKART\\-FIT 1 \"\" \"eckart " + version() + "\" \"Eckart\"")
                .contains(
                        ".SH \"NAME\"",
                        ".SH \"SYNOPSIS\"",
                        ".SH \"DESCRIPTION\"",
                        ".SH \"OPTIONS\"",
                        ".SS \"Training\"",
                        ".SH \"EXAMPLES\"",
                        "\\fB\\-\\-scale\\fR \\fInone|center|standard|minmax\\fR");
        assertThat(Console.done("man")).contains("\\fBfine\\-tune\\fR", "\\fBeckart\\-fine\\-tune\\fR(1)");
    }

    private static String version() {
        return Console.done("--version")
                .lines()
                .findFirst()
                .orElseThrow()
                .substring("eckart ".length())
                .replace("-", "\\-");
    }

    static Stream<CommandSpec> commands() {
        return HelpTextTest.commands();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void mandocHasNoComplaint(CommandSpec command) throws IOException, InterruptedException {
        Path mandoc = MANDOC.stream().filter(Files::isExecutable).findFirst().orElse(MANDOC.getFirst());
        assumeTrue(Files.isExecutable(mandoc), "no mandoc");
        boolean root = command.parent() == null;
        Path page = Files.writeString(
                folder.resolve("page.1"), root ? Console.done("man") : Console.done("man", command.name()));
        assertThat(output(mandoc.toString(), "-Tlint", "-W", "warning,stop", page.toString())
                        .lines()
                        // The date of a page would be that of the build, which is not known.
                        .filter(line -> !line.contains("missing date")))
                .isEmpty();
        String shown = output(mandoc.toString(), "-Tutf8", "-O", "width=400", page.toString())
                .replaceAll(".\b", "")
                .replaceAll("\\s+", " ");
        for (OptionSpec option : command.options()) {
            assertThat(shown).contains(option.longestName());
            assertThat(shown).contains(String.join(" ", option.description()).replace("%%", "%"));
        }
    }

    private static String output(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return text;
    }
}
