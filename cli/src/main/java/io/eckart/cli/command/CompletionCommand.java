package io.eckart.cli.command;

import io.eckart.cli.Output;
import io.eckart.cli.help.CompletionScript;
import io.eckart.cli.option.InGroup;
import io.eckart.cli.option.OptionGroup;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "completion",
        description = "Print a script with which a shell completes commands, options, known values and files.",
        footer = {
            "source <(eckart completion bash)    # in ~/.bashrc",
            "source <(eckart completion zsh)     # in ~/.zshrc, after compinit",
            "eckart completion fish | source     # in ~/.config/fish/config.fish"
        })
@InGroup(OptionGroup.RUN)
final class CompletionCommand implements Callable<Integer> {
    @Parameters(paramLabel = "bash|zsh|fish", description = "the shell")
    private CompletionScript shell = CompletionScript.BASH;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the command runs
    private CommandSpec spec;

    private final Output out;

    CompletionCommand(Output out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        out.out().print(shell.of(spec.root()));
        out.out().flush();
        return 0;
    }
}
