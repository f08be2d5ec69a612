package io.eckart.cli.help;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The manual page of a command, in the man macros of roff: {@code eckart(1)}, {@code eckart-fit(1)}. */
public final class ManPage {
    private static final Pattern LABEL = Pattern.compile("\\[?[A-Z]+\\]?");

    private final StringBuilder text = new StringBuilder();

    private ManPage() {}

    /** The name of the page, without its section. */
    public static String name(CommandSpec command) {
        return command.qualifiedName("-");
    }

    /**
     * The page of a command.
     *
     * @param version of the program, for the foot of the page
     */
    public static String of(CommandSpec command, String version) {
        ManPage page = new ManPage();
        String description = ArgumentWords.description(command);
        page.line(".TH " + escaped(name(command)).toUpperCase(java.util.Locale.ROOT) + " 1 \"\" \"eckart "
                + escaped(version) + "\" \"Eckart\"");
        page.section("NAME").text(name(command) + " - " + ArgumentWords.summary(command));
        page.section("SYNOPSIS").line(synopsis(command));
        page.section("DESCRIPTION").text(description);
        page.arguments(ArgumentWords.parameters(command));
        page.commands(ArgumentWords.commands(command));
        page.options(OptionSections.of(command));
        page.examples(command.usageMessage().footer());
        page.section("EXIT STATUS")
                .text(
                        "0: done. 1: the run failed or was interrupted. 2: bad input or usage, with one line that says how to fix it.");
        page.seeAlso(command);
        return page.text.toString();
    }

    private static String synopsis(CommandSpec command) {
        String name = command.qualifiedName();
        String rest = ArgumentWords.synopsis(command).substring(name.length());
        String labels = LABEL.matcher(escaped(rest)).replaceAll("\\\\fI$0\\\\fR");
        return "\\fB" + escaped(name) + "\\fR" + labels;
    }

    private void arguments(List<PositionalParamSpec> parameters) {
        for (PositionalParamSpec parameter : parameters) {
            line(".TP").line("\\fI" + escaped(parameter.paramLabel()) + "\\fR");
            text(ArgumentWords.description(parameter.description()));
        }
    }

    private void commands(List<CommandSpec> commands) {
        if (!commands.isEmpty()) {
            section("COMMANDS");
        }
        for (CommandSpec command : commands) {
            line(".TP").line("\\fB" + escaped(command.name()) + "\\fR");
            text(ArgumentWords.sentence(command));
        }
    }

    private void options(Map<String, List<OptionSpec>> sections) {
        section("OPTIONS");
        sections.forEach((heading, options) -> {
            if (sections.size() > 1) {
                line(".SS \"" + heading + "\"");
            }
            options.forEach(this::option);
        });
    }

    private void option(OptionSpec option) {
        String names = Arrays.stream(option.names())
                .map(name -> "\\fB" + escaped(name) + "\\fR")
                .collect(Collectors.joining(", "));
        String label = ArgumentWords.takesValue(option) ? " \\fI" + escaped(option.paramLabel()) + "\\fR" : "";
        line(".TP").line(names + label);
        text(ArgumentWords.description(option.description()));
    }

    private void examples(String... commands) {
        if (commands.length == 0) {
            return;
        }
        section("EXAMPLES").line(".nf");
        for (String command : commands) {
            text(command);
        }
        line(".fi");
    }

    private void seeAlso(CommandSpec command) {
        CommandSpec root = command.root();
        String others = command.parent() == null
                ? ArgumentWords.commands(root).stream()
                        .map(other -> page(name(other)))
                        .collect(Collectors.joining(", "))
                : page(name(root));
        section("SEE ALSO").line(others);
    }

    private static String page(String name) {
        return "\\fB" + escaped(name) + "\\fR(1)";
    }

    private ManPage section(String heading) {
        return line(".SH \"" + heading + "\"");
    }

    /** A line of roff. */
    private ManPage line(String roff) {
        text.append(roff).append('\n');
        return this;
    }

    /** A line of text; a point or an apostrophe at its beginning would be a command. */
    private ManPage text(String words) {
        String escaped = escaped(words);
        return line(escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped);
    }

    /** A hyphen is a minus here, which can be copied; other characters of commands are plain. */
    private static String escaped(String words) {
        return words.replace("\\", "\\e")
                .replace("-", "\\-")
                .replace("'", "\\(aq")
                .replace("^", "\\(ha")
                .replace("~", "\\(ti")
                .replace("\"", "\\(dq");
    }
}
