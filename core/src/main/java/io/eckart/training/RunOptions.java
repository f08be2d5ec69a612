package io.eckart.training;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * What a run gets from outside. Nothing here changes the result of a run that is not stopped.
 *
 * @param threads worker threads, at least 1
 * @param listener gets the events of the run
 * @param stop asked at every step; once true, the run ends with the best parameters so far
 * @param checkpoint where the state is saved, so that an interrupted run can go on
 */
public record RunOptions(
        int threads, TrainingListener listener, BooleanSupplier stop, Optional<CheckpointFolder> checkpoint) {

    /**
     * A folder for the state of one run.
     *
     * @param folder created if it does not exist
     * @param resume whether to go on from the state found there; without a state the run starts from the beginning
     */
    public record CheckpointFolder(Path folder, boolean resume) {
        /** The file in such a folder that holds the state of the run. */
        public static Path stateFile(Path folder) {
            return folder.resolve("state.safetensors");
        }
    }
}
