package io.eckart.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.eckart.RealData;
import io.eckart.data.Scaling;
import io.eckart.data.Table;
import io.eckart.data.file.Tables;
import io.eckart.data.format.ReadOptions;
import io.eckart.model.Pca;
import io.eckart.model.fitted.FittedModel;
import io.eckart.model.fitted.RowScore;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.Workers;
import io.eckart.task.fit.Fit;
import io.eckart.task.score.Ranking;
import io.eckart.task.score.RowScorer;
import io.eckart.training.PcaConfig;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Areas under the ROC curve on four public sets of odd rows (ADBench), fitted on the first half of the normal rows in file order,
 * standardised on them, judged on the rest. The figures were made with NumPy 2.4.6 in float64.
 */
class OddRowsOracleTest {
    /** Columns without a spread in the rows fitted on. */
    private static final Map<String, Set<String>> CONSTANT = Map.of("cardio", Set.of("x5"));

    private static final FitOptions OPTIONS =
            FitOptions.DEFAULT.withScaling(Scaling.STANDARD).withThreads(2);

    @ParameterizedTest
    @CsvSource({
        "thyroid, 66.14, 66.14, 98.55, 98.17",
        "cardio, 90.51, 89.39, 96.55, 91.13",
        "satimage2, 99.89, 99.93, 98.17, 99.67",
        "shuttle, 99.48, 98.78, 99.35, 99.41"
    })
    void scoresReachTheKnownAreas(String set, double at80, double at90, double norm, double full) {
        Table all = Tables.read(
                RealData.file("adbench_" + set + "/" + set + ".csv.gz"),
                ReadOptions.DEFAULT.withLabel("label").withIgnored(CONSTANT.getOrDefault(set, Set.of())));
        int[] normal =
                IntStream.range(0, all.rows()).filter(i -> !isOdd(all, i)).toArray();
        Table train = all.select(IntStream.of(normal).limit(normal.length / 2).toArray());
        int last = normal[normal.length / 2 - 1];
        Table test = all.select(IntStream.range(0, all.rows())
                .filter(i -> i > last || isOdd(all, i))
                .toArray());
        assertAreas(set, PcaConfig.keepingEnergy(.8), train, test, at80, norm);
        assertAreas(set, PcaConfig.keepingEnergy(.9), train, test, at90, norm);
        RowScores whole = scores(PcaConfig.components(all.width()), train, test);
        assertThat(area(whole, RowScore.MAHALANOBIS, test)).as(set).isCloseTo(full, within(.3));
        assertThat(area(whole, RowScore.SUM, test))
                .as("%s: with k = d nothing is lost, and the sum ranks as the distance does", set)
                .isCloseTo(full, within(.3));
    }

    private static void assertAreas(String set, PcaConfig config, Table train, Table test, double error, double norm) {
        RowScores scores = scores(config.withCenter(true), train, test);
        double measured = area(scores, RowScore.ERROR, test);
        double distance = area(scores, RowScore.MAHALANOBIS, test);
        assertThat(measured).as(set).isCloseTo(error, within(.3));
        assertThat(area(scores, RowScore.NORM, test)).as(set).isCloseTo(norm, within(.3));
        double sum = area(scores, RowScore.SUM, test);
        assertThat(sum)
                .as("%s: error %s, distance %s", set, measured, distance)
                .isGreaterThan(Math.max(measured, distance) - 2);
    }

    private static RowScores scores(PcaConfig config, Table train, Table test) {
        FittedModel<Pca> fitted = Fit.pca(train, config, OPTIONS).model();
        FloatMatrix rows = fitted.encoding().encode(test);
        try (Workers workers = Workers.of(2)) {
            return RowScorer.of(fitted).score(rows, workers);
        }
    }

    private static double area(RowScores scores, RowScore score, Table test) {
        boolean[] odd = new boolean[test.rows()];
        for (int i = 0; i < odd.length; i++) {
            odd[i] = isOdd(test, i);
        }
        return 100 * Ranking.areaUnderRoc(scores.of(score), odd);
    }

    private static boolean isOdd(Table table, int row) {
        return Double.parseDouble(String.valueOf(table.label(row))) == 1;
    }
}
