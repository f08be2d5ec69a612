package io.eckart.cli;

import io.eckart.report.Json;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where the command line prints, and the only class that does: results go to standard output, everything a person reads on
 * the side (notes, progress, failures) to standard error.
 */
public final class Output {
    private static final String NAME = "eckart: ";

    private final PrintWriter out;
    private final PrintWriter err;

    /** Output to these two writers instead of the process's own. */
    public Output(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
    }

    /** The process's standard output and standard error, in UTF-8 whatever the locale, as JSON wants it. */
    public static Output standard() {
        return new Output(
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    }

    /** True if a person watches standard error; only the launcher can tell, so it says so in a property. */
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
