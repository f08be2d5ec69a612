package io.eckart.cli.command;

import io.eckart.cli.Output;
import io.eckart.cli.help.ManPage;
import io.eckart.cli.option.InGroup;
import io.eckart.cli.option.OptionGroup;
import io.eckart.model.fitted.EckartVersion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;

@Command(
        name = "man",
        description = "Print the manual page of a command in roff, for man; without a command, that of eckart.",
        footer = {"eckart man fit > eckart-fit.1"})
@InGroup(OptionGroup.RUN)
final class ManCommand extends TextCommand {
    @Mixin
    private CommandArgument command = new CommandArgument();

    ManCommand(Output out) {
        super(out);
    }

    @Override
    String text(CommandSpec root) {
        return ManPage.of(command.in(root), EckartVersion.current());
    }
}
