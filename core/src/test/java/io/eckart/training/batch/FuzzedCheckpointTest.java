package io.eckart.training.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eckart.Fuzzing;
import io.eckart.Mutations;
import io.eckart.data.DataException;
import io.eckart.data.corruption.CorruptionTasks;
import io.eckart.model.file.StateFile;
import io.eckart.network.Dimensions;
import io.eckart.network.FreeEncoder;
import io.eckart.numerics.RandomStreams;
import io.eckart.training.Rows;
import io.eckart.training.RunOptions;
import io.eckart.training.RunOptions.CheckpointFolder;
import io.eckart.training.TrainingConfig;
import io.eckart.training.TrainingEvent;
import io.eckart.training.TrainingListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that go on from changed states, and states that cannot be saved. */
class FuzzedCheckpointTest {
    private static final long SEED = 23;
    private static final int D = 4;
    private static final int EPOCHS = 4;
    private static final int FEW = 300;
    private static final int MANY = 10_000;
    private static final Map<String, String> RUN = Map.of("data", "rows", "seed", "23");

    @TempDir
    private Path folder;

    private static TrainedParameters train(Path folder, boolean resume, TrainingListener listener) {
        BatchProblem problem = new BatchProblem(
                Rows.draw(40, D, SEED),
                Rows.range(0, 30),
                Rows.range(30, 40),
                new double[D],
                1,
                CorruptionTasks.parse("none"),
                true);
        FreeEncoder free = new FreeEncoder();
        Dimensions dimensions = new Dimensions(D, 2, false, false);
        try (BatchTraining training = new BatchTraining(
                problem,
                new ReconstructionObjective(problem, free, dimensions),
                BatchSettings.of(TrainingConfig.DEFAULT.withEpochs(EPOCHS).withBatch(10), 10),
                Rows.start(free, dimensions, 0, SEED),
                new RandomStreams(SEED),
                new RunOptions(1, listener, () -> false, Optional.empty()))) {
            return training.run(Optional.of(new Checkpoint(new CheckpointFolder(folder, resume), RUN)));
        }
    }

    private static TrainedParameters resume(Path folder) {
        return train(folder, true, TrainingListener.SILENT);
    }

    private Path state() {
        train(folder, false, TrainingListener.SILENT);
        return CheckpointFolder.stateFile(folder);
    }

    private void resumeFromChangedBytes(int trials) throws IOException {
        Path state = state();
        byte[] whole = Files.readAllBytes(state);
        new Fuzzing(SEED, DataException.class).run("bytes", trials, random -> {
            Files.write(state, Mutations.of(whole, random));
            resume(folder);
        });
    }

    private void resumeFromChangedContent(int trials) {
        Path state = state();
        StateFile.Content whole = StateFile.read(state);
        new Fuzzing(SEED, DataException.class).run("content", trials, random -> {
            Map<String, double[]> vectors = new TreeMap<>(whole.vectors());
            List<String> names = List.copyOf(vectors.keySet());
            String name = names.get(random.nextInt(names.size()));
            vectors.computeIfPresent(name, (_, values) -> changed(values, random));
            StateFile.write(state, new StateFile.Content(vectors, whole.texts()));
            resume(folder);
        });
    }

    private static double[] changed(double[] values, SplittableRandom random) {
        if (random.nextInt(3) == 0) {
            return new double[random.nextInt(2 * values.length + 2)];
        }
        double[] changed = values.clone();
        double[] numbers = {0, -1, 1e300, Double.NaN, Double.POSITIVE_INFINITY, 1e9, 0.5};
        changed[random.nextInt(changed.length)] = numbers[random.nextInt(numbers.length)];
        return changed;
    }

    @Test
    void changedBytesOfAStateAreRefused() throws IOException {
        resumeFromChangedBytes(FEW);
    }

    @Test
    void changedContentOfAStateIsRefusedOrGoneOnFrom() {
        resumeFromChangedContent(FEW);
    }

    @Tag("long")
    @Test
    void manyChangedBytesOfAStateAreRefused() throws IOException {
        resumeFromChangedBytes(MANY);
    }

    @Tag("long")
    @Test
    void manyChangedContentsOfAStateAreRefusedOrGoneOnFrom() {
        resumeFromChangedContent(MANY);
    }

    @Test
    void aStateOfOtherSizesIsRefusedByItsFile() {
        Path state = state();
        StateFile.Content whole = StateFile.read(state);
        Map<String, double[]> vectors = new TreeMap<>(whole.vectors());
        vectors.put("parameters", new double[3]);
        StateFile.write(state, new StateFile.Content(vectors, whole.texts()));
        assertThatThrownBy(() -> resume(folder))
                .isInstanceOf(DataException.class)
                .hasMessageContaining(state.toString())
                .hasMessageContaining("'parameters'");
    }

    /** As on a full disk: the run ends as it would have, and the last state that could be saved stays. */
    @Test
    void aStateThatCannotBeSavedDoesNotEndTheRun() throws IOException {
        TrainedParameters undisturbed = train(folder.resolve("other"), false, TrainingListener.SILENT);
        Path states = folder.resolve("states");
        List<TrainingEvent> events = new ArrayList<>();
        TrainedParameters trained = train(states, false, event -> {
            if (event instanceof TrainingEvent.EpochEnded ended) {
                change(states, ended.record().epoch());
            } else {
                events.add(event);
            }
        });
        assertThat(trained.parameters()).isEqualTo(undisturbed.parameters());
        assertThat(events).hasSize(2);
        assertThat(events.getFirst())
                .isInstanceOfSatisfying(
                        TrainingEvent.StateNotSaved.class,
                        event -> assertThat(event.problem()).contains("state.safetensors"));
        assertThat(events.getLast()).isInstanceOf(TrainingEvent.StateSavedAgain.class);
        assertThat(resume(states).parameters()).isEqualTo(undisturbed.parameters());
    }

    /** After the state of the first epoch a file is in the place of the folder, and at the end the folder again. */
    private static void change(Path states, int epoch) {
        try {
            if (epoch == 2) {
                Files.delete(CheckpointFolder.stateFile(states));
                Files.delete(states);
                Files.createFile(states);
            } else if (epoch == EPOCHS) {
                Files.delete(states);
                Files.createDirectory(states);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
