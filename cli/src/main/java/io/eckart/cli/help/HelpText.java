package io.eckart.cli.help;

import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The help of a command for a terminal: options in groups, no line longer than the terminal is wide, no sentence cut. */
public final class HelpText {
    private static final int COLUMN = 26;
    private static final int MARGIN = 2;

    private final StringBuilder text = new StringBuilder();
    private final int width;

    private HelpText(int width) {
        this.width = width;
    }

    /**
     * The help of a command.
     *
     * @param width characters of a line
     */
    public static String of(CommandSpec command, int width) {
        HelpText help = new HelpText(width);
        help.paragraph(0, "Usage: " + ArgumentWords.synopsis(command));
        help.paragraph(0, "");
        help.paragraph(0, ArgumentWords.description(command));
        help.arguments(ArgumentWords.parameters(command));
        help.commands(ArgumentWords.commands(command));
        for (Map.Entry<String, List<OptionSpec>> section :
                OptionSections.of(command).entrySet()) {
            help.heading(section.getKey());
            section.getValue().forEach(help::option);
        }
        help.examples(command.usageMessage().footer());
        return help.text.toString();
    }

    private void arguments(List<PositionalParamSpec> parameters) {
        if (!parameters.isEmpty()) {
            text.append(System.lineSeparator());
        }
        for (PositionalParamSpec parameter : parameters) {
            entry(parameter.paramLabel(), ArgumentWords.description(parameter.description()));
        }
    }

    private void commands(List<CommandSpec> commands) {
        if (!commands.isEmpty()) {
            heading("Commands");
        }
        for (CommandSpec command : commands) {
            entry(command.name(), ArgumentWords.sentence(command));
        }
    }

    private void option(OptionSpec option) {
        String names = String.join(", ", option.names());
        String aligned = names.startsWith("--") ? "    " + names : names;
        String label = ArgumentWords.takesValue(option) ? " " + option.paramLabel() : "";
        entry(aligned + label, ArgumentWords.description(option.description()));
    }

    private void examples(String... commands) {
        if (commands.length > 0) {
            heading(commands.length == 1 ? "Example" : "Examples");
        }
        for (String command : commands) {
            line(MARGIN, command);
        }
    }

    private void heading(String words) {
        text.append(System.lineSeparator());
        line(0, words + ":");
    }

    /** What is described on the left, on its own line if it is long, and its description in the column on the right. */
    private void entry(String left, String description) {
        if (left.length() + MARGIN > COLUMN - MARGIN) {
            line(MARGIN, left);
            paragraph(COLUMN, description);
            return;
        }
        int start = text.length();
        paragraph(COLUMN, description);
        text.replace(start + MARGIN, start + MARGIN + left.length(), left);
    }

    private void paragraph(int indent, String words) {
        StringBuilder line = new StringBuilder();
        for (String word : words.split(" ", -1)) {
            if (!line.isEmpty() && indent + line.length() + 1 + word.length() > width) {
                line(indent, line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        line(indent, line.toString());
    }

    private void line(int indent, String words) {
        text.append(" ".repeat(indent)).append(words).append(System.lineSeparator());
    }
}
