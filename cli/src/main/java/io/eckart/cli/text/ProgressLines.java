package io.eckart.cli.text;

import io.eckart.cli.Output;
import io.eckart.report.Json;
import io.eckart.training.EpochRecord;
import io.eckart.training.TrainingEvent;
import tools.jackson.databind.node.ObjectNode;

/** Progress as one line of JSON on standard error for each epoch, for a program that watches. */
public final class ProgressLines implements Progress {
    private final Output out;
    private final long started = System.nanoTime();

    public ProgressLines(Output out) {
        this.out = out;
    }

    @Override
    public void on(TrainingEvent event) {
        if (event instanceof TrainingEvent.EpochEnded(EpochRecord record, int epochs, double gap)) {
            ObjectNode json = Json.object();
            json.put("epoch", record.epoch());
            json.put("epochs", epochs);
            Json.number(json, "error", record.error());
            Json.number(json, "held_out_error", record.heldOutError());
            Json.number(json, "learning_rate", record.learningRate());
            Json.number(json, "gap", gap);
            json.put("seconds", (System.nanoTime() - started) / 1e9);
            out.event(json);
        }
    }
}
