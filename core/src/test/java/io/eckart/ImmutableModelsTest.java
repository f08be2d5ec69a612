package io.eckart;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.eckart.data.ColumnRanges;
import io.eckart.data.Encoding;
import io.eckart.data.Table;
import io.eckart.model.Blend;
import io.eckart.model.Classifier;
import io.eckart.model.Constant;
import io.eckart.model.Encoder;
import io.eckart.model.Filler;
import io.eckart.model.Gaussian;
import io.eckart.model.KMeans;
import io.eckart.model.Model;
import io.eckart.model.ModelConformance;
import io.eckart.model.NearestNeighbours;
import io.eckart.model.NeighbourWeights;
import io.eckart.model.Pca;
import io.eckart.model.PcaParameters;
import io.eckart.model.Predictor;
import io.eckart.model.Reconstructor;
import io.eckart.model.Regressor;
import io.eckart.model.UncertainFiller;
import io.eckart.model.fitted.CodeDistribution;
import io.eckart.model.fitted.FittedModel;
import io.eckart.model.fitted.RowScore;
import io.eckart.model.fitted.ScoreReference;
import io.eckart.model.label.FeatureStage;
import io.eckart.model.label.LinearRule;
import io.eckart.model.label.NeighbourMean;
import io.eckart.model.label.NeighbourVote;
import io.eckart.model.label.PipelineClassifier;
import io.eckart.model.label.PipelineRegressor;
import io.eckart.model.label.SoftmaxRule;
import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.Workers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A model cannot be changed through what it was made of, nor through anything that a user can get from it. */
class ImmutableModelsTest {
    private static final Path GOLDEN = Path.of("src", "test", "resources", "golden");

    private static final Table ROWS = ModelConformance.mixed(12, 0.2);

    @TempDir
    private Path folder;

    /** A model, and the arrays and matrices that it was made of. */
    record Made(FittedModel<?> fitted, List<Object> given) {
        @Override
        public String toString() {
            return fitted.model().kind();
        }
    }

    private static FittedModel<?> golden(String name) {
        return FittedModel.load(GOLDEN.resolve(name + "-0.1.0.safetensors"));
    }

    private static Stream<Made> models() {
        Stream<String> files = Stream.of(
                "pca",
                "kmeans",
                "free",
                "unrolled",
                "network",
                "network_classifier",
                "network_regressor",
                "mean",
                "gaussian",
                "neighbours",
                "masked");
        return Stream.concat(files.map(name -> new Made(scored(golden(name)), List.of())), made().stream());
    }

    /** With scores of the fitted rows and ranges of columns, which not every file has. */
    private static <M extends Model> FittedModel<M> scored(FittedModel<M> fitted) {
        M model = fitted.model();
        double[] quantiles = new double[ScoreReference.LEVELS];
        Arrays.setAll(quantiles, i -> i);
        CodeDistribution codes =
                new CodeDistribution(new double[model.codeSize()], DoubleMatrix.identity(model.codeSize()));
        ScoreReference reference = new ScoreReference(
                Optional.of(codes),
                new double[model.features()],
                new ScoreReference.CubeRoot(1, 2),
                ScoreReference.CubeRoot.NONE,
                Map.of(RowScore.ERROR, quantiles));
        Encoding encoding = fitted.encoding();
        int columns = encoding.schema().features().size();
        double[] most = new double[columns];
        Arrays.fill(most, 50);
        Encoding ranged = new Encoding(
                encoding.schema(),
                encoding.scaling(),
                encoding.shift(),
                encoding.scale(),
                Optional.of(new ColumnRanges(new double[columns], most)));
        return new FittedModel<>(ranged, model, fitted.provenance(), Optional.of(reference));
    }

