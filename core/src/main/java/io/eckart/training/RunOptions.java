package io.eckart.training;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * What a run is given from outside, which changes no bit of a run that ends by itself.
 *
 * @param threads worker threads, at least 1
 * @param listener hears the run's events
 * @param stop asked now and then; once true, the run ends with the best it has
 * @param checkpoint where the state is kept, so that a run that was cut off can go on
 */
public record RunOptions(
        int threads, TrainingListener listener, BooleanSupplier stop, Optional<CheckpointFolder> checkpoint) {

    /**
     * A folder for the state of one run.
     *
     * @param folder made if it is not there
     * @param resume whether to go on from the state found there; without one the run starts anew
     */
    public record CheckpointFolder(Path folder, boolean resume) {
        /** The file in such a folder that holds the state of the run. */
        public static Path stateFile(Path folder) {
            return folder.resolve("state.safetensors");
        }
    }
}
