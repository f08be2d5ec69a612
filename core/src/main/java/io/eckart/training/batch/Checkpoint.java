package io.eckart.training.batch;

import io.eckart.data.DataException;
import io.eckart.data.Place;
import io.eckart.data.Remedy;
import io.eckart.model.ModelFileException;
import io.eckart.model.file.StateFile;
import io.eckart.training.RunOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The state of a run on disk. Everything random depends on seed, epoch and batch alone, so a run that goes on from the end of an
 * epoch makes the same steps as one that was never interrupted.
 */
public final class Checkpoint {
    private static final String RUN = "run.";

    private final Path file;
    private final Map<String, String> run;
    private final boolean resume;

    /**
     * @param run names data, configuration and seed: a run goes on only from its own state
     * @throws DataException if the folder cannot be created, or holds a state and the run is not to go on from it
     */
    public Checkpoint(RunOptions.CheckpointFolder where, Map<String, String> run) {
        this.file = RunOptions.CheckpointFolder.stateFile(where.folder());
        this.run = new TreeMap<>();
        run.forEach((name, value) -> this.run.put(RUN + name, value));
        this.resume = where.resume();
        if (!resume && Files.exists(file)) {
            throw new DataException(
                    Place.of(file), "holds the state of a run", new Remedy.Resume(), Remedy.byHand("remove it"));
        }
        try {
            Files.createDirectories(where.folder());
        } catch (IOException e) {
            throw DataException.because(
                    e,
                    Place.of(where.folder()),
                    "cannot be a folder for checkpoints",
                    Remedy.byHand("choose one that can be made and written to"));
        }
    }

    /**
     * The state to go on from.
     *
     * @param parameters the number of parameters of the run
     * @param method the length of each array of its optimizer
     * @throws DataException if it is damaged or belongs to another run
     */
    Optional<RunState> load(int parameters, Map<String, Integer> method) {
        if (!resume || !Files.exists(file)) {
            return Optional.empty();
        }
        StateFile.Content content = read();
        String differences = differences(content.texts());
        if (!differences.isEmpty()) {
            throw new DataException(
                    Place.of(file),
                    "is the state of another run: " + differences,
                    Remedy.byHand("give the data and options of that run"),
                    Remedy.byHand("choose another folder"));
        }
        try {
            return Optional.of(RunState.of(content.vectors(), parameters, method));
        } catch (DataException e) {
            throw e.in(file.toString());
        }
    }

    private StateFile.Content read() {
        try {
            return StateFile.read(file);
        } catch (ModelFileException e) {
            throw DataException.because(
                    e, Place.UNKNOWN, String.valueOf(e.getMessage()), Remedy.byHand("remove it to start again"));
        }
    }

    /** Such as {@code epochs 20 there, 30 here}. */
    private String differences(Map<String, String> texts) {
        TreeSet<String> names = new TreeSet<>(run.keySet());
        texts.keySet().stream().filter(name -> name.startsWith(RUN)).forEach(names::add);
        return names.stream()
                .filter(name -> !run.getOrDefault(name, "").equals(texts.getOrDefault(name, "")))
                .map(name -> name.substring(RUN.length()) + " " + texts.getOrDefault(name, "none") + " there, "
                        + run.getOrDefault(name, "none") + " here")
                .collect(Collectors.joining("; "));
    }

    void save(RunState state) {
        StateFile.write(file, new StateFile.Content(state.vectors(), run));
    }
}
