package io.eckart.model.fitted;

import io.eckart.data.Encoding;
import io.eckart.data.Table;
import io.eckart.data.TableSource;
import io.eckart.model.Autoencoder;
import io.eckart.network.Blueprint;
import io.eckart.network.FreeEncoder;
import io.eckart.network.ListaEncoder;
import io.eckart.network.NetworkEncoder;
import io.eckart.network.PinvEncoder;
import io.eckart.network.SharedEncoder;
import io.eckart.network.UnrolledEncoder;
import io.eckart.network.UntiedEncoder;
import io.eckart.numerics.Activation;
import io.eckart.numerics.RandomStreams;
import io.eckart.task.FitOptions;
import io.eckart.training.AutoencoderConfig;
import io.eckart.training.AutoencoderFit;
import io.eckart.training.RunOptions;
import io.eckart.training.autoencoder.AutoencoderTrainer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One autoencoder of each kind, by the name that its golden file has. */
public final class EveryAutoencoder {
    private static final Map<String, Blueprint> ALL = all();

    private EveryAutoencoder() {}

    private static Map<String, Blueprint> all() {
        Map<String, Blueprint> all = new LinkedHashMap<>();
        all.put("free", new FreeEncoder());
        all.put("pinv", new PinvEncoder());
        all.put("shared", new SharedEncoder());
        all.put("unrolled", UnrolledEncoder.automatic(6));
        all.put("untied", new UntiedEncoder(4, false));
        all.put("untied-per-layer", new UntiedEncoder(3, true));
        all.put("lista", new ListaEncoder(5, 0.02));
        all.put("network", NetworkEncoder.mirrored(List.of(16), Activation.RELU, false));
        all.put("network-tied", NetworkEncoder.mirrored(List.of(12), Activation.TANH, true));
        all.put("network-gelu", new NetworkEncoder(List.of(12, 10), List.of(14), Activation.GELU, false));
        return java.util.Collections.unmodifiableMap(all);
    }

    public static Stream<String> names() {
        return ALL.keySet().stream();
    }

    /** A model without its controls: with missing cells their PCA costs more than the model. */
    public static FittedModel<Autoencoder> fit(Table table, AutoencoderConfig config, FitOptions options) {
        Encoding encoding = Encoding.fit(table, options.scaling());
        RunOptions run = new RunOptions(options.threads(), options.listener(), options.stop(), options.checkpoint());
        AutoencoderFit fit = new AutoencoderTrainer(config, new RandomStreams(options.seed()), run)
                .fit(encoding.encode((TableSource) table));
        Provenance provenance = new Provenance(
                table.name(),
                "0".repeat(64),
                table.rows(),
                table.width(),
                options.seed(),
                EckartVersion.current(),
                "any",
                options.threads(),
                "2026-01-01T00:00:00Z",
                0.5,
                fit.settings(),
                Map.of("error", String.valueOf(fit.training().error())),
                java.util.List.of("column 'id': left out: it counts the rows"));
        return new FittedModel<>(encoding, fit.model(), provenance);
    }

    public static Blueprint of(String name) {
        return java.util.Objects.requireNonNull(ALL.get(name), name);
    }
}
