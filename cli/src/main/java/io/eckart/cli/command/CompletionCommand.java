package io.eckart.cli.command;

import io.eckart.cli.Output;
import io.eckart.cli.help.CompletionScript;
import io.eckart.cli.option.InGroup;
import io.eckart.cli.option.OptionGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;

@Command(
        name = "completion",
        description = "Print a script with which a shell completes commands, options, known values and files.",
        footer = {
            "source <(eckart completion bash)    # in ~/.bashrc",
            "source <(eckart completion zsh)     # in ~/.zshrc, after compinit",
            "eckart completion fish | source     # in ~/.config/fish/config.fish"
        })
@InGroup(OptionGroup.RUN)
final class CompletionCommand extends TextCommand {
    @Parameters(paramLabel = "bash|zsh|fish", description = "the shell")
    private CompletionScript shell = CompletionScript.BASH;

    CompletionCommand(Output out) {
        super(out);
    }

    @Override
    String text(CommandSpec root) {
        return shell.of(root);
    }
}
