package io.eckart.task.fill;

import io.eckart.data.Encoding;
import io.eckart.data.FeatureSource;
import io.eckart.data.TableSource;
import io.eckart.data.corruption.Corruption;
import io.eckart.data.corruption.CorruptionTasks;
import io.eckart.model.Blend;
import io.eckart.model.Model;
import io.eckart.model.fitted.FittedModel;
import io.eckart.network.UnrolledEncoder;
import io.eckart.numerics.RandomStreams;
import io.eckart.numerics.Workers;
import io.eckart.task.FitOptions;
import io.eckart.task.TableFit;
import io.eckart.training.AutoencoderConfig;
import io.eckart.training.AutoencoderFit;
import io.eckart.training.GaussianConfig;
import io.eckart.training.GaussianFit;
import io.eckart.training.MaskedConfig;
import io.eckart.training.MaskedFit;
import io.eckart.training.NeighboursConfig;
import io.eckart.training.PcaConfig;
import io.eckart.training.RowsInMemory;
import io.eckart.training.autoencoder.AutoencoderTrainer;
import io.eckart.training.filling.GaussianTrainer;
import io.eckart.training.filling.MaskedTrainer;
import io.eckart.training.filling.RowStatistics;
import io.eckart.training.pca.PcaTrainer;
import java.util.Map;
import java.util.TreeMap;

/** Fits a model that fills, by one of the ways. */
record FillerFit(TableFit table, FeatureSource features, FitOptions options, Workers workers) {
    /** The depth of the encoder of {@link FillMethod.Unrolled}, the default of unrolled encoders. */
    private static final int STEPS = 10;

    /** The setting of a model that says by which way it fills. */
    static final String WAY = "way";

    /** As {@link Fill#with}. */
    static FittedModel<?> of(TableSource source, FillMethod method, FitOptions options) {
        Encoding encoding = Encoding.fitForFilling(source.until(options.stop()), options.scaling());
        TableFit table = new TableFit(source, encoding, options);
        Map<String, String> settings = new TreeMap<>(Map.of(WAY, method.name()));
        try (Workers workers = Workers.of(options.threads())) {
            Model model =
                    table.train(() -> new FillerFit(table, table.features(), options, workers).fit(method, settings));
            long rows = table.features().countRows();
            return new FittedModel<>(table.encoding(), model, table.provenance(rows, settings, Map.of()));
        }
    }

    private Model fit(FillMethod method, Map<String, String> settings) {
        RandomStreams random = table.random();
        return switch (method) {
            case FillMethod.Means _ -> new RowStatistics(features).constant();
            case FillMethod.Normal(GaussianConfig config) -> {
                GaussianFit run =
                        new GaussianTrainer(config, workers, options.listener(), options.stop()).fit(features);
                settings.put("max_iterations", String.valueOf(config.maxIterations()));
                settings.put("iterations", String.valueOf(run.iterations()));
                settings.put("ridge", String.valueOf(run.model().ridge()));
                yield run.model();
            }
            case FillMethod.Neighbours(NeighboursConfig config) -> {
                settings.put("neighbours", String.valueOf(config.neighbours()));
                settings.put("weights", config.weights().name());
                yield new RowStatistics(features).neighbours(config);
            }
            case FillMethod.Principal(int components) -> {
                settings.put("k", String.valueOf(components));
                PcaConfig config = PcaConfig.components(components).withCenter(true);
                yield new PcaTrainer(config, random, workers, options.listener(), options.stop())
                        .fit(features)
                        .model();
            }
            case FillMethod.Unrolled(int components) -> {
                double part = MaskedTrainer.hiddenPart(RowsInMemory.of(features));
                AutoencoderConfig config = AutoencoderConfig.of(UnrolledEncoder.automatic(STEPS), components)
                        .withCenter(true)
                        .withTasks(CorruptionTasks.of(Corruption.mask(part)));
                AutoencoderFit run = new AutoencoderTrainer(config, random, options.run()).fit(features);
                settings.putAll(run.settings());
                settings.put("k", String.valueOf(components));
                settings.put("hidden_cells", String.valueOf(part));
                yield run.model();
            }
            case FillMethod.Blend(FillMethod first, FillMethod second, double weight) -> {
                settings.put("weight", String.valueOf(weight));
                yield new Blend(part(first, "first", settings), part(second, "second", settings), weight);
            }
            case FillMethod.Masked(MaskedConfig config) -> {
                MaskedFit run = new MaskedTrainer(config, random, options.run()).fit(features);
                settings.put("networks", String.valueOf(config.networks()));
                settings.put("k", String.valueOf(config.codeSize()));
                settings.put("hidden_cells", String.valueOf(run.hidden()));
                settings.put("best_epochs", String.valueOf(run.bestEpochs()));
                yield run.model();
            }
        };
    }

    /** One of the two models of a blend, its settings under its name. */
    private Model part(FillMethod method, String name, Map<String, String> settings) {
        Map<String, String> own = new TreeMap<>(Map.of("model", method.kind()));
        Model model = fit(method, own);
        own.forEach((key, value) -> settings.put(name + "." + key, value));
        return model;
    }
}
