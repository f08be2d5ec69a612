package io.eckart.cli.help;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Completion in bash, from version 3.2: one function that looks at the words before the cursor. */
final class BashCompletion {
    private static final String START = """
            # Completion of PROGRAM in bash. Use it: source <(PROGRAM completion bash)
            _PROGRAM() {
                local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} command= words= files= i
                # bash takes --option=value for three words.
                if [[ $word == = ]]; then
                    word=
                elif [[ $before == = ]]; then
                    before=${COMP_WORDS[COMP_CWORD - 2]}
                fi
                for ((i = 1; i < COMP_CWORD; i++)); do
                    case ${COMP_WORDS[i]} in
                        -*) ;;
                        *) command=${COMP_WORDS[i]}; break ;;
                    esac
                done
                case $command in
            """;
    private static final String END = """
                esac
                COMPREPLY=()
                if [[ -n $words ]]; then
                    COMPREPLY=($(compgen -W "$words" -- "$word"))
                elif [[ -z $files ]]; then
                    compopt +o default 2>/dev/null # unknown to bash 3.2, which then names files
                fi
            }
            complete -o default -F _PROGRAM PROGRAM
            """;

    private BashCompletion() {}

    static String of(CommandSpec root) {
        StringBuilder text = new StringBuilder(START.replace("PROGRAM", root.name()));
        text.append("        '') words='")
                .append(String.join(" ", names(ArgumentWords.commands(root))))
                .append(' ')
                .append(String.join(" ", optionNames(root)))
                .append("' ;;\n");
        for (CommandSpec command : ArgumentWords.commands(root)) {
            text.append(branch(command));
        }
        return text.append(END.replace("PROGRAM", root.name())).toString();
    }

    private static List<String> names(List<CommandSpec> commands) {
        return commands.stream().map(CommandSpec::name).toList();
    }

    private static List<String> optionNames(CommandSpec command) {
        return ArgumentWords.options(command).stream()
                .flatMap(option -> Arrays.stream(option.names()))
                .toList();
    }

    private static String branch(CommandSpec command) {
        List<String> lines = new ArrayList<>();
        lines.add("        " + command.name() + ")");
        lines.add("            case $before in");
        for (OptionSpec option : ArgumentWords.options(command)) {
            if (ArgumentWords.takesValue(option)) {
                lines.add("                " + String.join(" | ", option.names()) + ") " + value(option) + " ;;");
            }
        }
        lines.add("                *) case $word in");
        lines.add("                    -*) words='" + String.join(" ", optionNames(command)) + "' ;;");
        lines.add("                    *) " + parameters(command) + " ;;");
        lines.add("                esac ;;");
        lines.add("            esac ;;");
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    private static String value(OptionSpec option) {
        return ArgumentWords.isFile(option) ? "files=yes" : words(ArgumentWords.values(option).stream());
    }

    private static String parameters(CommandSpec command) {
        List<PositionalParamSpec> parameters = ArgumentWords.parameters(command);
        return parameters.stream().anyMatch(ArgumentWords::isFile)
                ? "files=yes"
                : words(parameters.stream().flatMap(parameter -> ArgumentWords.values(parameter).stream()));
    }

    private static String words(Stream<String> values) {
        return "words='" + values.collect(Collectors.joining(" ")) + "'";
    }
}
