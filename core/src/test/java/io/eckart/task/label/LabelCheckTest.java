package io.eckart.task.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.eckart.data.Column;
import io.eckart.data.Schema;
import io.eckart.data.Table;
import io.eckart.model.Classifier;
import io.eckart.model.fitted.FittedModel;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.Workers;
import io.eckart.task.FitOptions;
import io.eckart.task.label.LabelCheck.ClassResult;
import io.eckart.task.label.LabelCheck.ValueRange;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What labelling says about itself: the control, the classes, the probabilities. */
class LabelCheckTest {
    private static final int D = 12;
    private static final FitOptions FIT = FitOptions.DEFAULT.withThreads(2);
    /** Only what is fast. */
    private static final LabelOptions CHEAP = LabelOptions.DEFAULT.withBudget(1e-3);

    @TempDir
    private Path folder;

    private static double[] cells(int n, SplittableRandom random) {
        return IntStream.range(0, n * D).mapToDouble(i -> random.nextGaussian()).toArray();
    }

    /** The first rows are labelled, the others are not. */
    private static Table table(double[] cells, int labelled, IntFunction<String> labels) {
        int n = cells.length / D;
        List<Column> columns =
                IntStream.range(0, D).mapToObj(j -> Column.number("x" + j)).toList();
        @Nullable String[] given = new String[n];
        for (int i = 0; i < labelled; i++) {
            given[i] = labels.apply(i);
        }
        return new Table("rows", Schema.of(columns), n, cells, null).withLabels("y", given);
    }

    /** The chance of class "yes" depends on two of the features, so that no rule is always right. */
    private static Table noisy(int n, int labelled, SplittableRandom random) {
        return noisy(n, labelled, 1.5, random);
    }

    private static Table noisy(int n, int labelled, double slope, SplittableRandom random) {
        double[] cells = cells(n, random);
        return table(
                cells,
                labelled,
                i -> random.nextDouble() < 1 / (1 + Math.exp(-slope * (cells[i * D] + cells[i * D + 1])))
                        ? "yes"
                        : "no");
    }

    private static Table meaningless(int seed, boolean values) {
        SplittableRandom random = new SplittableRandom(seed);
        return table(
                cells(120, random),
                100,
                i -> values ? String.valueOf(random.nextGaussian()) : random.nextDouble() < 0.7 ? "often" : "seldom");
    }

    @Test
    void theControlIsInTheComparisonAndNeverTaken() {
        Labelled labelled = Label.rows(meaningless(1, false), CHEAP, FIT);
        LabelComparison.Entry control = labelled.comparison().entries().getFirst();
        assertThat(control.method()).isEqualTo(LabelMethod.CONSTANT);
        // About 30 of 100 labels are not of the commonest class.
        assertThat(control.error()).isBetween(0.2, 0.4);
        assertThat(labelled.method()).isNotEqualTo(LabelMethod.CONSTANT);
    }

    /** Of 20 tables without any relation at least 17 are warned of: the interval is one of 95 % for one method, and the best of some is taken. */
    @Test
    void labelsThatTheColumnsDoNotTellAreWarnedOf() {
        for (boolean values : new boolean[] {false, true}) {
            long warned = IntStream.range(0, 20)
                    .filter(seed -> isWarned(Label.rows(meaningless(seed, values), CHEAP, FIT)))
                    .count();
            assertThat(warned).as("values %s", values).isGreaterThanOrEqualTo(17);
        }
        assertThat(isWarned(Label.rows(noisy(300, 200, new SplittableRandom(3)), CHEAP, FIT)))
                .as("there is a relation")
                .isFalse();
    }

    private static boolean isWarned(Labelled labelled) {
        return labelled.notes().stream().anyMatch(note -> note.contains("better than always giving"));
    }

    @Test
    void aGivenMethodIsComparedWithTheControl() {
        Labelled labelled =
                Label.rows(meaningless(5, false), LabelOptions.DEFAULT.withMethod(LabelMethod.NEAREST), FIT);
        assertThat(labelled.comparison().entries())
                .extracting(LabelComparison.Entry::method)
                .containsExactly(LabelMethod.CONSTANT, LabelMethod.NEAREST);
        assertThat(labelled.notes()).anyMatch(note -> note.startsWith("this method is not better than always"));
    }

