package io.eckart.training;

import io.eckart.data.DataException;
import io.eckart.model.StateFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The state of a run on disk. Everything random depends on seed, epoch and batch alone, so a run that goes on from an epoch's
 * end makes the same steps as one that was never cut off.
 */
final class Checkpoint {
    private static final String FILE = "state.safetensors";
    private static final String RUN = "run";

    private final Path file;
    private final String run;
    private final boolean resume;

    /** @param run names data, configuration and seed: a state is taken up only by the run it belongs to */
    Checkpoint(RunOptions.CheckpointFolder where, String run) {
        this.file = where.folder().resolve(FILE);
        this.run = run;
        this.resume = where.resume();
        try {
            Files.createDirectories(where.folder());
        } catch (IOException e) {
            throw new DataException(where.folder() + ": cannot be made into a folder for checkpoints", e);
        }
        if (!resume && Files.exists(file)) {
            throw new DataException(file + ": holds the state of a run; go on from it with --resume, or remove it");
        }
    }

    /**
     * The state to go on from.
     *
     * @throws DataException if it belongs to another run
     */
    Optional<RunState> load() {
        if (!resume || !Files.exists(file)) {
            return Optional.empty();
        }
        StateFile.Content content = StateFile.read(file);
        String found = content.texts().getOrDefault(RUN, "");
        if (!found.equals(run)) {
            throw new DataException(file + ": is the state of another run: it was made with\n  " + found
                    + "\nand this one is\n  " + run + "\nGive the same data and options, or another folder");
        }
        return Optional.of(RunState.of(content.vectors()));
    }

    void save(RunState state) {
        StateFile.write(file, new StateFile.Content(state.vectors(), Map.of(RUN, run)));
    }
}
