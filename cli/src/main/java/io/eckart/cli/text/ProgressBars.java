package io.eckart.cli.text;

import io.eckart.training.EpochRecord;
import io.eckart.training.TrainingEvent;
import java.util.Locale;
import java.util.function.LongSupplier;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;

/** Progress as a bar on standard error, for a person. */
public final class ProgressBars implements Progress {
    private static final double NANOSECONDS = 1e9;

    private final LongSupplier clock;
    private @Nullable ProgressBar bar;
    private boolean training;
    private long lastEvent;
    private long trainingTime;
    private int epochsSeen;

    public ProgressBars() {
        this(System::nanoTime);
    }

    /** Bars by a clock in nanoseconds. */
    public ProgressBars(LongSupplier clock) {
        this.clock = clock;
        this.lastEvent = clock.getAsLong();
    }

    @Override
    public void on(TrainingEvent event) {
        switch (event) {
            case TrainingEvent.PassStarted(String what, long rows) -> start(bar(what, rows));
            case TrainingEvent.RowsSeen(long rows) -> stepTo(rows, "");
            case TrainingEvent.RunStarted(int run, int runs, int maxIterations) ->
                start(bar("start " + run + " of " + runs, maxIterations));
            case TrainingEvent.IterationEnded(int iteration, double objective) ->
                stepTo(iteration, Summary.number(objective));
            case TrainingEvent.EpochEnded(EpochRecord record, int epochs, double gap) -> {
                if (!training) {
                    training = true;
                    start(bar("training", epochs).hideEta());
                }
                stepTo(record.epoch(), epoch(record, epochs, gap));
            }
            case TrainingEvent.StateNotSaved _, TrainingEvent.StateSavedAgain _ -> {
                // Said in a line of its own.
            }
        }
        lastEvent = clock.getAsLong();
    }

    /** The text next to the bar of epochs. The last event before the first epoch is taken for its start. */
    public String epoch(EpochRecord record, int epochs, double gap) {
        trainingTime += clock.getAsLong() - lastEvent;
        epochsSeen++;
        double left = trainingTime / NANOSECONDS / epochsSeen * (epochs - record.epoch());
        String heldOut =
                Double.isNaN(record.heldOutError()) ? "" : ", held out " + Summary.number(record.heldOutError());
        String certificate = Double.isNaN(gap) ? "" : ", gap " + Summary.number(gap);
        return Summary.number(record.error()) + heldOut + certificate + ", at most " + time(Math.round(left)) + " left";
    }

    /** As h:mm:ss, or m:ss below an hour. */
    private static String time(long seconds) {
        return seconds < 3600
                ? String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }

    private static ProgressBarBuilder bar(String what, long most) {
        return ProgressBar.builder()
                .setTaskName(what)
                .setInitialMax(most)
                .setUpdateIntervalMillis(100)
                .clearDisplayOnFinish();
    }

    private void start(ProgressBarBuilder builder) {
        close();
        bar = builder.build();
    }

    private void stepTo(long value, String message) {
        if (bar != null) {
            bar.stepTo(value);
            bar.setExtraMessage(message);
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }
}
