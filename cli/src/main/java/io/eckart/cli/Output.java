package io.eckart.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

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
    void failure(String message, Throwable cause, boolean verbose) {
        note(message.strip().replaceAll("\\s*\\R\\s*", " "));
        if (verbose) {
            cause.printStackTrace(err);
            err.flush();
        }
    }

    PrintWriter out() {
        return out;
    }

    PrintWriter err() {
        return err;
    }
}
