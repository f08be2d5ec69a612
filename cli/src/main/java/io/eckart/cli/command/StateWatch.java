package io.eckart.cli.command;

import io.eckart.cli.Output;
import io.eckart.task.FitOptions;
import io.eckart.training.TrainingEvent;
import io.eckart.training.TrainingListener;

/** Says when the state of a run could not be saved, which does not end the run. */
final class StateWatch {
    private final Output out;
    private boolean failing;

    StateWatch(Output out) {
        this.out = out;
    }

    /** The same options, watched. */
    FitOptions watching(FitOptions options) {
        TrainingListener shown = options.listener();
        return options.withListener(event -> {
            shown.on(event);
            hear(event);
        });
    }

    private void hear(TrainingEvent event) {
        if (event instanceof TrainingEvent.StateNotSaved(String problem)) {
            failing = true;
            out.note("the state of the run was not saved, and training goes on without: " + problem);
        } else if (event instanceof TrainingEvent.StateSavedAgain) {
            failing = false;
            out.note("the state of the run is saved again");
        }
    }

    /** What an interrupted run can do next. */
    String resumption() {
        return failing
                ? "; --resume goes on from the last state that was saved, if any"
                : "; --resume goes on from the last whole epoch";
    }
}
