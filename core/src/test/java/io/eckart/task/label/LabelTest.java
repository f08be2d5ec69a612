package io.eckart.task.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eckart.data.Column;
import io.eckart.data.DataException;
import io.eckart.data.Scaling;
import io.eckart.data.Schema;
import io.eckart.data.Table;
import io.eckart.data.Targets;
import io.eckart.numerics.RandomStreams;
import io.eckart.task.FitOptions;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LabelTest {
    private static final long SEED = 17;
    private static final FitOptions FIT = FitOptions.DEFAULT.withThreads(2);
    private static final List<LabelMethod> CHEAP = List.of(
            LabelMethod.SOFTMAX,
            LabelMethod.NEAREST,
            LabelMethod.PCA_SOFTMAX,
            LabelMethod.PCA_NEAREST,
            LabelMethod.SPREAD,
            LabelMethod.SPREAD_COSINE,
            LabelMethod.CLUSTER);

    private static Table table(int d, double[] cells, @Nullable String[] labels) {
        List<Column> columns =
                IntStream.range(0, d).mapToObj(j -> Column.number("x" + j)).toList();
        return new Table("table", Schema.of(columns), labels.length, cells, null).withLabels("y", labels);
    }

    /** Two half circles in each other: a line cannot part them, and what all rows show can. */
    private static Table moons(int n) {
        SplittableRandom random = new RandomStreams(SEED).stream("moons");
        double[] cells = new double[2 * n];
        @Nullable String[] labels = new String[n];
        for (int i = 0; i < n; i++) {
            double angle = Math.PI * random.nextDouble();
            int side = i % 2;
            cells[2 * i] = (side == 0 ? Math.cos(angle) : 1 - Math.cos(angle)) + 0.06 * random.nextGaussian();
            cells[2 * i + 1] = (side == 0 ? Math.sin(angle) : 0.5 - Math.sin(angle)) + 0.06 * random.nextGaussian();
            labels[i] = side == 0 ? "upper" : "lower";
        }
        return table(2, cells, labels);
    }

    /** No groups, and classes parted by a plane across the middle of one cloud: rows without labels say nothing of it. */
    private static Table cloud(int n, int d) {
        SplittableRandom random = new RandomStreams(SEED).stream("cloud");
        double[] cells = random.doubles(n * (long) d).toArray();
        @Nullable String[] labels = new String[n];
        for (int i = 0; i < n; i++) {
            double sum = 0;
            for (int j = 0; j < d; j++) {
                cells[i * d + j] = random.nextGaussian();
                sum += cells[i * d + j] * (j % 2 == 0 ? 1 : -1);
            }
            labels[i] = sum > 0 ? "over" : "under";
        }
        return table(d, cells, labels);
    }

    private static Table withLabels(String... labels) {
        SplittableRandom random = new RandomStreams(SEED).stream("rows");
        return table(
                2,
                random.doubles(2L * labels.length).toArray(),
                Arrays.stream(labels).map(l -> l.isEmpty() ? null : l).toArray(String[]::new));
    }

    @Test
    void rowsWithoutALabelAreOfUseWhereGroupsAreCurved() {
        LabelCurve curve = Label.curve(
                moons(400),
                CurveOptions.DEFAULT.withLevels(List.of(3)).withSeeds(8).withMethods(CHEAP),
                LabelOptions.DEFAULT,
                FIT);
        assertThat(curve.gains())
                .filteredOn(gain -> gain.method() == LabelMethod.SPREAD)
                .allMatch(gain -> gain.verdict() == LabelCurve.Verdict.GAIN)
                .hasSize(1);
        assertThat(curve.claim())
                .startsWith("The rows without a label were of use")
                .contains("spread at 3");
    }

    @Test
    void noGainIsClaimedWhereRowsWithoutALabelSayNothing() {
        LabelCurve curve = Label.curve(
                cloud(600, 8),
                CurveOptions.DEFAULT.withLevels(List.of(3, 10, 30)).withMethods(CHEAP),
                LabelOptions.DEFAULT,
                FIT);
        assertThat(curve.gains())
                .as("seed %d", SEED)
                .hasSize(15)
                .noneMatch(gain -> gain.verdict() == LabelCurve.Verdict.GAIN);
        assertThat(curve.claim()).startsWith("No method gained");
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"CONSTANT", "FINETUNE", "SCRATCH"})
    void everyMethodLabelsClassesAndValues(LabelMethod method) {
        Table moons = moons(120);
        @Nullable String[] classes = new String[120];
        @Nullable String[] values = new String[120];
        for (int i = 0; i < 40; i++) {
            classes[i] = moons.label(i);
            values[i] = String.valueOf(moons.cell(i, 0) * 2 + 0.5);
        }
        Labelled labelled = Label.rows(moons.withLabels("y", classes), LabelOptions.DEFAULT.withMethod(method), FIT);
        long right = IntStream.range(0, 80)
                .filter(i -> labelled.label(i).orElse("").equals(moons.label(40 + i)))
                .count();
        assertThat(right).as("of 80").isGreaterThan(55);
        assertThat(labelled.probability(0)).isBetween(0.5f, 1f);
        Labelled estimated = Label.rows(moons.withLabels("y", values), LabelOptions.DEFAULT.withMethod(method), FIT);
        assertThat(estimated.task()).isEqualTo(LabelTask.REGRESSION);
        double worst = IntStream.range(0, 80)
                .mapToDouble(i ->
                        Math.abs(Double.parseDouble(estimated.label(i).orElse("9")) - moons.cell(40 + i, 0) * 2 - 0.5))
                .average()
                .orElseThrow();
        // The values spread over six; their mean alone is off by 1.4.
        assertThat(worst).isLessThan(0.7);
        assertThat(labelled.model().isPresent()).isEqualTo(method.hasModel());
    }

    @Test
    void theChoiceAndTheLabelsAreTheSameForAnyNumberOfThreads() {
        LabelOptions options = LabelOptions.DEFAULT.withBudget(0.01);
        Labelled one = Label.hiding(moons(300), 8, options, FIT.withThreads(1));
        Labelled three = Label.hiding(moons(300), 8, options, FIT.withThreads(3));
        assertThat(three.method()).isEqualTo(one.method());
        assertThat(three.comparison()).isEqualTo(one.comparison());
        assertThat(three.error()).isEqualTo(one.error());
        assertThat(one.comparison().entries()).anyMatch(entry -> !entry.isCompared());
    }

    @Test
    void spellingsOfANumberAreOneClassAndWordsAreOthers() {
        LabelTargets read = LabelTargets.of(withLabels("1", "1.0", "one", "", "2", "01"), Optional.empty());
        assertThat(read.targets()).isInstanceOfSatisfying(Targets.Classes.class, classes -> {
            assertThat(classes.names()).containsExactly("1", "2", "one");
            assertThat(classes.of()).containsExactly(0, 0, 2, -1, 1, 0);
        });
        assertThat(read.notes())
                .anyMatch(note -> note.contains("'1.0' is taken as '1'"))
                .anyMatch(note -> note.contains("both words and numbers"));
    }

    @Test
    void longNumbersAreOneClassOnlyIfAllTheirDigitsAgree() {
        // As float64 the first three are one number.
        LabelTargets read = LabelTargets.of(
                withLabels("1234567890123456781", "1234567890123456782", "1234567890123456781.0", "1e-400", "2e-400"),
                Optional.of(LabelTask.CLASSIFICATION));
        assertThat(read.targets())
                .isInstanceOfSatisfying(
                        Targets.Classes.class,
                        classes -> assertThat(classes.of()).containsExactly(0, 1, 0, 2, 3));
        LabelTargets values = LabelTargets.of(
                withLabels("1234567890123456781", "2345678901234567890"), Optional.of(LabelTask.REGRESSION));
        assertThat(values.notes()).singleElement().asString().contains("beyond 2^53 are rounded");
    }

    @ParameterizedTest
    @EnumSource(names = {"SOFTMAX", "NEAREST", "PCA_NEAREST", "SPREAD", "CLUSTER"})
    void labelsDoNotDependOnTheLevelOfTheNumbers(LabelMethod method) {
        Table moons = moons(120);
        double[] near = new double[240];
        moons.copyCells(near, 0);
        // Multiples of 2^-12, so that sums are exact.
        Arrays.setAll(near, i -> Math.rint(near[i] * 4096) / 4096);
        double[] far = near.clone();
        Arrays.setAll(far, i -> far[i] + (i % 2 == 0 ? 5_203_000 : 1.7e9));
        @Nullable String[] known = new String[120];
        Arrays.setAll(known, i -> i < 40 ? moons.label(i) : null);
        LabelOptions options = LabelOptions.DEFAULT.withMethod(method).withScaling(Scaling.NONE);
        Labelled low = Label.rows(moons.withCells(near).withLabels("y", known), options, FIT);
        Labelled high = Label.rows(moons.withCells(far).withLabels("y", known), options, FIT);
        assertThat(IntStream.range(0, 80).mapToObj(high::label))
                .isEqualTo(IntStream.range(0, 80).mapToObj(low::label).toList());
    }

    @Test
    void labelsAreValuesWhereTheyAreNotWholeOrMostlyDifferent() {
        assertThat(LabelTargets.of(withLabels("1.5", "2", "3"), Optional.empty())
                        .targets())
                .isInstanceOf(Targets.Values.class);
        String[] counts = IntStream.range(0, 26).mapToObj(String::valueOf).toArray(String[]::new);
        assertThat(LabelTargets.of(withLabels(counts), Optional.empty()).targets())
                .isInstanceOf(Targets.Classes.class);
        String[] prices = IntStream.range(0, 26)
                .mapToObj(i -> String.valueOf(100 + 7 * i * i))
                .toArray(String[]::new);
        assertThat(LabelTargets.of(withLabels(prices), Optional.empty()).targets())
                .isInstanceOf(Targets.Values.class);
    }

    @Test
    void badLabelsAreRefusedWithTheWayOut() {
        refused(withLabels("a", "a", ""), "one class only, 'a'");
        refused(withLabels("", "", ""), "no label in any of its 3 rows");
        refused(withLabels("a", "b", "a"), "nothing to label");
        refused(withLabels("1.5", "1.5", ""), "same label");
        assertThatThrownBy(() ->
                        Label.rows(withLabels("a", "1", ""), LabelOptions.DEFAULT.withTask(LabelTask.REGRESSION), FIT))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("'a', which is not a number");
        assertThatThrownBy(() -> Label.hiding(withLabels("a", "b", "a"), 5, LabelOptions.DEFAULT, FIT))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("none is left to hide");
    }

    private static void refused(Table table, String message) {
        assertThatThrownBy(() -> Label.rows(table, LabelOptions.DEFAULT, FIT))
                .isInstanceOf(DataException.class)
                .hasMessageContaining(message);
    }

    /** One label of each class: nothing can be hidden, and that is said. */
    @Test
    void withOneLabelOfEachClassNothingIsCompared() {
        Labelled labelled = Label.hiding(moons(60), 1, LabelOptions.DEFAULT, FIT);
        assertThat(labelled.method()).isEqualTo(LabelMethod.SPREAD);
        assertThat(labelled.methodReason()).contains("no class has two labels");
    }

    @Test
    void missingCellsAndConstantColumnsAreNoObstacle() {
        Table moons = moons(100);
        double[] cells = new double[300];
        @Nullable String[] labels = new String[100];
        for (int i = 0; i < 100; i++) {
            cells[3 * i] = i % 7 == 0 ? Double.NaN : 5 * moons.cell(i, 0);
            cells[3 * i + 1] = moons.cell(i, 1);
            cells[3 * i + 2] = 4;
            labels[i] = i < 30 ? moons.label(i) : null;
        }
        Arrays.fill(cells, 3 * 50, 3 * 51, Double.NaN);
        for (LabelMethod method : CHEAP) {
            Labelled labelled = Label.rows(table(3, cells, labels), LabelOptions.DEFAULT.withMethod(method), FIT);
            assertThat(labelled.unknown()).as(method.word()).isEqualTo(1);
            assertThat(labelled.label(20)).as(method.word()).isEmpty();
        }
    }

    /** Whenever it is asked to stop: no labels of half a run come out, also of methods that would end with the best so far. */
    @ParameterizedTest
    @EnumSource(names = {"SOFTMAX", "SPREAD", "AUTOENCODER_SOFTMAX", "FINETUNE"})
    void aRunThatIsStoppedGivesNoLabels(LabelMethod method) {
        Table moons = moons(60);
        @Nullable String[] labels = new String[60];
        IntStream.range(0, 20).forEach(i -> labels[i] = moons.label(i));
        Table table = moons.withLabels("y", labels);
        for (int after : new int[] {0, 1}) {
            AtomicInteger asked = new AtomicInteger();
            FitOptions stopped = FIT.withStop(() -> asked.getAndIncrement() >= after);
            assertThatThrownBy(() -> Label.rows(table, LabelOptions.DEFAULT.withMethod(method), stopped))
                    .as("%s, asked %d times before", method.word(), after)
                    .isInstanceOf(CancellationException.class)
                    .hasMessageStartingWith("asked to stop");
        }
    }
}