    @Test
    void classesHaveTheirCountsAndTheirRecall() {
        double[] cells = cells(200, new SplittableRandom(8));
        // The class of a row is the sign of its first feature, but for a third class, which no feature tells.
        Table table = table(cells, 100, i -> i % 10 == 0 ? "odd" : cells[i * D] > 0 ? "over" : "under");
        Labelled labelled = Label.rows(table, LabelOptions.DEFAULT.withMethod(LabelMethod.SOFTMAX), FIT);
        List<ClassResult> classes = labelled.check().classes();
        assertThat(classes).extracting(ClassResult::name).containsExactly("odd", "over", "under");
        assertThat(classes.getFirst().labels()).isEqualTo(10);
        assertThat(classes.stream().mapToLong(ClassResult::labels).sum()).isEqualTo(100);
        assertThat(classes.stream().mapToLong(ClassResult::predicted).sum()).isEqualTo(100);
        assertThat(classes.getFirst().recall()).isLessThan(0.3);
        assertThat(classes.get(1).recall()).isGreaterThan(0.8);
        assertThat(labelled.check().rows())
                .hasSize(20)
                .isSortedAccordingTo((a, b) -> Double.compare(a.probability(), b.probability()));
        assertThat(labelled.check().spread().values()).isEqualTo(100);
    }

    @Test
    void valuesHaveTheirErrorsByRange() {
        double[] cells = cells(200, new SplittableRandom(9));
        Table table = table(cells, 100, i -> String.valueOf(10 * cells[i * D] + 0.5));
        Labelled labelled = Label.rows(table, LabelOptions.DEFAULT.withMethod(LabelMethod.NEAREST), FIT);
        List<ValueRange> ranges = labelled.check().ranges();
        assertThat(ranges).extracting(ValueRange::labels).containsExactly(25L, 25L, 25L, 25L);
        assertThat(ranges.stream().mapToLong(ValueRange::predicted).sum()).isEqualTo(100);
        // The nearest of 12 features says little of one: estimates stay near the mean.
        assertThat(ranges.getFirst().bias()).isPositive();
        assertThat(ranges.getLast().bias()).isNegative();
        assertThat(labelled.check().calibration()).isEmpty();
        assertThat(labelled.check().rows()).hasSize(20);
    }

    @Test
    void fewLabelsAreNotCalibratedAndThatIsSaid() {
        Labelled labelled = Label.rows(
                noisy(200, 49, new SplittableRandom(2)), LabelOptions.DEFAULT.withMethod(LabelMethod.SOFTMAX), FIT);
        Calibration found = labelled.check().calibration().orElseThrow();
        assertThat(found.status()).isEqualTo(Calibration.Status.TOO_FEW_LABELS);
        assertThat(found.temperature()).isEqualTo(1);
        assertThat(found.sentence()).contains("not calibrated", "needs 50 labels", "there are 49");
    }

    /** Softmax regression of 12 features on 60 labels is too certain; so is the nearest neighbour. What is expected is measured on fresh rows. */
    @ParameterizedTest
    @EnumSource(names = {"SOFTMAX", "NEAREST", "SPREAD"})
    void calibratedProbabilitiesAreBetterOnFreshRows(LabelMethod method) {
        double gained = 0;
        for (int seed = 0; seed < 5; seed++) {
            Table table = noisy(2060, 2060, new SplittableRandom(seed));
            LabelOptions options =
                    LabelOptions.DEFAULT.withMethod(method).withSettings(LabelSettings.DEFAULT.withRidge(1e-3));
            Labelled calibrated = Label.hiding(table, 30, options, FIT);
            Labelled plain = Label.hiding(table, 30, options.unchecked(), FIT);
            assertThat(IntStream.range(0, 2000).mapToObj(calibrated::label))
                    .isEqualTo(IntStream.range(0, 2000).mapToObj(plain::label).toList());
            double gain = logLoss(plain, table) - logLoss(calibrated, table);
            // A temperature from 60 rows may cost 10.8 / 120 of log loss where nothing was wrong: see
            // TemperatureFitTest.
            assertThat(gain).as("seed %d", seed).isGreaterThan(-0.09);
            gained += gain / 5;
        }
        assertThat(gained).as("mean of 5 seeds").isGreaterThan(method == LabelMethod.SOFTMAX ? 0.05 : 0);
    }

