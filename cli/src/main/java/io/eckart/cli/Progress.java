package io.eckart.cli;

import io.eckart.training.EpochRecord;
import io.eckart.training.TrainingEvent;
import io.eckart.training.TrainingListener;
import me.tongfei.progressbar.ProgressBar;
import org.jspecify.annotations.Nullable;

/** Shows training events as a progress bar on standard error, where that is a terminal. */
final class Progress implements TrainingListener, AutoCloseable {
    private final boolean visible;
    private @Nullable ProgressBar bar;
    private boolean training;

    Progress(boolean visible) {
        this.visible = visible;
    }

    @Override
    public void on(TrainingEvent event) {
        if (!visible) {
            return;
        }
        switch (event) {
            case TrainingEvent.PassStarted(String what, long rows) -> start(what, rows);
            case TrainingEvent.RowsSeen(long rows) -> stepTo(rows, "");
            case TrainingEvent.RunStarted(int run, int runs, int maxIterations) ->
                start("start " + run + " of " + runs, maxIterations);
            case TrainingEvent.IterationEnded(int iteration, double objective) ->
                stepTo(iteration, Summary.number(objective));
            case TrainingEvent.EpochEnded(EpochRecord record, int epochs, double gap) -> epoch(record, epochs, gap);
        }
    }

    private void epoch(EpochRecord record, int epochs, double gap) {
        if (record.epoch() == 1 || !training) {
            training = true;
            start("training", epochs);
        }
        String heldOut =
                Double.isNaN(record.heldOutError()) ? "" : ", held out " + Summary.number(record.heldOutError());
        String certificate = Double.isNaN(gap) ? "" : ", gap " + Summary.number(gap);
        stepTo(record.epoch(), Summary.number(record.error()) + heldOut + certificate);
    }

    private void start(String what, long most) {
        end();
        bar = ProgressBar.builder()
                .setTaskName(what)
                .setInitialMax(most)
                .setUpdateIntervalMillis(100)
                .clearDisplayOnFinish()
                .build();
    }

    private void stepTo(long value, String message) {
        if (bar != null) {
            bar.stepTo(value);
            bar.setExtraMessage(message);
        }
    }

    /** Takes the bar away, before the result is printed. */
    void end() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }

    @Override
    public void close() {
        end();
    }
}
