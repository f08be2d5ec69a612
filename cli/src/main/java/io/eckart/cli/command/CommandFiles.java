package io.eckart.cli.command;

import io.eckart.cli.UsageException;
import io.eckart.training.RunOptions.CheckpointFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * The files that a command reads and writes, as its arguments name them. Checked before every command: an output never replaces
 * an input, whatever the path by which it is named, and two outputs are two files.
 */
final class CommandFiles {
    /** A command whose output may be the table that it has read, with some cells changed. */
    interface RewritesTable {
        /** The table that the output may replace; empty if the output is something else. */
        Optional<Path> rewrittenTable();
    }

    /** The options that name what is written: which files come of the path. Every other path is read. */
    static final Map<String, Function<Path, List<Path>>> WRITTEN = Map.of(
            "--output", List::of,
            "--save", List::of,
            "--report", List::of,
            "--checkpoint", folder -> List.of(CheckpointFolder.stateFile(folder)),
            "--out", StudyCommand::files);

    private static final String REWRITING = "--output";
    private static final String IMAGE = "(?i).*\\.(png|jpe?g|jpe|jfif|gif|bmp|dib|tiff?)";

    private record Written(OptionSpec option, Path file) {
        /** The name that users type. */
        String name() {
            return option.names()[0];
        }
    }

    private final List<Path> read = new ArrayList<>();
    private final List<Written> written = new ArrayList<>();
    private final Optional<Path> rewritten;

    private CommandFiles(ParseResult command) {
        command.matchedPositionals().forEach(argument -> paths(argument).forEach(read::add));
        command.matchedOptions().forEach(this::add);
        rewritten = command.commandSpec().userObject() instanceof RewritesTable table
                ? table.rewrittenTable()
                : Optional.empty();
    }

    /** @throws UsageException if an output of the command is one of its inputs or another output */
    static void check(ParseResult command) {
        CommandFiles files = new CommandFiles(command);
        for (int i = 0; i < files.written.size(); i++) {
            files.checkInputs(files.written.get(i));
            checkOthers(files.written.get(i), files.written.subList(0, i));
        }
    }

    private void add(OptionSpec option) {
        Function<Path, List<Path>> files = WRITTEN.get(option.longestName());
        if (files == null) {
            paths(option).forEach(read::add);
        } else {
            paths(option)
                    .flatMap(path -> files.apply(path).stream())
                    .forEach(file -> written.add(new Written(option, file)));
        }
    }

    /** The paths among the values of an argument. */
    private static Stream<Path> paths(ArgSpec argument) {
        Object value = argument.getValue();
        return (value instanceof List<?> several ? several.stream() : Stream.ofNullable(value))
                .filter(Path.class::isInstance)
                .map(Path.class::cast);
    }

    private void checkInputs(Written output) {
        for (Path input : read) {
            boolean rewrites = output.option().longestName().equals(REWRITING)
                    && rewritten.filter(input::equals).isPresent();
            if (!rewrites && replaces(output.file(), input)) {
                throw new UsageException(output.file() + ": " + output.name() + " would replace " + input
                        + ", which this command reads; choose another name");
            }
        }
    }

    private static void checkOthers(Written output, List<Written> others) {
        for (Written other : others) {
            if (isSame(output.file(), other.file())) {
                throw new UsageException(output.file() + ": " + other.name() + " and " + output.name()
                        + " would write the same file; choose another name for one of them");
            }
        }
    }

    /** Whether writing a file would replace an input or, where the input is a folder of images, one of these. */
    private static boolean replaces(Path output, Path input) {
        return isSame(output, input)
                || (output.toString().matches(IMAGE)
                        && Files.exists(output, LinkOption.NOFOLLOW_LINKS)
                        && Files.isDirectory(input)
                        && place(output).startsWith(place(input)));
    }

    private static boolean isSame(Path one, Path other) {
        try {
            boolean exist = Files.exists(one) && Files.exists(other);
            return exist ? Files.isSameFile(one, other) : place(one).equals(place(other));
        } catch (IOException e) {
            return false;
        }
    }

    /** The path without links, also of a file that is not there yet. */
    private static Path place(Path path) {
        Path absolute = path.toAbsolutePath();
        Path folder = absolute.getParent();
        Path name = absolute.getFileName();
        try {
            return Files.exists(path) || folder == null || name == null
                    ? absolute.toRealPath()
                    : folder.toRealPath().resolve(name);
        } catch (IOException e) {
            return absolute.normalize();
        }
    }
}
