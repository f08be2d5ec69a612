package io.eckart.training.moments;

import io.eckart.data.FeatureSource;
import io.eckart.model.Autoencoder;
import io.eckart.model.AutoencoderParameters;
import io.eckart.model.CellEstimate;
import io.eckart.network.Architecture;
import io.eckart.network.Dimensions;
import io.eckart.network.PinvEncoder;
import io.eckart.network.kind.Networks;
import io.eckart.network.pass.Network;
import io.eckart.numerics.RandomStreams;
import io.eckart.numerics.Workers;
import io.eckart.numerics.product.Reals64;
import io.eckart.training.AutoencoderConfig;
import io.eckart.training.HeldOut;
import io.eckart.training.RunOptions;
import io.eckart.training.StopReason;
import io.eckart.training.TrainingRun;
import io.eckart.training.batch.TrainedParameters;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The input of both ways to train an autoencoder, on moments and on batches. */
public record TrainingSetting(
        AutoencoderConfig config,
        Architecture architecture,
        FeatureSource source,
        long rows,
        HeldOut held,
        RandomStreams random,
        RunOptions options,
        Workers workers) {

    private static final String IDENTITY =
            "k is at least the number of features: B has a right inverse, so its pseudo-inverse"
                    + " makes BA the identity whatever B is; there is nothing to learn";

    public int features() {
        return source.width();
    }

    /** The result where there is nothing to learn: the start, with its errors. */
    public TrainedParameters identity(double[] start, double error, double heldOutError) {
        return new TrainedParameters(
                start, new TrainingRun(error, heldOutError, 0, StopReason.NOTHING_TO_LEARN, IDENTITY, List.of()));
    }

    /** A random start. */
    public double[] start(Dimensions dimensions) {
        Network network = Networks.of(architecture);
        Reals64 values = new Reals64(new double[network.layout(dimensions).length()]);
        network.start(dimensions, values, random.stream("start"));
        return values.values();
    }

    public Autoencoder model(
            Dimensions dimensions,
            double[] parameters,
            double[] origin,
            double scale,
            double[] means,
            Optional<CellEstimate> estimate) {
        return new Autoencoder(new AutoencoderParameters(
                architecture, dimensions, parameters, origin, scale, means, rows - held.count(), estimate));
    }

    /** Whether there is nothing to learn from complete rows: with the pseudo-inverse of a wide B the map is the identity. */
    public boolean isIdentity() {
        return architecture instanceof PinvEncoder && config.codeSize() >= features();
    }

    /** Settings that do not depend on the way of training. */
    public Map<String, String> settings() {
        Map<String, String> settings = new TreeMap<>();
        settings.put("k", String.valueOf(config.codeSize()));
        settings.put("center", String.valueOf(config.center()));
        settings.put("bias", String.valueOf(config.bias()));
        settings.put("corrupt", config.tasks().toString());
        settings.put("held_out", String.valueOf(config.training().stopping().heldOut()));
        settings.put("held_out_rows", String.valueOf(held.count()));
        if (config.hiddenAsZeros()) {
            settings.put("hidden_as_zeros", "true");
        }
        architecture.settings().forEach(settings::put);
        return settings;
    }
}
