package io.eckart.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.eckart.cli.Console;
import io.eckart.cli.Output;
import io.eckart.cli.help.HelpText;
import io.eckart.cli.option.OptionGroup;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The help of every command: options under headings, whole sentences at any width, an example that works. */
class HelpTextTest {
    private static final int LEAST_WIDTH = 50;

    private static CommandLine program() {
        return new Eckart(Output.silent()).with(Eckart.COMMANDS).setCaseInsensitiveEnumValuesAllowed(true);
    }

    static Stream<CommandSpec> commands() {
        CommandLine program = program();
        return Stream.concat(Stream.of(program), program.getSubcommands().values().stream())
                .map(CommandLine::getCommandSpec)
                .filter(command -> !command.usageMessage().hidden());
    }

    /** A new option needs {@code @InGroup}, on its field or on the class that declares it. */
    @ParameterizedTest
    @MethodSource("commands")
    void everyOptionHasAHeadingAndADescription(CommandSpec command) {
        for (OptionSpec option : command.options()) {
            String name = command.qualifiedName() + " " + option.longestName();
            assertThat(OptionGroup.of(option)).as(name).isPresent();
            assertThat(String.join(" ", option.description())).as(name).hasSizeGreaterThan(5);
        }
        assertThat(HelpText.of(command, 80)).doesNotContain("Other options");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void noLineIsTooLongAndNoWordIsLost(CommandSpec command) {
        for (int width : new int[] {LEAST_WIDTH, 80, 110}) {
            String help = HelpText.of(command, width);
            List<String> examples = List.of(command.usageMessage().footer());
            assertThat(help.lines().filter(line -> !examples.contains(line.strip())))
                    .as("%s at %d columns", command.qualifiedName(), width)
                    .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(width));
            String flat = help.replaceAll("\\s+", " ");
            assertThat(flat).contains(words(command.usageMessage().description()));
            assertThat(command.args()).allSatisfy(argument -> assertThat(flat).contains(words(argument)));
        }
        assertThat(HelpText.of(command, 80).lines())
                .allSatisfy(line -> assertThat(line.length()).as(line).isLessThanOrEqualTo(80));
    }

    private static String words(ArgSpec argument) {
        return words(argument.description());
    }

    private static String words(String... description) {
        return String.join(" ", description).replace("%%", "%");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandHasAnExampleThatIsUnderstood(CommandSpec command) {
        String[] examples = command.usageMessage().footer();
        assertThat(examples).as(command.qualifiedName()).isNotEmpty();
        for (String example : examples) {
            List<String> words = List.of(example.replaceAll("#.*|source <\\(|\\).*|[|>].*", "")
                    .strip()
                    .split(" ", -1));
            assertThat(words.getFirst()).isEqualTo("eckart");
            program().parseArgs(words.subList(1, words.size()).toArray(String[]::new));
        }
    }

    @Test
    void helpIsACommandToo() {
        assertThat(Console.done("help")).isEqualTo(Console.done("--help")).contains("Commands:", "fine-tune");
        assertThat(Console.done("help", "fit"))
                .isEqualTo(Console.done("fit", "--help"))
                .contains("\nModel:", "\nTraining:", "\nReading the data:", "\nOutput:", "\nRun:", "\nExamples:");
    }

    @Test
    void helpOnAnUnknownCommandSuggestsOthers() {
        Console.Answer answer = Console.run("help", "encod");
        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err().strip())
                .hasLineCount(1)
                .contains("there is no command 'encod'", "did you mean", "encode");
    }

    @Test
    void hiddenCommandsAreNotNamed() {
        assertThat(Console.done("help")).doesNotContain(Eckart.HIDDEN);
        assertThat(new CommandNames()).doesNotContain(Eckart.HIDDEN).contains("fit");
        assertThat(Arrays.stream(Console.done("help").split("\\R", -1))).noneMatch(line -> line.endsWith(" "));
    }
}
