package io.eckart.training.pca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.eckart.RealData;
import io.eckart.data.DataException;
import io.eckart.data.Encoding;
import io.eckart.data.FeatureSource;
import io.eckart.data.Features;
import io.eckart.data.Scaling;
import io.eckart.data.Table;
import io.eckart.data.TableSource;
import io.eckart.data.file.Tables;
import io.eckart.data.format.ReadOptions;
import io.eckart.data.synthetic.LowRank;
import io.eckart.model.Pca;
import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.RandomStreams;
import io.eckart.numerics.Workers;
import io.eckart.task.Evaluation;
import io.eckart.task.fit.Certificate;
import io.eckart.task.fit.PrincipalAngles;
import io.eckart.training.ChunkedFeatures;
import io.eckart.training.PcaConfig;
import io.eckart.training.PcaFit;
import io.eckart.training.PcaSolver;
import io.eckart.training.TrainingListener;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PcaTrainerTest {
    private static final long SEED = 151;

    static PcaFit fit(FloatMatrix rows, PcaConfig config, int threads) {
        return fit(Features.of(rows), config, threads);
    }

    static PcaFit fit(FeatureSource rows, PcaConfig config, int threads) {
        try (Workers workers = Workers.of(threads)) {
            return new PcaTrainer(config, new RandomStreams(SEED), workers, TrainingListener.SILENT).fit(rows);
        }
    }

    private static Evaluation evaluate(FloatMatrix rows, Pca model) {
        try (Workers workers = Workers.of(2)) {
            return Evaluation.of(Features.of(rows), model, workers);
        }
    }

    /** Rows with a mean and a falling spectrum. */
    static FloatMatrix rows(int n, int d) {
        SplittableRandom random = new RandomStreams(SEED).stream("rows " + n + " " + d);
        FloatMatrix rows = FloatMatrix.zeros(n, d);
        double[] mixing = new double[d * d];
        Arrays.setAll(mixing, i -> random.nextGaussian() / (1 + i / d));
        for (int i = 0; i < n; i++) {
            for (int p = 0; p < d; p++) {
                double z = random.nextGaussian() + 0.5;
                for (int j = 0; j < d; j++) {
                    rows.values()[i * d + j] += (float) (z * mixing[p * d + j]);
                }
            }
        }
        return rows;
    }

    @ParameterizedTest
    @CsvSource({"200,25,4", "50,13,13", "13,40,5", "100,1,1", "6,6,2", "4,100,4", "1,5,1"})
    void everySolverFindsTheSameSubspaceOnTheSameScale(int n, int d, int k) {
        FloatMatrix rows = rows(n, d);
        for (boolean center : new boolean[] {false, n > 1}) {
            int most = center ? Math.min(k, n - 1) : k;
            PcaConfig config = PcaConfig.components(most).withCenter(center);
            PcaFit moments = fit(rows, config.withSolver(PcaSolver.MOMENTS), 2);
            PcaFit svd = fit(rows, config.withSolver(PcaSolver.THIN_SVD), 2);
            PcaFit randomized = fit(rows, config.withSolver(PcaSolver.RANDOMIZED), 2);
            for (PcaFit other : List.of(svd, randomized)) {
                assertSameModel(moments.model(), other.model(), other.solver() + " " + n + " x " + d + " " + center);
            }
        }
    }

    private static void assertSameModel(Pca expected, Pca actual, String what) {
        double total = expected.parameters().totalEnergy();
        assertThat(actual.parameters().totalEnergy()).as(what).isCloseTo(total, within(1e-6 * total));
        for (int i = 0; i < expected.codeSize(); i++) {
            // Moments square the condition: an energy is right to float32 block products, 1e-7 of the total. The range
            // finder's oversampling covers these small matrices nearly whole.
            assertThat(actual.parameters().energy(i))
                    .as(what + ", component " + i)
                    .isCloseTo(expected.parameters().energy(i), within(1e-3 * total / (i + 1)));
        }
        assertThat(actual.parameters().optimum())
                .as(what)
                .isCloseTo(expected.parameters().optimum(), within(2e-3 * total));
    }

    @ParameterizedTest
    @CsvSource({"300,20,3,false", "300,20,3,true", "12,50,4,false", "12,50,4,true", "500,64,16,false"})
    void theMeasuredErrorIsTheExactOptimum(int n, int d, int k, boolean center) {
        FloatMatrix rows = rows(n, d);
        PcaFit fit = fit(rows, PcaConfig.components(k).withCenter(center), 2);
        double error = evaluate(rows, fit.model()).errorPerSample();
        // float32 rows and codes: the projection is off by rounding, the error by its square.
        assertThat(Certificate.of(fit.model().parameters(), error).gap()).isCloseTo(0, within(1e-6));
    }

    @Test
    void plantedEigenvaluesAreRecovered() {
        List<Double> planted = List.of(9.0, 4.0, 1.0, 0.25);
        LowRank.Sample sample = new LowRank(20_000, 30, planted, 0, SEED).generate();
        PcaFit fit = fit(sample.values().toFloat(), PcaConfig.components(4), 2);
        for (int i = 0; i < 4; i++) {
            assertThat(fit.model().parameters().energy(i)).isCloseTo(planted.get(i), within(1e-5 * planted.get(i)));
        }
        double[] angles = PrincipalAngles.between(fit.model().components(), sample.components());
        // acos loses half the digits near 1.
        assertThat(Arrays.stream(angles).max().orElseThrow()).isLessThan(1e-4);
        // Many rows, and nothing is left: the float64 pass must have been made, for float32 products leave 1e-8 of it.
        assertThat(fit.passes()).isEqualTo(2);
        assertThat(fit.reason()).contains("2 passes over the rows");
        assertThat(fit.model().parameters().optimum())
                .isLessThan(1e-10 * fit.model().parameters().totalEnergy());
    }

    @Test
    void fewRowsAreSummedInFloat64() {
        FloatMatrix rows = rows(500, 64);
        Pca moments = fit(rows, PcaConfig.components(16).withSolver(PcaSolver.MOMENTS), 2)
                .model();
        Pca svd = fit(rows, PcaConfig.components(16).withSolver(PcaSolver.THIN_SVD), 2)
                .model();
        double total = svd.parameters().totalEnergy();
        // float32 products of these rows are off by more than 1e-9 of the total, float64 ones by rounding.
        assertThat(moments.parameters().optimum()).isCloseTo(svd.parameters().optimum(), within(1e-12 * total));
    }

    @Test
    void theSmallestNumberOfComponentsThatKeepsTheEnergyIsTaken() {
        LowRank.Sample sample = new LowRank(300, 10, List.of(50.0, 30.0, 15.0, 5.0), 0, SEED).generate();
        FloatMatrix rows = sample.values().toFloat();
        for (PcaSolver solver : List.of(PcaSolver.MOMENTS, PcaSolver.THIN_SVD, PcaSolver.RANDOMIZED)) {
            assertThat(kept(rows, 0.49, solver)).as("%s", solver).isEqualTo(1);
            assertThat(kept(rows, 0.79, solver)).as("%s", solver).isEqualTo(2);
            assertThat(kept(rows, 0.94, solver)).as("%s", solver).isEqualTo(3);
            assertThat(kept(rows, 0.96, solver)).as("%s", solver).isEqualTo(4);
        }
    }

    private static int kept(FloatMatrix rows, double part, PcaSolver solver) {
        return fit(rows, PcaConfig.keepingEnergy(part).withSolver(solver), 2)
                .model()
                .codeSize();
    }

    @Test
    void solversAreChosenByShape() {
        assertThat(PcaTrainer.solverFor(60_000, 784)).isEqualTo(PcaSolver.MOMENTS);
        assertThat(PcaTrainer.solverFor(100, 60_000)).isEqualTo(PcaSolver.THIN_SVD);
        assertThat(PcaTrainer.solverFor(60_000, 60_000)).isEqualTo(PcaSolver.RANDOMIZED);
        assertThat(PcaTrainer.solverFor(5000, 6000)).isEqualTo(PcaSolver.RANDOMIZED);
    }

    @Test
    void oneHundredRowsOfSixtyThousandFeaturesWork() {
        FloatMatrix rows = FloatMatrix.zeros(100, 60_000);
        SplittableRandom random = new RandomStreams(SEED).stream("wide");
        for (int i = 0; i < rows.values().length; i++) {
            rows.values()[i] = (float) random.nextDouble();
        }
        PcaFit fit = fit(rows, PcaConfig.components(5), 2);
        assertThat(fit.solver()).isEqualTo(PcaSolver.THIN_SVD);
        double error = evaluate(rows, fit.model()).errorPerSample();
        assertThat(Certificate.of(fit.model().parameters(), error).gap()).isCloseTo(0, within(1e-6));
    }

    @ParameterizedTest
    @EnumSource(PcaSolver.class)
    void anyNumberOfThreadsGivesTheSameBits(PcaSolver solver) {
        FloatMatrix rows = rows(3000, 40);
        PcaConfig config = PcaConfig.components(6).withCenter(true).withSolver(solver);
        Pca one = fit(rows, config, 1).model();
        for (int threads : new int[] {2, 3}) {
            Pca many = fit(rows, config, threads).model();
            assertThat(many.components().values()).isEqualTo(one.components().values());
            assertThat(many.parameters().singularValues())
                    .isEqualTo(one.parameters().singularValues());
        }
    }

    @Test
    void theOriginIsTheSameInFitEncodeAndReconstruct() {
        FloatMatrix rows = rows(200, 8);
        float[] far = rows.values().clone();
        for (int i = 0; i < far.length; i++) {
            far[i] += 1000;
        }
        FloatMatrix shifted = new FloatMatrix(200, 8, far);
        PcaConfig config = PcaConfig.components(3).withCenter(true);
        Pca model = fit(shifted, config, 2).model();
        double near = evaluate(rows, fit(rows, config, 2).model()).errorPerSample();
        // A float32 cell near 1000 is right to 3e-5, so the rows themselves moved.
        assertThat(evaluate(shifted, model).errorPerSample()).isCloseTo(near, within(1e-4 * near));
        try (Workers workers = Workers.of(1)) {
            FloatMatrix mean = new FloatMatrix(1, 8, model.featureMeans());
            assertThat(model.encode(mean, workers).values()).containsOnly(0);
            assertThat(model.reconstruct(mean, workers).values()).containsExactly(model.featureMeans());
        }
    }

    @Test
    void allComponentsGiveTheIdentity() {
        FloatMatrix rows = rows(60, 7);
        Pca model = fit(rows, PcaConfig.components(7), 2).model();
        try (Workers workers = Workers.of(2)) {
            float[] again = model.reconstruct(rows, workers).values();
            for (int i = 0; i < again.length; i++) {
                assertThat(again[i]).isCloseTo(rows.values()[i], within(1e-4f));
            }
        }
    }

    @Test
    void constantRowsAndColumnsAreLegal() {
        FloatMatrix constant = new FloatMatrix(3, 2, new float[] {2, 1, 2, 1, 2, 1});
        Pca plain = fit(constant, PcaConfig.components(1), 1).model();
        assertThat(plain.parameters().optimum()).isCloseTo(0, within(1e-12));
        assertThat(plain.parameters().energy(0)).isCloseTo(5, within(1e-12));
        Pca centered =
                fit(constant, PcaConfig.keepingEnergy(0.95).withCenter(true), 1).model();
        assertThat(centered.codeSize()).isEqualTo(1);
        assertThat(centered.parameters().totalEnergy()).isZero();
        assertThat(centered.parameters().energyRatios()).containsOnly(0);
    }

    @Test
    void moreComponentsThanTheDataCanHaveIsAnError() {
        assertThatThrownBy(() -> fit(rows(5, 3), PcaConfig.components(4), 1))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("k = 4")
                .hasMessageContaining("from 1 to 3");
        assertThatThrownBy(() -> fit(rows(2, 3), PcaConfig.components(3), 1))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("from 1 to 2");
        assertThatThrownBy(() -> fit(FloatMatrix.zeros(0, 3), PcaConfig.components(1), 1))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("no rows");
        assertThatThrownBy(() -> PcaConfig.components(0)).hasMessageContaining("at least 1, got 0");
        assertThatThrownBy(() -> PcaConfig.keepingEnergy(1.5)).hasMessageContaining("at most 1");
    }

    @Test
    void chunksOfAStreamGiveTheBitsOfTheWhole() {
        Table table = Tables.read(RealData.file("iris/iris.csv.gz"), ReadOptions.DEFAULT.withLabel("label"));
        Encoding encoding = Encoding.fit(table, Scaling.STANDARD);
        PcaConfig config = PcaConfig.components(2);
        Pca whole = fit(encoding.encode((TableSource) table), config, 1).model();
        Pca chunked =
                fit(new ChunkedFeatures(encoding.encode(table), 7), config, 2).model();
        assertThat(chunked.components().values()).isEqualTo(whole.components().values());
        assertThat(chunked.parameters().totalEnergy())
                .isEqualTo(whole.parameters().totalEnergy());
    }

    @Test
    void moreRowsThanFeaturesOrFewerIsOneScale() {
        FloatMatrix rows = rows(30, 30);
        double[] tall = fit(stack(rows, 2), PcaConfig.components(3), 1)
                .model()
                .parameters()
                .energyRatios();
        double[] square = fit(rows, PcaConfig.components(3).withSolver(PcaSolver.THIN_SVD), 1)
                .model()
                .parameters()
                .energyRatios();
        for (int i = 0; i < 3; i++) {
            assertThat(tall[i]).isCloseTo(square[i], within(1e-6));
        }
    }

    /** The same rows again and again: the mean energies do not change. */
    private static FloatMatrix stack(FloatMatrix rows, int times) {
        FloatMatrix stacked = FloatMatrix.zeros(times * rows.rows(), rows.columns());
        for (int t = 0; t < times; t++) {
            System.arraycopy(rows.values(), 0, stacked.values(), t * rows.values().length, rows.values().length);
        }
        return stacked;
    }

    @Test
    void componentsAreOrthonormalAndTheirLargestEntryIsPositive() {
        DoubleMatrix components =
                fit(rows(200, 25), PcaConfig.components(5), 2).model().components();
        for (int i = 0; i < 5; i++) {
            double[] row = components.copyRows(i, i + 1).values();
            double extreme = Arrays.stream(row).reduce(0, (a, b) -> Math.abs(b) > Math.abs(a) ? b : a);
            assertThat(extreme).isPositive();
            for (int j = 0; j <= i; j++) {
                double product = 0;
                for (int f = 0; f < 25; f++) {
                    product += row[f] * components.get(j, f);
                }
                assertThat(product).isCloseTo(i == j ? 1 : 0, within(1e-12));
            }
        }
    }
}
