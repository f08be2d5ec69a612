package io.eckart.cli.help;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Completion in zsh, as a file of its function path or sourced: specifications for {@code _arguments}. */
final class ZshCompletion {
    private static final String START = """
            #compdef PROGRAM
            # Completion of PROGRAM in zsh. Use it: source <(PROGRAM completion zsh), after compinit
            _PROGRAM() {
                local command
                local -a commands
                commands=(
            """;
    private static final String COMMANDS = """
                )
                if (( CURRENT == 2 )) && [[ $PREFIX != -* ]]; then
                    _describe command commands
                    return
                fi
                command=$words[2]
                if (( CURRENT > 2 )); then
                    shift words
                    (( CURRENT-- ))
                fi
                case $command in
            """;
    private static final String END = """
                esac
            }
            if [[ $funcstack[1] == _PROGRAM ]]; then
                _PROGRAM "$@"
            else
                compdef _PROGRAM PROGRAM
            fi
            """;

    private ZshCompletion() {}

    static String of(CommandSpec root) {
        StringBuilder text = new StringBuilder(START.replace("PROGRAM", root.name()));
        for (CommandSpec command : ArgumentWords.commands(root)) {
            String summary = ArgumentWords.summary(command);
            text.append("        ")
                    .append(quoted(command.name() + ":" + summary))
                    .append('\n');
        }
        text.append(COMMANDS);
        for (CommandSpec command : ArgumentWords.commands(root)) {
            text.append(branch(command.name(), command));
        }
        return text.append(branch("*", root))
                .append(END.replace("PROGRAM", root.name()))
                .toString();
    }

    private static String branch(String pattern, CommandSpec command) {
        List<String> specifications = new ArrayList<>();
        for (OptionSpec option : ArgumentWords.options(command)) {
            for (String name : option.names()) {
                specifications.add(quoted(specification(name, option)));
            }
        }
        for (PositionalParamSpec parameter : ArgumentWords.parameters(command)) {
            specifications.add(quoted("*" + value(parameter)));
        }
        return specifications.stream()
                .collect(Collectors.joining(
                        " \\\n            ", "        " + pattern + ") _arguments \\\n            ", " ;;\n"));
    }

    /** An option that is given twice replaces itself, so that one name excludes the others. */
    private static String specification(String name, OptionSpec option) {
        String all = "(" + String.join(" ", option.names()) + ")";
        boolean value = ArgumentWords.takesValue(option);
        String equals = value && name.startsWith("--") ? "=" : "";
        String description = escaped(ArgumentWords.summary(option));
        return all + name + equals + "[" + description + "]" + (value ? value(option) : "");
    }

    private static String value(ArgSpec argument) {
        String words = String.join(" ", ArgumentWords.values(argument));
        String action = ArgumentWords.isFile(argument) ? "_files" : words.isEmpty() ? "" : "(" + words + ")";
        return ":" + escaped(argument.paramLabel()) + ":" + action;
    }

    private static String escaped(String text) {
        return text.replaceAll("[\\\\\\[\\]:]", "\\\\$0");
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
