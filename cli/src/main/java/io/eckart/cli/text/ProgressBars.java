package io.eckart.cli.text;

import io.eckart.training.TrainingEvent;
import java.util.function.LongSupplier;
import me.tongfei.progressbar.ProgressBar;
import org.jspecify.annotations.Nullable;

/** Progress as one line on standard error for a person: what is going on, a bar, the time left. */
public final class ProgressBars implements Progress {
    private static final double NANOSECONDS = 1e9;
    private static final int MILLISECONDS = 200;

    private final LongSupplier clock;
    private final long started;
    private final ProgressView view = new ProgressView(0);
    private @Nullable ProgressBar bar;

    public ProgressBars() {
        this(System::nanoTime);
    }

    /** Progress by a clock in nanoseconds. */
    public ProgressBars(LongSupplier clock) {
        this.clock = clock;
        this.started = clock.getAsLong();
    }

    @Override
    public synchronized void on(TrainingEvent event) {
        view.on(event, seconds());
        if (bar == null) {
            bar = ProgressBar.builder()
                    .setInitialMax(1)
                    .setUpdateIntervalMillis(MILLISECONDS)
                    .setRenderer((_, width) -> line(width))
                    .continuousUpdate()
                    .clearDisplayOnFinish()
                    .build();
        }
    }

    /** As long as there is room, as it is written over the line before. */
    synchronized String line(int width) {
        String line = view.line(width, seconds());
        return line + " ".repeat(width - line.length());
    }

    private double seconds() {
        return (clock.getAsLong() - started) / NANOSECONDS;
    }

    /** Not locked while the bar ends, which draws the line once more on another thread. */
    @Override
    public void close() {
        ProgressBar ending;
        synchronized (this) {
            ending = bar;
            bar = null;
        }
        if (ending != null) {
            ending.close();
        }
    }
}
