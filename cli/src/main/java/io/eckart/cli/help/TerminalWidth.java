package io.eckart.cli.help;

import io.eckart.cli.Output;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The width for text that is printed. */
public final class TerminalWidth {
    private static final int USUAL = 80;
    private static final int LEAST = 50;
    /** Longer lines are hard to read. */
    private static final int MOST = 110;

    private TerminalWidth() {}

    /** As wide as the terminal, within limits; 80 characters where there is none. */
    public static int now() {
        String given = System.getenv("COLUMNS");
        return of(given != null || !Output.isTerminal() ? given : asked());
    }

    /** @param columns what is known of it */
    static int of(@Nullable String columns) {
        try {
            int width = columns == null ? USUAL : Integer.parseInt(columns.strip());
            return width <= 0 ? USUAL : Math.clamp(width, LEAST, MOST);
        } catch (NumberFormatException e) {
            return USUAL;
        }
    }

    /** The answer of stty, which every POSIX system has; null if there is none. */
    private static @Nullable String asked() {
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(new File("/dev/tty"))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String size = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
            int blank = size.indexOf(' ');
            return blank < 0 ? null : size.substring(blank + 1);
        } catch (IOException e) {
            return null;
        }
    }
}
