package io.eckart.cli.text;

import io.eckart.cli.Output;
import io.eckart.report.Json;
import io.eckart.training.EpochRecord;
import io.eckart.training.JobStep;
import io.eckart.training.TrainingEvent;
import java.util.ArrayDeque;
import java.util.Deque;
import tools.jackson.databind.node.ObjectNode;

/** Progress as one line of JSON on standard error for each event of a job, each epoch and each iteration, for a program that watches. */
public final class ProgressLines implements Progress {
    private final Output out;
    private final long started = System.nanoTime();
    private final Deque<String> jobs = new ArrayDeque<>();

    public ProgressLines(Output out) {
        this.out = out;
    }

    @Override
    public synchronized void on(TrainingEvent event) {
        switch (event) {
            case TrainingEvent.JobStarted job -> {
                jobs.push(job.job());
                print(event("job_started").put("steps", job.plan().size()));
            }
            case TrainingEvent.StepStarted(int number, int steps, JobStep step) ->
                print(event("step_started")
                        .put("step", number)
                        .put("steps", steps)
                        .put("what", step.what()));
            case TrainingEvent.StepEnded(int number, int steps) ->
                print(event("step_ended").put("step", number).put("steps", steps));
            case TrainingEvent.JobEnded(String _, boolean complete) -> {
                print(event("job_ended").put("complete", complete));
                jobs.pop();
            }
            case TrainingEvent.IterationEnded(int iteration, double objective) -> {
                ObjectNode json = Json.object().put("iteration", iteration);
                Json.number(json, "objective", objective);
                print(json);
            }
            case TrainingEvent.EpochEnded ended -> print(epoch(ended));
            case TrainingEvent.StateNotSaved(String problem) ->
                print(event("state_not_saved").put("problem", problem));
            case TrainingEvent.StateSavedAgain _ -> print(event("state_saved_again"));
            case TrainingEvent.PassStarted _, TrainingEvent.RowsSeen _, TrainingEvent.RunStarted _ -> {}
        }
    }

    private ObjectNode event(String name) {
        return Json.object().put("event", name).put("job", jobs.peek());
    }

    private static ObjectNode epoch(TrainingEvent.EpochEnded ended) {
        EpochRecord record = ended.record();
        ObjectNode json = Json.object();
        json.put("epoch", record.epoch());
        json.put("epochs", ended.epochs());
        Json.number(json, "error", record.error());
        Json.number(json, "held_out_error", record.heldOutError());
        Json.number(json, "learning_rate", record.learningRate());
        Json.number(json, "gap", ended.gap());
        return json;
    }

    private void print(ObjectNode json) {
        out.event(json.put("seconds", (System.nanoTime() - started) / 1e9));
    }
}
