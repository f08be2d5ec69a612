package io.eckart.study.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.eckart.data.DataException;
import io.eckart.data.synthetic.LowRank;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.RandomStreams;
import io.eckart.numerics.Workers;
import io.eckart.study.CellSummary;
import io.eckart.study.Study;
import io.eckart.study.StudyData;
import io.eckart.study.StudyDesign;
import io.eckart.study.StudyRows;
import io.eckart.study.StudyScale;
import io.eckart.study.StudySetting;
import io.eckart.study.claim.StudyClaims;
import io.eckart.study.trial.CurveExperiments;
import io.eckart.training.TrainingListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole study of very few rows and steps: what it keeps, and how it goes on. */
class StudyRunnerTest {
    static final StudyRows ROWS = rows(1);
    /** Of a seed. */
    private static final int RUNS = (7 * 2 + 2) * 4 * 4 + 8 * 2;

    @TempDir
    private static Path shared;

    private static Study whole;

    private static StudyRows rows(long seed) {
        FloatMatrix all = new LowRank(120, 5, List.of(4.0, 1.0), .2, seed)
                .generate()
                .values()
                .toFloat();
        StudyData data = new StudyData(
                "few rows",
                all.copyRows(40, 120),
                all.copyRows(0, 40),
                Optional.empty(),
                Optional.empty(),
                2,
                Collections.nCopies(5, 0.0),
                true);
        return new StudyRows(data, "all of them");
    }

    static Study run(StudyRows rows, long seed, int threads, Path folder, BooleanSupplier stop) {
        try (Workers workers = Workers.of(threads)) {
            StudySetting setting = new StudySetting(
                    rows.data(), StudyScale.QUICK, new RandomStreams(seed), workers, TrainingListener.SILENT, stop);
            StudyDesign design = new StudyDesign(5, 2, 1, 2, 20, 60, 100);
            return new StudyRunner(rows, setting, Optional.ofNullable(folder), design, StudyClaims::ofExperiment).run();
        }
    }

    @BeforeAll
    static void runOnce() {
        whole = run(ROWS, 7, 1, shared, () -> false);
    }

    private static String text(Path folder, String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }

    @Test
    void aWholeStudyHasEverything() throws IOException {
        assertThat(whole.complete()).isTrue();
        assertThat(whole.runs()).isEqualTo(whole.plannedRuns()).isEqualTo(2 * RUNS);
        assertThat(whole.cells()).hasSize(2 * RUNS);
        assertThat(whole.claims()).hasSize(28).doesNotHaveDuplicates();
        assertThat(whole.curves()).hasSize(CurveExperiments.curvesOfSeed());
        assertThat(whole.shares()).isNotEmpty();
        assertThat(text(shared, "results.csv").lines()).hasSize(1 + 2 * 2 * RUNS);
        assertThat(text(shared, "claims.csv").lines())
                .hasSize(1
                        + whole.claims().stream()
                                .mapToInt(claim -> claim.settings().size()
                                        + claim.controls().size()
                                        + claim.notes().size())
                                .sum());
    }

    /** P2 is the identity at k = d, and its clean error the least there is; a projection at k below d lets k s^2 through. */
    @Test
    void measuresWhatIsKnown() {
        CellSummary wide = cell("P2 pinv", "k = d");
        assertThat(wide.identityDistance().mean()).isLessThan(1e-6);
        assertThat(wide.clean().mean()).isLessThan(1e-10);
        CellSummary narrow = cell("P2 pinv", "d' < k < d");
        assertThat(narrow.noiseGain().mean()).isBetween(narrow.k() - 1e-6, narrow.k() + 1e-6);
        assertThat(narrow.clean().mean()).isGreaterThan(narrow.least().clean());
    }

    private static CellSummary cell(String form, String size) {
        return whole.cells().stream()
                .filter(cell -> cell.parameterization().equals(form)
                        && cell.codeSize().equals(size)
                        && cell.corruption().equals("none")
                        && cell.start().equals("large")
                        && cell.budget().equals("late"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void goesOnWhereItWasCutOff(@TempDir Path folder) throws IOException {
        AtomicInteger asked = new AtomicInteger();
        Study begun = run(ROWS, 7, 2, folder, () -> asked.incrementAndGet() > 150);
        assertThat(begun.complete()).isFalse();
        assertThat(begun.claims()).isEmpty();
        assertThat(begun.runs()).isBetween(100, 160);
        // Killed while a line was written, and between the two lines of a run.
        String results = text(folder, "results.csv");
        List<String> lines = results.lines().toList();
        Files.writeString(
                folder.resolve("results.csv"),
                String.join("\n", lines.subList(0, lines.size() - 2)) + "\n"
                        + lines.getLast().substring(0, 25));
        Study rest = run(ROWS, 7, 2, folder, () -> false);
        assertThat(rest.complete()).isTrue();
        for (String name : List.of("settings.csv", "results.csv", "curves.csv", "claims.csv")) {
            assertThat(text(folder, name)).as(name).isEqualTo(text(shared, name));
        }
        assertThat(rest.claims()).isEqualTo(whole.claims());
        assertThat(rest.cells()).isEqualTo(whole.cells());
    }

    @Test
    void aWholeStudyIsReadBack() throws IOException {
        String before = text(shared, "results.csv");
        AtomicInteger asked = new AtomicInteger();
        Study again = run(ROWS, 7, 1, shared, () -> asked.incrementAndGet() < 0);
        assertThat(again.claims()).isEqualTo(whole.claims());
        assertThat(again.curves()).isEqualTo(whole.curves());
        assertThat(text(shared, "results.csv")).isEqualTo(before);
        assertThat(asked.get())
                .as("the control of centring alone had to be run")
                .isLessThan(200);
    }

    @Test
    void otherSettingsAreRefused() {
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> run(ROWS, 8, 1, shared, () -> true))
                .withMessageContaining("'seed,7' there, 'seed,8' now")
                .withMessageContaining("give the folder of results");
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> run(rows(2), 7, 1, shared, () -> true))
                .withMessageContaining("training rows");
    }

    @Test
    void aSecondStudyInTheFolderIsRefusedWhileOneRuns(@TempDir Path folder) {
        AtomicInteger refused = new AtomicInteger();
        run(ROWS, 7, 1, folder, () -> {
            if (refused.get() == 0) {
                refused.incrementAndGet();
                assertThatExceptionOfType(DataException.class)
                        .isThrownBy(() -> run(ROWS, 7, 1, folder, () -> true))
                        .withMessageContaining("another study is running there");
            }
            return true;
        });
        assertThat(refused).hasValue(1);
        run(ROWS, 7, 1, folder, () -> true);
    }

    @Test
    void filesOfUnknownOriginAreRefused(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("results.csv"), "a,b\n1,2\n");
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> run(ROWS, 7, 1, folder, () -> true))
                .withMessageContaining("results.csv")
                .withMessageContaining("settings.csv");
        assertThat(text(folder, "results.csv")).isEqualTo("a,b\n1,2\n");
    }

    @Test
    void aLineThatNoStudyWritesIsNamed(@TempDir Path folder) throws IOException {
        run(ROWS, 7, 1, folder, () -> true);
        Path results = folder.resolve("results.csv");
        Files.writeString(results, text(folder, "results.csv") + "0,P9,k = d\n");
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> run(ROWS, 7, 1, folder, () -> true))
                .withMessageContaining("'0,P9,k = d'");
    }
}
