package io.eckart.report.result;

import static io.eckart.report.result.Samples.ORIGIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.InstanceOfAssertFactories.DOUBLE;

import io.eckart.data.Table;
import io.eckart.data.format.ReadOptions;
import io.eckart.model.KMeans;
import io.eckart.model.Pca;
import io.eckart.model.fitted.FittedModel;
import io.eckart.network.UnrolledEncoder;
import io.eckart.numerics.Workers;
import io.eckart.report.Json;
import io.eckart.report.PagePointers;
import io.eckart.task.FitOptions;
import io.eckart.task.RowExamples;
import io.eckart.task.clean.ModelExamples;
import io.eckart.task.fill.Fill;
import io.eckart.task.fill.FillMethod;
import io.eckart.task.fit.Certificate;
import io.eckart.task.fit.ClusterDescription;
import io.eckart.task.fit.Fit;
import io.eckart.task.fit.Fitted;
import io.eckart.task.fit.FittedAutoencoder;
import io.eckart.training.AutoencoderConfig;
import io.eckart.training.KMeansConfig;
import io.eckart.training.KMeansFit;
import io.eckart.training.PcaConfig;
import io.eckart.training.PcaFit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The JSON of fits has the numbers of their records, and their pages point into it. */
class FitResultTest {
    private static final Table ROWS = Samples.groups(60);
    private static final FitOptions OPTIONS = FitOptions.DEFAULT.withThreads(1);

    private static Optional<RowExamples> examples(FittedModel<?> model) {
        return ModelExamples.reconstructions(ROWS, model, 0);
    }

    private static void requireCommon(JsonNode json, Fitted<?, ?> fitted) {
        assertThat(json.path("model").asString())
                .isEqualTo(fitted.model().model().kind());
        assertThat(json.path("rows").longValue()).isEqualTo(60);
        assertThat(json.path("features").intValue())
                .isEqualTo(fitted.model().model().features());
        assertThat(json.path("missing_cells").longValue()).isEqualTo(9);
        assertThat(json.path("error_per_cell").doubleValue())
                .isEqualTo(fitted.evaluation().errorPerCell());
        assertThat(json.path("feature_errors").path(Samples.HOSTILE).doubleValue())
                .isPositive()
                .isEqualTo(fitted.evaluation().featureErrors()[3]);
        assertThat(json.path("fingerprint").asString())
                .isEqualTo(fitted.model().provenance().fingerprint());
    }

    @Test
    void pcaWithMissingCellsHasNoOptimum() {
        Fitted<Pca, PcaFit> fitted = Fit.pca(ROWS, PcaConfig.components(2), OPTIONS);
        JsonNode json = PagePointers.requireTargets(FitPage.pca(fitted, examples(fitted.model()), ORIGIN));
        assertThat(json).isEqualTo(reread(FitJson.pca(fitted)));
        requireCommon(json, fitted);
        assertThat(json.path("optimum").isNull()).isTrue();
        assertThat(json.path("gap").isNull()).isTrue();
        assertThat(json.path("optimum_is").asString()).isEqualTo("not known with missing cells");
        assertThat(json.path("singular_values").size()).isEqualTo(2);
        assertThat(json.at("/singular_values/0").doubleValue())
                .isEqualTo(fitted.run().model().parameters().singularValues()[0]);
    }

    @Test
    void pcaOfWholeRowsHasItsCertificate() {
        Table whole = Samples.table("a,b\n1,2\n2,4.5\n3,5.5\n4,8\n", ReadOptions.DEFAULT);
        Fitted<Pca, PcaFit> fitted = Fit.pca(whole, PcaConfig.components(1), OPTIONS);
        JsonNode json = PagePointers.requireTargets(FitPage.pca(fitted, Optional.empty(), ORIGIN));
        Certificate certificate = Certificate.of(fitted).orElseThrow();
        assertThat(json.path("optimum").doubleValue()).isEqualTo(certificate.optimum());
        assertThat(json.path("gap").doubleValue()).isEqualTo(certificate.gap());
        assertThat(json.path("optimum_is").asString()).isEqualTo("exact");
        assertThat(json.path("energy_curve").valueStream().mapToDouble(JsonNode::doubleValue))
                .isSorted()
                .last(DOUBLE)
                .isCloseTo(fitted.evaluation().energyExplained(), within(1e-6));
    }

