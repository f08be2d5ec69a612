package io.eckart.cli.command;

import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The names of the commands that people use. */
final class CommandNames implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
        return Eckart.COMMANDS.stream()
                .map(Eckart.Named::name)
                .filter(name -> !name.equals(Eckart.HIDDEN))
                .iterator();
    }

    /**
     * The command of a name, or the program itself without one.
     *
     * @throws UnmatchedArgumentException if there is no such command
     */
    static CommandSpec find(CommandSpec root, @Nullable String name) {
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
