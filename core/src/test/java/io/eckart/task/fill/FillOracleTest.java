package io.eckart.task.fill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.eckart.RealData;
import io.eckart.data.Encoding;
import io.eckart.data.Scaling;
import io.eckart.data.Table;
import io.eckart.data.file.Tables;
import io.eckart.data.format.ReadOptions;
import io.eckart.model.Filler;
import io.eckart.model.NeighbourWeights;
import io.eckart.model.fitted.FittedModel;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.RandomStreams;
import io.eckart.numerics.Workers;
import io.eckart.task.FitOptions;
import io.eckart.training.GaussianConfig;
import io.eckart.training.MaskedConfig;
import io.eckart.training.NeighboursConfig;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Root mean square errors over hidden cells of real data. Every cell is hidden with probability p, columns are scaled to [0, 1] by
 * what is observed, errors are divided by those of the column means. Means over five masks of an independent implementation in
 * NumPy (15 iterations of EM) stand in the tables.
 */
class FillOracleTest {
    private static final FillMethod MEANS = new FillMethod.Means();
    private static final FillMethod NORMAL = new FillMethod.Normal(GaussianConfig.DEFAULT);
    private static final FillMethod MASKED = new FillMethod.Masked(MaskedConfig.DEFAULT);
    private static final FillMethod NEIGHBOURS =
            new FillMethod.Neighbours(new NeighboursConfig(5, NeighbourWeights.UNIFORM));

    static Table table(String name) {
        return switch (name) {
            case "red", "white" -> {
                ReadOptions options = ReadOptions.DEFAULT.withLabel("color").withIgnored(Set.of("quality"));
                Table all = Tables.read(RealData.file("wine_quality/wine_quality.csv.gz"), options);
                yield all.select(IntStream.range(0, all.rows())
                        .filter(i -> name.equals(all.label(i)))
                        .toArray());
            }
            default ->
                Tables.read(RealData.file(name + "/" + name + ".csv.gz"), ReadOptions.DEFAULT.withLabel("label"));
        };
    }

    private static double rmse(Table table, double p, int seed, FillMethod method) {
        boolean[] hidden = new Missingness(Missingness.Mechanism.MCAR, p).choose(table, new RandomStreams(seed));
        Table holed = Missingness.hide(table, hidden);
        FitOptions options = FitOptions.DEFAULT.withScaling(Scaling.MINMAX).withThreads(2);
        FittedModel<?> fitted = Fill.with(holed, method, options);
        return rmse(fitted, table, holed, hidden);
    }

    private static double rmse(FittedModel<?> fitted, Table table, Table holed, boolean[] hidden) {
        Encoding encoding = fitted.encoding();
        FloatMatrix truth = encoding.encode(table);
        try (Workers workers = Workers.of(2)) {
            FloatMatrix filled = ((Filler) fitted.model()).fill(encoding.encode(holed), workers);
            double sum = 0;
            long count = 0;
            for (int i = 0; i < hidden.length; i++) {
                double error = (double) truth.values()[i] - filled.values()[i];
                sum += hidden[i] ? error * error : 0;
                count += hidden[i] ? 1 : 0;
            }
            return Math.sqrt(sum / count);
        }
    }

    private static double ratio(String set, double p, FillMethod method, int masks) {
        Table table = table(set);
        double sum = 0;
        for (int seed = 0; seed < masks; seed++) {
            sum += rmse(table, p, seed, method) / rmse(table, p, seed, MEANS);
        }
        return sum / masks;
    }

    @ParameterizedTest
    @CsvSource({
        "red,.1,.668",
        "red,.3,.723",
        "red,.5,.801",
        "white,.1,.724",
        "white,.3,.776",
        "white,.5,.837",
        "breast_cancer,.1,.301",
        "breast_cancer,.3,.375",
        "breast_cancer,.5,.452"
    })
    @Tag("long")
    void theNormalDistributionReachesItsTable(String set, double p, double wanted) {
        double ratio = ratio(set, p, NORMAL, 5);
        System.out.printf("%s, p = %s: %.3f (%s)%n", set, p, ratio, wanted);
        assertThat(ratio).isCloseTo(wanted, within(0.02));
    }

    @Test
    void theNormalDistributionReachesOneCellOfTheTable() {
        // One mask of five: their standard deviation is about .015 here.
        assertThat(ratio("breast_cancer", 0.3, NORMAL, 1)).isCloseTo(0.375, within(0.03));
    }

    @ParameterizedTest
    @CsvSource({"red,.1", "red,.3", "white,.1", "white,.3"})
    @Tag("long")
    void maskedAutoencodersBeatTheNormalDistribution(String set, double p) {
        double masked = ratio(set, p, MASKED, 2);
        double normal = ratio(set, p, NORMAL, 2);
        System.out.printf("%s, p = %s: masked %.3f, normal %.3f%n", set, p, masked, normal);
        assertThat(masked).isLessThan(normal - 0.01);
    }

    @Test
    @Tag("long")
    void lettersAreFilledByTheirNeighbours() {
        Table letters = table("letter");
        assertThat(rmse(letters, 0.2, 0, NORMAL)).isCloseTo(0.110, within(0.002));
        assertThat(rmse(letters, 0.2, 0, NEIGHBOURS)).isCloseTo(0.070, within(0.002));
    }

    @Test
    @Tag("long")
    void spamReachesItsFigure() {
        assertThat(rmse(table("spambase"), 0.2, 0, NORMAL)).isCloseTo(0.051, within(0.003));
    }

    @ParameterizedTest
    @CsvSource({"red,.3", "breast_cancer,.1"})
    @Tag("long")
    void theChoiceIsNearTheBestOne(String set, double p) {
        Table table = table(set);
        boolean[] hidden = new Missingness(Missingness.Mechanism.MCAR, p).choose(table, new RandomStreams(0));
        Table holed = Missingness.hide(table, hidden);
        FitOptions options = FitOptions.DEFAULT.withScaling(Scaling.MINMAX).withThreads(2);
        Fill.Choice choice = Fill.auto(holed, FillPlan.DEFAULT, options);
        double chosen = rmse(choice.model(), table, holed, hidden);
        TreeMap<Double, String> all = new TreeMap<>();
        for (FillComparison.Entry entry : choice.comparison().entries()) {
            all.put(rmse(table, p, 0, entry.method()), entry.method().name());
        }
        System.out.println(set + " " + p + ": " + choice.comparison().winner().name() + " " + chosen + " of " + all);
        assertThat(chosen).isLessThan(1.02 * all.firstKey());
    }
}
