package io.eckart.cli.help;

import java.util.List;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Completion in fish: one line for each command and each option of it. */
final class FishCompletion {
    private final StringBuilder text = new StringBuilder();
    private final String program;

    private FishCompletion(String program) {
        this.program = program;
    }

    static String of(CommandSpec root) {
        FishCompletion script = new FishCompletion(root.name());
        script.text.append(
                "# Completion of %1$s in fish. Use it: %1$s completion fish | source\n".formatted(root.name()));
        script.line("-f");
        List<CommandSpec> commands = ArgumentWords.commands(root);
        for (CommandSpec command : commands) {
            String summary = quoted(ArgumentWords.summary(command));
            script.line("-n __fish_use_subcommand -a " + command.name() + " -d " + summary);
        }
        script.options("__fish_use_subcommand", root);
        for (CommandSpec command : commands) {
            String given = quoted("__fish_seen_subcommand_from " + command.name());
            script.options(given, command);
            for (PositionalParamSpec parameter : ArgumentWords.parameters(command)) {
                script.line("-n " + given + (ArgumentWords.isFile(parameter) ? " -F" : value(parameter)));
            }
        }
        return script.text.toString();
    }

    private void options(String condition, CommandSpec command) {
        for (OptionSpec option : ArgumentWords.options(command)) {
            StringBuilder names = new StringBuilder();
            for (String name : option.names()) {
                names.append(name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1));
            }
            String value = !ArgumentWords.takesValue(option)
                    ? ""
                    : ArgumentWords.isFile(option) ? " -r -F" : " -x" + value(option);
            line("-n " + condition + names + value + " -d " + quoted(ArgumentWords.summary(option)));
        }
    }

    private static String value(ArgSpec argument) {
        List<String> words = ArgumentWords.values(argument);
        return words.isEmpty() ? "" : " -a " + quoted(String.join(" ", words));
    }

    private void line(String arguments) {
        text.append("complete -c ")
                .append(program)
                .append(' ')
                .append(arguments)
                .append('\n');
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
