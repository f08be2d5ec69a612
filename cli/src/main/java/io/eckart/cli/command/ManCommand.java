package io.eckart.cli.command;

import io.eckart.cli.Output;
import io.eckart.cli.help.ManPage;
import io.eckart.cli.option.InGroup;
import io.eckart.cli.option.OptionGroup;
import io.eckart.model.fitted.EckartVersion;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "man",
        description = "Print the manual page of a command in roff, for man; without a command, that of eckart.",
        footer = {"eckart man fit > eckart-fit.1"})
@InGroup(OptionGroup.RUN)
final class ManCommand implements Callable<Integer> {
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

    ManCommand(Output out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        out.out().print(ManPage.of(CommandNames.find(spec.root(), name), EckartVersion.current()));
        out.out().flush();
        return 0;
    }
}
