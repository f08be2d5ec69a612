package io.eckart.cli.command;

import io.eckart.cli.Output;
import io.eckart.cli.help.HelpText;
import io.eckart.cli.help.TerminalWidth;
import io.eckart.cli.option.InGroup;
import io.eckart.cli.option.OptionGroup;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "help",
        description = "Show what a command does and its options; without a command, what there is.",
        footer = {"eckart help", "eckart help fit"})
@InGroup(OptionGroup.RUN)
final class HelpCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..1",
            paramLabel = "COMMAND",
            description = "the command",
            completionCandidates = CommandNames.class)
    private @Nullable String name;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the command runs
    private CommandSpec spec;

    private final Output out;

    HelpCommand(Output out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        show(CommandNames.find(spec.root(), name), out);
        return 0;
    }

    /** Prints the help of a command. */
    static void show(CommandSpec command, Output out) {
        out.out().print(HelpText.of(command, TerminalWidth.now()));
        out.out().flush();
    }
}
