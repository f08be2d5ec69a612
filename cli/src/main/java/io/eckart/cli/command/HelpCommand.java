package io.eckart.cli.command;

import io.eckart.cli.Output;
import io.eckart.cli.help.HelpText;
import io.eckart.cli.help.TerminalWidth;
import io.eckart.cli.option.InGroup;
import io.eckart.cli.option.OptionGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;

@Command(
        name = "help",
        description = "Show what a command does and its options; without a command, what there is.",
        footer = {"eckart help", "eckart help fit"})
@InGroup(OptionGroup.RUN)
final class HelpCommand extends TextCommand {
    @Mixin
    private CommandArgument command = new CommandArgument();

    HelpCommand(Output out) {
        super(out);
    }

    @Override
    String text(CommandSpec root) {
        return of(command.in(root));
    }

    /** The help of a command, as wide as the terminal. */
    static String of(CommandSpec command) {
        return HelpText.of(command, TerminalWidth.now());
    }
}
