package io.eckart.cli;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import org.jline.utils.Signals;

/**
 * Turns Ctrl-C and SIGTERM into a request that commands poll. A command that polls ends soon: it writes the best it has so far, or
 * nothing. Before the first poll, and at a second signal, the process ends at once.
 */
public final class Interruption implements BooleanSupplier {
    private static final List<String> SIGNALS = List.of("INT", "TERM");
    private static final int BY_SIGNAL = 128;
    private static final int INT = 2;
    private static final int TERM = 15;

    private final BooleanSupplier wish;
    private volatile boolean asked;
    private volatile boolean wanted;

    /** @param wish true once the command should end; it is not asked again after that */
    public Interruption(BooleanSupplier wish) {
        this.wish = wish;
    }

    /** Nobody interrupts. */
    public static Interruption none() {
        return new Interruption(() -> false);
    }

    /**
     * By the signals that this process gets from now on.
     *
     * @param end ends the process with an exit code, and deletes temporary files on the way
     */
    public static Interruption bySignals(Output out, IntConsumer end) {
        Interruption interruption = none();
        for (String signal : SIGNALS) {
            int code = BY_SIGNAL + (signal.equals("INT") ? INT : TERM);
            // Without the permission to handle signals the process ends at once, as without this.
            Signals.register(signal, () -> interruption.signalled(code, out, end));
        }
        return interruption;
    }

    private synchronized void signalled(int code, Output out, IntConsumer end) {
        if (asked && !wanted) {
            wanted = true;
            return;
        }
        if (!asked) {
            out.note("interrupted, and nothing was written");
        }
        end.accept(asked ? code : 1);
    }

    /** For the command, now and then. */
    @Override
    public boolean getAsBoolean() {
        asked = true;
        if (!wanted && wish.getAsBoolean()) {
            wanted = true;
        }
        return wanted;
    }

    public boolean isWanted() {
        return wanted;
    }
}
