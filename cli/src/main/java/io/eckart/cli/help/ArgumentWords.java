package io.eckart.cli.help;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** What commands and their arguments are called, and which values are known beforehand. */
final class ArgumentWords {
    private ArgumentWords() {}

    /** The commands for people, in their order. */
    static List<CommandSpec> commands(CommandSpec root) {
        return root.subcommands().values().stream()
                .map(line -> line.getCommandSpec())
                .filter(command -> !command.usageMessage().hidden())
                .toList();
    }

    static List<OptionSpec> options(CommandSpec command) {
        return command.options().stream().filter(option -> !option.hidden()).toList();
    }

    static List<PositionalParamSpec> parameters(CommandSpec command) {
        return command.positionalParameters().stream()
                .filter(parameter -> !parameter.hidden())
                .toList();
    }

    static boolean takesValue(OptionSpec option) {
        return option.arity().max() > 0;
    }

    /** Whether the value is the path of a file or a folder. */
    static boolean isFile(ArgSpec argument) {
        return List.of(argument.auxiliaryTypes()).contains(Path.class);
    }

    /** The words that may be given: those that are named for it, or those in {@code N|auto}. */
    static List<String> values(ArgSpec argument) {
        Iterable<String> named = argument.completionCandidates();
        Stream<String> words = named == null
                ? Arrays.stream(argument.paramLabel().split("\\|", -1)).filter(word -> word.matches("[a-z][a-z-]+"))
                : StreamSupport.stream(named.spliterator(), false).map(word -> word.toLowerCase(Locale.ROOT));
        return words.toList();
    }

    /** What a command or an argument is for, in one paragraph. */
    static String description(String... lines) {
        return String.join(" ", lines).replace("%%", "%");
    }

    static String description(CommandSpec command) {
        return description(command.usageMessage().description());
    }

    /** The first sentence of a command's description. */
    static String sentence(CommandSpec command) {
        return description(command).split("(?<=\\.) ", 2)[0];
    }

    /** A command in a few words: the beginning of the first sentence. */
    static String summary(CommandSpec command) {
        return upTo("[.:;,]", description(command));
    }

    /** An option in a few words. */
    static String summary(OptionSpec option) {
        return upTo("[.;]", description(option.description()));
    }

    private static String upTo(String end, String description) {
        String first = description.split("(?<=[a-z)])" + end + " ", 2)[0];
        return first.endsWith(".") ? first.substring(0, first.length() - 1) : first;
    }

    /** The arguments that must be given, and the others in short. */
    static String synopsis(CommandSpec command) {
        StringBuilder text = new StringBuilder(command.qualifiedName());
        if (!command.subcommands().isEmpty()) {
            text.append(" COMMAND");
        }
        for (PositionalParamSpec parameter : parameters(command)) {
            String label = parameter.paramLabel();
            text.append(parameter.required() ? " " + label : " [" + label + "]");
        }
        for (OptionSpec option : options(command)) {
            if (option.required()) {
                text.append(' ').append(option.names()[0]).append(' ').append(option.paramLabel());
            }
        }
        return text.append(" [options]").toString();
    }
}