    /** Models that are made here of arrays and matrices. */
    private static List<Made> made() {
        FittedModel<?> pca = golden("pca");
        FittedModel<?> network = golden("network");
        int d = pca.model().features();
        int k = pca.model().codeSize();
        List<String> names = List.of("a", "b");
        FloatMatrix rows = new FloatMatrix(3, k, numbers(3 * k));
        FloatMatrix wide = new FloatMatrix(3, d, numbers(3 * d));
        DoubleMatrix weights = wide.copyRows(0, 2).toDouble();
        double[] bias = {0.5, -0.5};
        double[] row = weights.copyRows(0, 1).values();
        int[] labels = {0, 1, 1};
        double[] values = {1, 2, 4};
        double[] inertiaMeans = new double[d];
        float[] means = numbers(d);
        FeatureStage raw = new FeatureStage.Raw(means);
        FeatureStage components = new FeatureStage.Codes(pca.model());
        FeatureStage codes = new FeatureStage.Codes(network.model());
        DoubleMatrix centroids = wide.toDouble();
        DoubleMatrix covariance = DoubleMatrix.identity(d);
        DoubleMatrix directions = DoubleMatrix.identity(d).copyRows(0, 2);
        double[] singular = {2, 1};
        return List.of(
                made(pca, new PipelineClassifier(raw, new SoftmaxRule(names, weights, bias)), means, weights, bias),
                made(pca, new PipelineClassifier(components, new NeighbourVote(names, rows, labels, 1)), rows, labels),
                made(pca, new PipelineRegressor(raw, new LinearRule(row, 1)), means, row),
                made(network, new PipelineRegressor(codes, new NeighbourMean(rows, values, 2)), rows, values),
                made(pca, new Blend(golden("gaussian").model(), golden("mean").model(), 0.5)),
                made(pca, new KMeans(centroids, inertiaMeans, 1, 3), centroids, inertiaMeans),
                made(pca, new Gaussian(inertiaMeans, covariance, 3), inertiaMeans, covariance),
                made(pca, new Constant(inertiaMeans, row.clone(), 3), inertiaMeans),
                made(pca, new NearestNeighbours(wide, 2, NeighbourWeights.UNIFORM, inertiaMeans), wide),
                made(
                        pca,
                        new Pca(new PcaParameters(directions, singular, 9, inertiaMeans, 3), true),
                        directions,
                        singular));
    }

    private static Made made(FittedModel<?> like, Model model, Object... given) {
        return new Made(scored(new FittedModel<>(like.encoding(), model, like.provenance())), List.of(given));
    }

    private static float[] numbers(int count) {
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = 0.1f * (i + 1);
        }
        return numbers;
    }

    @ParameterizedTest
    @MethodSource("models")
    void nothingAUserCanGetChangesAModel(Made made) throws IOException {
        List<String> before = results(made.fitted());
        assertThat(made.given())
                .allSatisfy(given -> assertThat(Reachable.change(given)).isNotEmpty());
        assertThat(results(made.fitted())).isEqualTo(before);
        List<String> changed = Reachable.change(made.fitted());
        assertThat(changed).contains("encoding.shift", "encoding.scale", "scores.deviations", "scores.quantiles");
        assertThat(results(made.fitted())).isEqualTo(before);
    }

    @Test
    void everyKindOfModelIsHere() {
        List<String> kinds = new ClassFileImporter()
                .importPackages("io.eckart.model").stream()
                        .filter(type -> type.isAssignableTo(Model.class))
                        .filter(type -> !type.getModifiers().contains(JavaModifier.ABSTRACT))
                        .filter(type -> Reachable.EXPORTED.contains(type.getPackageName()))
                        .map(JavaClass::getName)
                        .filter(name -> !name.contains("Test"))
                        .toList();
        List<String> models =
                models().map(made -> made.fitted().model().getClass().getName()).toList();
        assertThat(kinds).hasSizeGreaterThan(10);
        assertThat(models).containsAll(kinds);
    }

    /** All that a model computes of some rows, and its file. */
    private List<String> results(FittedModel<?> fitted) throws IOException {
        FloatMatrix rows = fitted.encoding().encode(ROWS);
        List<String> results = new ArrayList<>();
        try (Workers workers = Workers.of(1)) {
            if (fitted.model() instanceof Encoder encoder) {
                results.add(text(encoder.encode(rows, workers)));
            }
            if (fitted.model() instanceof Reconstructor reconstructor) {
                results.add(text(reconstructor.reconstruct(rows, workers)));
            }
            if (fitted.model() instanceof Filler filler) {
                results.add(text(filler.fill(rows, workers)));
                results.add(cells(fitted.fill(ROWS)));
            }
            if (fitted.model() instanceof UncertainFiller filler) {
                results.add(text(filler.deviations(rows, workers)));
            }
            if (fitted.model() instanceof Predictor predictor) {
                results.add(Arrays.toString(predictor.predict(rows, workers)));
            }
            if (fitted.model() instanceof Classifier classifier) {
                results.add(text(classifier.probabilities(rows, workers)));
            }
            if (fitted.model() instanceof Regressor regressor) {
                results.add(Arrays.toString(regressor.estimates(rows, workers)));
            }
        }
        assertThat(results).isNotEmpty();
        Path file = folder.resolve("model.safetensors");
        fitted.save(file, true);
        results.add(HexFormat.of().formatHex(Files.readAllBytes(file)));
        return results;
    }

    private static String text(FloatMatrix matrix) {
        return Arrays.toString(matrix.values());
    }

    private static String cells(Table table) {
        double[] cells = new double[table.rows() * table.width()];
        table.copyCells(cells, 0);
        return Arrays.stream(cells).mapToObj(Double::toString).collect(Collectors.joining(" "));
    }
}
