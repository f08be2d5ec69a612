package io.eckart.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.eckart.data.Scaling;
import io.eckart.data.Table;
import io.eckart.model.fitted.FittedModel;
import io.eckart.task.compare.CodeSizeChoice;
import io.eckart.task.compare.ComparedModel;
import io.eckart.task.compare.Comparer;
import io.eckart.task.compare.ComparisonConfig;
import io.eckart.task.explore.Explorer;
import io.eckart.task.fill.Fill;
import io.eckart.task.fill.FillMethod;
import io.eckart.task.fill.FillPlan;
import io.eckart.task.fit.Fit;
import io.eckart.task.label.CurveOptions;
import io.eckart.task.label.FineTune;
import io.eckart.task.label.FineTuneOptions;
import io.eckart.task.label.Label;
import io.eckart.task.label.LabelMethod;
import io.eckart.task.label.LabelOptions;
import io.eckart.training.AutoencoderConfig;
import io.eckart.training.FineTuneConfig;
import io.eckart.training.JobProtocol;
import io.eckart.training.MaskedConfig;
import io.eckart.training.TrainingConfig;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every job of several fits publishes its steps, whole or cut off at any place, and ends soon when asked to stop. */
class JobEventsTest {
    private static final long SEED = 5;
    /** Few, so that filling tries no networks: these have their own case. */
    private static final int ROWS = 60;

    /** Seconds a method may take: networks on so few rows nominally take more, other methods less. */
    private static final double WITHOUT_NETWORKS = 3e-4;

    private static final FitOptions OPTIONS = FitOptions.DEFAULT.withThreads(2).withSeed(SEED);

    private static Table table = PlantedTable.of(ROWS, SEED);
    private static Table labelled = table;
    private static Table holed = table;
    private static @Nullable FittedModel<?> network;

    @BeforeAll
    static void tables() {
        @Nullable String[] labels = new String[ROWS];
        Arrays.setAll(labels, i -> i % 4 == 3 ? null : table.cell(i, 0) > 0 ? "a" : "b");
        labelled = table.withLabels("y", labels);
        double[] cells = new double[ROWS * table.width()];
        table.copyCells(cells, 0);
        for (int i = 0; i < cells.length; i += 7) {
            cells[i] = Double.NaN;
        }
        holed = table.withCells(cells);
        AutoencoderConfig config = AutoencoderConfig.network(2).withTraining(TrainingConfig.DEFAULT.withEpochs(2));
        network = Fit.autoencoder(table, config, OPTIONS).model();
    }

    /** The jobs of the library, and what each does with few rows. */
    enum Job {
        LABEL("label", options -> Label.rows(labelled, LabelOptions.DEFAULT.withBudget(WITHOUT_NETWORKS), options)),
        LABEL_WITH_NETWORKS("label", options -> Label.rows(labelled, LabelOptions.DEFAULT, options)),
        LABEL_BY_METHOD(
                "label",
                options -> Label.rows(labelled, LabelOptions.DEFAULT.withMethod(LabelMethod.PCA_SOFTMAX), options)),
        CURVE(
                "label",
                options -> Label.curve(
                        labelled,
                        CurveOptions.DEFAULT
                                .withLevels(List.of(3, 10))
                                .withSeeds(2)
                                .withMethods(List.of(LabelMethod.SOFTMAX, LabelMethod.SPREAD)),
                        LabelOptions.DEFAULT,
                        options)),
        FILL("fill", options -> Fill.auto(holed, FillPlan.DEFAULT, options.withScaling(Scaling.STANDARD))),
        FILL_COMPARISON("fill", options -> Fill.compare(holed, FillPlan.DEFAULT, options)),
        MASKED(
                "masked",
                options -> Fill.with(
                        holed,
                        new FillMethod.Masked(MaskedConfig.DEFAULT.withTraining(TrainingConfig.DEFAULT.withEpochs(4))),
                        options)),
        COMPARE(
                "compare",
                options -> Comparer.compare(
                        labelled,
                        ComparisonConfig.DEFAULT.withModels(
                                List.of(ComparedModel.FREE, ComparedModel.KMEANS, ComparedModel.NETWORK)),
                        options)),
        EXPLORE("explore", options -> Explorer.explore(holed, options)),
        CODE_SIZE(
                "code size",
                options -> CodeSizeChoice.of(
                        table, k -> AutoencoderConfig.network(k).withTraining(TrainingConfig.DEFAULT), options)),
        FINE_TUNE(
                "fine-tune",
                options -> FineTune.of(
                        labelled,
                        Objects.requireNonNull(network),
                        FineTuneConfig.DEFAULT.withFrozenEpochs(3).withEpochs(3),
                        FineTuneOptions.DEFAULT,
                        options));

        private final String word;

        @SuppressWarnings("ImmutableEnumChecker") // a function without state
        private final Consumer<FitOptions> work;

        Job(String word, Consumer<FitOptions> work) {
            this.word = word;
            this.work = work;
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "LABEL_WITH_NETWORKS")
    void allStepsOfThePlanAreMadeOnce(Job job) {
        JobProtocol protocol = new JobProtocol();
        job.work.accept(OPTIONS.withListener(protocol));
        assertThat(protocol.jobs()).singleElement().satisfies(ended -> {
            assertThat(ended.job()).isEqualTo(job.word);
            assertThat(ended.complete()).isTrue();
            assertThat(ended.steps()).isEqualTo(ended.planned()).isPositive();
        });
        assertThat(protocol.all()).allMatch(JobProtocol.Ended::complete);
    }

    /** Stopped after a fourth, a half and three fourths of its events: no step or job stays open, and hardly an event more comes. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "LABEL_WITH_NETWORKS")
    void aJobAskedToStopEndsSoonWithAllItsEnds(Job job) {
        JobProtocol whole = new JobProtocol();
        job.work.accept(OPTIONS.withListener(whole));
        for (int part = 1; part <= 3; part++) {
            int last = whole.events() * part / 4;
            JobProtocol protocol = new JobProtocol();
            AtomicInteger after = new AtomicInteger();
            FitOptions options = OPTIONS.withListener(event -> {
                        after.addAndGet(protocol.events() >= last ? 1 : 0);
                        protocol.on(event);
                    })
                    .withStop(() -> protocol.events() >= last);
            try {
                job.work.accept(options);
            } catch (CancellationException e) {
                assertThat(protocol.jobs()).noneMatch(JobProtocol.Ended::complete);
            }
            protocol.jobs();
            // The ends of steps and jobs, and a step or two that were about to begin.
            assertThat(after.get())
                    .as("%s, events after the wish at %s", job, last)
                    .isLessThan(20);
        }
    }

    @Test
    @Tag("long")
    void labellingWithNetworks() {
        allStepsOfThePlanAreMadeOnce(Job.LABEL_WITH_NETWORKS);
        aJobAskedToStopEndsSoonWithAllItsEnds(Job.LABEL_WITH_NETWORKS);
    }

    @Test
    void aJobThatFailsEndsItsSteps() {
        JobProtocol protocol = new JobProtocol();
        AtomicInteger events = new AtomicInteger();
        FitOptions options = OPTIONS.withListener(event -> {
            protocol.on(event);
            if (events.incrementAndGet() == 20) {
                throw new IllegalStateException("the listener fails");
            }
        });
        try {
            Fill.auto(holed, FillPlan.DEFAULT, options);
        } catch (IllegalStateException e) {
            assertThat(e).hasMessage("the listener fails");
        }
        assertThat(protocol.jobs()).singleElement().matches(ended -> !ended.complete());
    }
}
