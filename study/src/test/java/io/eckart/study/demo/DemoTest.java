package io.eckart.study.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.eckart.study.demo.DamagedDigits.GivenBack;
import io.eckart.study.demo.ParameterizationRuns.Run;
import io.eckart.task.FitOptions;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demonstration at small size: its controls, its truth, and that it repeats. */
@SuppressWarnings("NullAway.Init") // set before all tests
class DemoTest {
    private static final FitOptions OPTIONS = FitOptions.DEFAULT.withSeed(42);

    @TempDir
    static Path folder;

    private static DemoFindings found;

    @BeforeAll
    static void run() {
        found = demo(2);
    }

    private static DemoFindings demo(int threads) {
        return new Demo(folder, DemoSize.SMALL, OPTIONS.withThreads(threads), true).run();
    }

    @Test
    void theSameSeedGivesTheSameBitsForAnyNumberOfThreads() {
        assertThat(demo(1)).isEqualTo(found);
    }

    @Test
    void anotherSeedGivesOtherNumbers() {
        DemoFindings other = new Demo(folder, DemoSize.SMALL, OPTIONS.withSeed(1), true).run();
        assertThat(other.digits()).isNotEqualTo(found.digits());
        assertThat(other.holes()).isNotEqualTo(found.holes());
    }

    @Test
    void everyParameterizationIsNextToPcaInEverySetting() {
        List<Run> runs = found.parameterizations().runs();
        assertThat(runs).hasSize(20);
        assertThat(runs).filteredOn(run -> run.model().equals("pca")).hasSize(4);
        assertThat(runs)
                .allMatch(
                        run -> run.error() - run.optimum() > -1e-9,
                        "nothing is better than the optimum, but for rounding");
    }

    /** At k below d on clean rows the least error is that of Eckart and Young; 1e-6 is where training calls it reached. */
    @Test
    void aNarrowCodeReachesTheOptimumOfCleanRows() {
        assertThat(found.parameterizations().of(4, 0)).hasSize(5).allMatch(run -> run.gap() < 1e-6);
    }

    @Test
    void trainingReachesTheBestOfEachForm() {
        assertThat(found.parameterizations().runs())
                .filteredOn(run -> !run.model().equals("pca"))
                .allMatch(run -> run.formGap() < 1e-6);
    }

    /** Both project on the same subspace, and neither can shrink; 1e-6 is where training ends. */
    @Test
    void underNoiseThePseudoInverseIsPca() {
        List<Run> noisy = found.parameterizations().of(4, 0.5);
        assertThat(noisy.get(1).model()).isEqualTo("pinv");
        assertThat(noisy.get(1).gap())
                .isEqualTo(noisy.get(4).gap(), within(1e-6))
                .isGreaterThan(1e-3);
        assertThat(noisy.get(3).gap()).isLessThan(1e-6);
    }

    @Test
    void aWideCodeCopiesUnlessItIsTrainedWithNoise() {
        // Errors of 1e-9 of the energy are distances of 3e-5 in the directions of least energy and more.
        assertThat(found.parameterizations().of(48, 0)).allMatch(run -> run.identityDistance() < 0.01);
        List<Run> noisy = found.parameterizations().of(48, 0.5);
        assertThat(noisy)
                .filteredOn(run -> run.identityDistance() < 0.01)
                .extracting(Run::model)
                .containsExactly("pinv", "pca");
    }

    /** The mean square of 4,000 normal numbers of variance 0.25 is within 5 of its deviations, each 0.0056. */
    @Test
    void theErrorOfWhatIsNotGivenBackIsTheNoise() {
        GivenBack first = found.digits().noisy().getFirst();
        assertThat(first.what()).isEqualTo("with noise");
        assertThat(first.error()).isEqualTo(0.25, within(0.028));
    }

    @Test
    void modelsBeatTheirControls() {
        assertThat(error(found.digits().noisy(), "PCA"))
                .isLessThan(error(found.digits().noisy(), "with noise") / 2);
        List<GivenBack> erased = found.digits().erased();
        assertThat(error(erased, "PCA, gaps left out")).isLessThan(error(erased, "PCA, gaps fed as zeros"));
        for (String model : List.of("P4, gaps left out", "P4, gaps fed as zeros", "network, gaps marked")) {
            assertThat(error(erased, model)).as(model).isLessThan(error(erased, "a quarter erased") / 2);
        }
    }

    private static double error(List<GivenBack> all, String what) {
        return all.stream()
                .filter(one -> one.what().equals(what))
                .findFirst()
                .orElseThrow()
                .error();
    }

    @Test
    void thePicturesHaveALineForEachErrorAndOneForTheTruth() {
        DemoFindings.Pictures pictures = found.pictures();
        assertThat(pictures.noisy().views()).hasSize(found.digits().noisy().size() + 1);
        assertThat(pictures.erased().views()).hasSize(found.digits().erased().size() + 1);
        assertThat(pictures.noisy().rows())
                .extracting(row -> row.label())
                .containsExactly("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
    }

    @Test
    void holesAreFilledBetterThanByMeans() {
        FilledHoles holes = found.holes();
        assertThat(holes.patternsFound()).isEqualTo(holes.plantedPatterns());
        assertThat(holes.ways().getFirst().what()).isEqualTo("column means");
        assertThat(holes.ways().stream().skip(1))
                .allMatch(way -> way.error() < holes.ways().getFirst().error() / 2);
        assertThat(holes.measuredCells()).isBetween(1, holes.missingCells());
        assertThat(found.pictures().cells()).hasSize(2 * holes.measuredCells());
    }

    @Test
    void brokenRowsAreCountedTheSameWayTwice() {
        BrokenRows rows = found.brokenRows();
        assertThat(rows.faults().stream()
                        .mapToInt(BrokenRows.FaultKind::planted)
                        .sum())
                .isEqualTo(rows.broken());
        assertThat(rows.faults().stream()
                        .mapToInt(BrokenRows.FaultKind::foundByError)
                        .sum())
                .isEqualTo(rows.scores().getFirst().found());
        assertThat(rows.faults().stream()
                        .mapToInt(BrokenRows.FaultKind::foundByNorm)
                        .sum())
                .isEqualTo(rows.scores().getLast().found());
        assertThat(rows.scores().getFirst().auc())
                .isGreaterThan(rows.scores().getLast().auc());
    }

    @Test
    void accuraciesAreNextToThatOfTheCommonestDigit() {
        FewLabels labels = found.labels();
        assertThat(labels.labels()).isEqualTo(30);
        assertThat(labels.unlabelled()).isEqualTo(DemoSize.SMALL.unlabelled());
        // Every ten drawings have each digit once.
        assertThat(labels.ways().getFirst().accuracy()).isEqualTo(0.1);
        assertThat(labels.ways().stream().skip(1)).allMatch(way -> way.accuracy() > 0.2);
        assertThat(found.pictures().labelled().rows()).hasSize(30);
        assertThat(found.pictures().map())
                .filteredOn(point -> point.verdict().equals("has a label"))
                .hasSize(30);
    }

    @Test
    void dataAndModelsAreLeft() {
        for (String name :
                List.of(Demo.SENSORS, Demo.SENSORS_PCA, Demo.DIGITS, Demo.DIGITS_UNROLLED, Demo.DIGITS_NETWORK)) {
            assertThat(folder.resolve(name)).isNotEmptyFile();
        }
    }
}