    @Test
    void kMeans() {
        Fitted<KMeans, KMeansFit> fitted = Fit.kMeans(ROWS, KMeansConfig.clusters(3), OPTIONS);
        ClusterDescription found = describe(ROWS, fitted);
        JsonNode json = PagePointers.requireTargets(FitPage.kMeans(fitted, found, examples(fitted.model()), ORIGIN));
        requireCommon(json, fitted);
        assertThat(json.path("inertia").doubleValue())
                .isEqualTo(fitted.run().model().inertia());
        for (int cluster = 0; cluster < 3; cluster++) {
            JsonNode described = json.path("clusters").path(cluster);
            assertThat(described.path("cluster").intValue()).isEqualTo(cluster);
            assertThat(described.path("rows").longValue())
                    .isEqualTo(fitted.run().sizes()[cluster])
                    .isEqualTo(json.path("sizes").path(cluster).longValue());
            assertThat(described.at("/centroid/4/level").asString()).isIn("red", "blue");
            assertThat(described.path("differences").size()).isEqualTo(6);
            assertThat(described.path("typical").size()).isEqualTo(3);
        }
    }

    private static ClusterDescription describe(Table table, Fitted<KMeans, KMeansFit> fitted) {
        try (Workers workers = Workers.of(1)) {
            return ClusterDescription.of(table, fitted.model(), workers);
        }
    }

    @Test
    void columnsOfOtherSpreadsAreWarnedOfOnThePage() {
        Table table = Samples.table("a,b\n1,2000\n2,1450\n3,5950\n5,8000\n", ReadOptions.DEFAULT);
        Fitted<Pca, PcaFit> fitted = Fit.pca(table, PcaConfig.keepingEnergy(0.9), OPTIONS);
        JsonNode json = PagePointers.requireTargets(FitPage.pca(fitted, Optional.empty(), ORIGIN));
        assertThat(json.at("/warnings/0").asString()).contains("'b'", "'a'", "hundredfold", "scaling");
        assertThat(json.path("code_size_choice").asString()).startsWith("decided by one column: 'b'");
    }

    @Test
    void autoencoderWithControlsAndHistory() {
        FittedAutoencoder fitted =
                Fit.autoencoder(ROWS, AutoencoderConfig.of(new UnrolledEncoder(3, 0.5, true), 2), OPTIONS);
        JsonNode json = PagePointers.requireTargets(FitPage.autoencoder(fitted, examples(fitted.model()), ORIGIN));
        assertThat(json).isEqualTo(reread(FitJson.autoencoder(fitted)));
        requireCommon(json, fitted.fitted());
        assertThat(json.path("history").size())
                .isEqualTo(json.path("epochs").intValue())
                .isEqualTo(fitted.run().training().history().size());
        assertThat(json.at("/controls/error_per_cell/0/corruption").asString()).isEqualTo("none");
        assertThat(json.at("/controls/error_per_cell/0/pca").doubleValue())
                .isEqualTo(fitted.controls().clean().pca());
        assertThat(json.at("/diagnostics/noise_gain").doubleValue())
                .isEqualTo(fitted.diagnostics().noiseGain());
    }

    @Test
    void aModelThatOnlyFills() {
        FittedModel<?> fitted = Fill.with(ROWS, new FillMethod.Means(), OPTIONS);
        JsonNode json = PagePointers.requireTargets(FitPage.filler(fitted, examples(fitted), ORIGIN));
        assertThat(json.propertyNames())
                .containsExactly("model", "data", "rows", "features", "settings", "seed", "seconds");
        assertThat(json.path("model").asString()).isEqualTo("mean");
    }

    @Test
    void whatAModelFileHolds() {
        Fitted<Pca, PcaFit> fitted = Fit.pca(ROWS, PcaConfig.components(2), OPTIONS.withSeed(7));
        JsonNode json = reread(FittedModelJson.of(fitted.model(), "abc"));
        assertThat(json.path("tensors_sha256").asString()).isEqualTo("abc");
        assertThat(json.at("/columns/group").asString()).isEqualTo("label");
        assertThat(json.at("/provenance/seed").longValue()).isEqualTo(7);
        assertThat(List.copyOf(json.at("/provenance/configuration").propertyNames()))
                .isSorted();
    }

    private static JsonNode reread(ObjectNode json) {
        return JsonMapper.shared().readTree(Json.line(json));
    }
}
