package io.eckart.cli;

import io.eckart.report.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import picocli.CommandLine.ExitCode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where the command line prints, and the only class that does: results go to standard output, everything a person reads on
 * the side (notes, progress, failures) to standard error.
 */
public final class Output {
    private static final String NAME = "eckart: ";

    /** The type of a file in its mode, as POSIX systems number them. */
    private static final int FILE_TYPE = 0xf000;

    private static final int PIPE = 0x1000;
    private static final int SOCKET = 0xc000;

    private final PrintWriter out;
    private final PrintWriter err;
    private final BooleanSupplier pipe;

    /** Output to these two writers instead of the process's own. */
    public Output(PrintWriter out, PrintWriter err) {
        this(out, err, () -> false);
    }

    private Output(PrintWriter out, PrintWriter err, BooleanSupplier pipe) {
        this.out = out;
        this.err = err;
        this.pipe = pipe;
    }

    /** The process's standard output and standard error, in UTF-8 whatever the locale, as JSON wants it. */
    public static Output standard() {
        return new Output(
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                Output::isPipe);
    }

    /** True if standard error is a terminal; only the launcher can know, so it sets a property. */
    public static boolean isTerminal() {
        return Boolean.getBoolean("eckart.terminal");
    }

    /** One line of a result. */
    public void println(String line) {
        out.println(line);
        out.flush();
    }

    /** One line on the side. */
    public void note(String line) {
        err.println(NAME + line);
        err.flush();
    }

    /** The end of a failed command: its message in one line, and where it was thrown if the user wants to know. */
    public void failure(String message, Throwable cause, boolean verbose) {
        note(message.strip().replaceAll("\\s*\\R\\s*", " "));
        if (verbose) {
            cause.printStackTrace(err);
            err.flush();
        }
    }

    /** One line of JSON on the side, for a program that watches. */
    public void event(ObjectNode object) {
        err.println(Json.line(object));
        err.flush();
    }

    /**
     * Called when all is printed: a result that could not be written is a failure, unless its reader has closed the pipe, as
     * {@code head} does.
     *
     * @param exitCode of the command
     * @return that of the process
     */
    public int end(int exitCode) {
        if (!out.checkError() || pipe.getAsBoolean()) {
            return exitCode;
        }
        note("standard output could not be written, and the result is lost; is the disk full?");
        return Math.max(exitCode, ExitCode.SOFTWARE);
    }

    /** Whether standard output goes to another process, for which there is no other reason to fail than that it has ended. */
    private static boolean isPipe() {
        try {
            int type = (int) Files.getAttribute(Path.of("/dev/stdout"), "unix:mode") & FILE_TYPE;
            return type == PIPE || type == SOCKET;
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            return false;
        }
    }

    /** The answer of a command: one JSON object, or what a person reads. */
    public void result(boolean json, ObjectNode object, String summary) {
        out.print(json ? Json.text(object) + System.lineSeparator() : summary);
        out.flush();
    }

    /** An output that says nothing. */
    public static Output silent() {
        return new Output(new PrintWriter(Writer.nullWriter()), new PrintWriter(Writer.nullWriter()));
    }

    public PrintWriter out() {
        return out;
    }

    public PrintWriter err() {
        return err;
    }
}
