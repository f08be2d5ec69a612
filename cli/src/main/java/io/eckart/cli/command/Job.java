package io.eckart.cli.command;

import io.eckart.cli.Failures;
import io.eckart.cli.Interruption;
import io.eckart.cli.NoteLines;
import io.eckart.cli.OptionRemedies;
import io.eckart.cli.Output;
import io.eckart.cli.UsageException;
import io.eckart.cli.option.DataArguments;
import io.eckart.cli.option.InGroup;
import io.eckart.cli.option.OptionGroup;
import io.eckart.cli.option.OptionRules;
import io.eckart.data.Note;
import io.eckart.data.format.OutputFile;
import io.eckart.numerics.Workers;
import io.eckart.report.Json;
import io.eckart.report.Origin;
import io.eckart.report.ReadingNote;
import io.eckart.report.result.Origins;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ObjectNode;

/** A command that does one job: the options that all of them have, and the answer. */
@InGroup(OptionGroup.RUN)
abstract class Job implements Callable<Integer> {
    @InGroup(OptionGroup.OUTPUT)
    @Option(names = "--json", description = "print one JSON object on standard output")
    boolean json;

    @Option(names = "--threads", paramLabel = "N", description = "worker threads (default: all processors)")
    private int threads = Runtime.getRuntime().availableProcessors();

    @InGroup(OptionGroup.OUTPUT)
    @Option(names = "--force", description = "overwrite existing output files")
    boolean force;

    @Mixin
    OptionRules rules = new OptionRules();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the command runs
    private CommandSpec command;

    final Output out;

    /** Asked while the command works; set before it runs. */
    Interruption interruption = Interruption.none();

    Job(Output out) {
        this.out = out;
    }

    int threads() {
        if (threads < 1) {
            throw new UsageException("--threads must be at least 1, got " + threads);
        }
        return threads;
    }

    Workers workers() {
        return Workers.of(threads());
    }

    /** The seed of all randomness; empty for a job without any. */
    OptionalLong seed() {
        return OptionalLong.empty();
    }

    /** Fails before the work is done rather than after it, if one of these files cannot be written. */
    void requireWritable(@Nullable Path... files) {
        for (Path file : files) {
            if (file != null) {
                OutputFile.requireWritable(file, force);
            }
        }
    }

    /** How the result of the command that runs came about. */
    Origin origin() {
        return Origins.now("./eckart " + quoted(originalArguments()), seed(), threads())
                .reading(readingNotes());
    }

    private List<String> originalArguments() {
        return command.root().commandLine().getParseResult().originalArgs();
    }

    private List<Note> notes() {
        return notes(command);
    }

    /** The notes of all data that the options of a command have opened. */
    private static List<Note> notes(CommandSpec spec) {
        Stream<Note> own = spec.userObject() instanceof DataArguments data ? data.notes().stream() : Stream.empty();
        return Stream.concat(own, spec.mixins().values().stream().flatMap(mixin -> notes(mixin).stream()))
                .toList();
    }

    private List<ReadingNote> readingNotes() {
        return notes().stream()
                .map(note -> ReadingNote.of(note, OptionRemedies::words))
                .toList();
    }

    /** Words as a shell reads them. */
    private static String quoted(List<String> words) {
        return words.stream()
                .map(word -> word.matches("[A-Za-z0-9_./:=,@%+-]+") ? word : "'" + word.replace("'", "'\\''") + "'")
                .collect(Collectors.joining(" "));
    }

    /** Prints the answer, as JSON or for a person; the exit code of a job that is done. */
    int answer(ObjectNode result, String text) {
        List<Note> notes = notes();
        NoteLines.of(notes, originalArguments().contains(Failures.VERBOSE)).forEach(line -> out.note("note: " + line));
        if (!notes.isEmpty()) {
            result.set("reading_notes", Json.value(readingNotes()));
        }
        out.result(json, result, text);
        return 0;
    }
}