    private static double logLoss(Labelled labelled, Table table) {
        FloatMatrix probabilities = ((Estimates.Classes) labelled.estimates()).probabilities();
        double sum = 0;
        for (int i = 0; i < labelled.rows().length; i++) {
            int own = "yes".equals(table.label(labelled.rows()[i])) ? 1 : 0;
            sum -= Math.log(probabilities.get(i, own));
        }
        return sum / labelled.rows().length;
    }

    /** The reliability after is of rows that the temperature was not fitted on, and its bins hold each of them once. */
    @Test
    void theReliabilityIsOfHiddenLabels() {
        Labelled labelled = Label.rows(
                noisy(500, 300, 0.7, new SplittableRandom(4)),
                LabelOptions.DEFAULT.withMethod(LabelMethod.NEAREST),
                FIT);
        Calibration found = labelled.check().calibration().orElseThrow();
        assertThat(found.status()).isEqualTo(Calibration.Status.CALIBRATED);
        assertThat(found.rows()).isEqualTo(300);
        Calibration.Quality before = found.before().orElseThrow();
        Calibration.Quality after = found.after().orElseThrow();
        assertThat(after.logLoss()).isLessThan(before.logLoss());
        assertThat(before.reliability()).singleElement().satisfies(bin -> {
            // One neighbour of two classes: (1 + 1/2) / 2.
            assertThat(bin.probability()).isCloseTo(0.75, within(1e-6));
            assertThat(bin.estimates()).isEqualTo(300);
            assertThat(before.error()).isCloseTo(Math.abs(bin.accuracy() - 0.75), within(1e-6));
        });
        double accuracy = before.reliability().getFirst().accuracy();
        assertThat(labelled.probability(0)).isCloseTo((float) accuracy, within(0.01f));
    }

    /** What the output has is what the saved model gives. */
    @ParameterizedTest
    @EnumSource(names = {"SOFTMAX", "NEAREST", "CLUSTER"})
    void aSavedModelGivesTheCalibratedProbabilities(LabelMethod method) {
        Table table = noisy(300, 100, new SplittableRandom(6));
        Labelled labelled = Label.rows(table, LabelOptions.DEFAULT.withMethod(method), FIT);
        assertThat(labelled.check().calibration().orElseThrow().status()).isEqualTo(Calibration.Status.CALIBRATED);
        Path file = folder.resolve(method + ".safetensors");
        labelled.model().orElseThrow().save(file, false);
        FittedModel<?> loaded = FittedModel.load(file);
        assertThat(loaded.provenance().findings()).containsKey("temperature");
        try (Workers workers = Workers.of(1)) {
            FloatMatrix found = ((Classifier) loaded.model())
                    .probabilities(loaded.encoding().encode(table.select(labelled.rows())), workers);
            FloatMatrix given = ((Estimates.Classes) labelled.estimates()).probabilities();
            assertThat(found.values()).isEqualTo(given.values());
        }
    }

    /** A network that learns from its own estimates of unlabelled rows does not carry them away from the labels. */
    @Test
    void estimatesOfAFineTunedNetworkStayNearTheLabels() {
        for (int seed = 0; seed < 3; seed++) {
            double[] cells = cells(60, new SplittableRandom(seed));
            Table table = table(cells, 20, i -> String.valueOf(3.5 + 2 * cells[i * D] + 0.5 * cells[i * D + 1]));
            Labelled labelled = Label.rows(
                    table, LabelOptions.DEFAULT.withMethod(LabelMethod.FINETUNE).unchecked(), FIT);
            double[] known = IntStream.range(0, 20)
                    .mapToDouble(i -> 3.5 + 2 * cells[i * D] + 0.5 * cells[i * D + 1])
                    .toArray();
            double least = Arrays.stream(known).min().orElseThrow();
            double most = Arrays.stream(known).max().orElseThrow();
            double room = (most - least) / 2;
            assertThat(Arrays.stream(((Estimates.Values) labelled.estimates()).values()))
                    .as("seed %d, labels from %f to %f", seed, least, most)
                    .allMatch(value -> value > least - room && value < most + room);
        }
    }
}
