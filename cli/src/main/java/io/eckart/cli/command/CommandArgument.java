package io.eckart.cli.command;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.UnmatchedArgumentException;

/** The name of a command as an argument of another one; without it the program itself is meant. */
final class CommandArgument {
    @Parameters(
            arity = "0..1",
            paramLabel = "COMMAND",
            description = "the command",
            completionCandidates = CommandNames.class)
    private @Nullable String name;

    /** @throws UnmatchedArgumentException if no command has this name */
    CommandSpec in(CommandSpec root) {
        if (name == null) {
            return root;
        }
        CommandLine command = root.subcommands().get(name);
        if (command == null) {
            throw new UnmatchedArgumentException(root.commandLine(), List.of(name));
        }
        return command.getCommandSpec();
    }
}
