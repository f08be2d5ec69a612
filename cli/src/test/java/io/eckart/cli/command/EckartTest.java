package io.eckart.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.eckart.cli.Output;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Command;

class EckartTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Output output = new Output(new PrintWriter(out), new PrintWriter(err));

    @Test
    void versionIsThatOfTheBuild() {
        assertThat(run("--version")).isZero();
        assertThat(out.toString()).containsPattern("\\Aeckart \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\\RJava 2[5-9]");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void helpAndNoCommandShowTheUsage() {
        assertThat(run("--help")).isZero();
        String help = out.toString();
        out.getBuffer().setLength(0);
        assertThat(run()).isZero();
        assertThat(help).startsWith("Usage: eckart").isEqualTo(out.toString());
    }

    @Test
    void anUnknownOptionIsOneLineAndExitCode2() {
        assertThat(run("--verison")).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString().strip())
                .hasLineCount(1)
                .startsWith("eckart: Unknown option: '--verison'")
                .contains("did you mean --version")
                .endsWith("(see eckart --help)");
    }

    @Test
    void everyCommandHasTheNameItIsListedUnder() {
        assertThat(Eckart.COMMANDS).allSatisfy(named -> {
            Command command = named.maker().apply(output).getClass().getAnnotation(Command.class);
            assertThat(command.name()).isEqualTo(named.name());
            assertThat(command.description()).isNotEmpty();
        });
    }

    private int run(String... args) {
        return new Eckart(output).run(args);
    }
}
