package io.eckart.training.moments;

import io.eckart.model.Autoencoder;
import io.eckart.network.Dimensions;
import io.eckart.network.LinearArchitecture;
import io.eckart.network.kind.Networks;
import io.eckart.network.linear.LinearNetwork;
import io.eckart.network.pass.Composition;
import io.eckart.network.pass.Layout;
import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.Lockstep;
import io.eckart.numerics.product.MatrixView;
import io.eckart.numerics.product.Reals64;
import io.eckart.numerics.statistics.Moments;
import io.eckart.training.AutoencoderConfig;
import io.eckart.training.AutoencoderFit;
import io.eckart.training.OptimizerConfig;
import io.eckart.training.TrainingConfig;
import io.eckart.training.TrainingConfig.ObjectiveKind;
import io.eckart.training.batch.TrainedParameters;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Fits a linear autoencoder on moments: the pass over the rows, the problem, its exact optimum, the run, the model. */
public final class MomentsFit {
    private final TrainingSetting setting;
    private final LinearArchitecture architecture;
    private final Dimensions dimensions;
    private final double[] origin;
    private final double[] means;
    private final LinearProblem problem;
    private final Optional<LinearProblem> heldOut;
    private double gradientNorm = Double.NaN;

    private MomentsFit(TrainingSetting setting, LinearArchitecture architecture, MomentsData data) {
        AutoencoderConfig config = setting.config();
        this.setting = setting;
        this.architecture = architecture;
        this.dimensions = new Dimensions(setting.features(), config.codeSize(), false, config.bias());
        Moments moments = data.train();
        this.means = moments.mean();
        this.origin = config.center() ? means : new double[means.length];
        double scale = LinearProblem.scale(moments, origin, config.bias());
        this.problem = LinearProblem.of(moments, config.tasks(), origin, config.bias(), scale);
        this.heldOut = data.heldOut().map(rows -> LinearProblem.of(rows, config.tasks(), origin, config.bias(), scale));
    }

    /**
     * Fits the model.
     *
     * @return empty if a cell is missing
     */
    public static Optional<AutoencoderFit> of(TrainingSetting setting, LinearArchitecture architecture, String reason) {
        return MomentsData.of(setting).map(data -> new MomentsFit(setting, architecture, data).fit(reason));
    }

    private AutoencoderFit fit(String reason) {
        LinearOptimum optimum = LinearOptimum.of(problem, architecture, dimensions.codeSize());
        double[] start = setting.start(dimensions);
        TrainedParameters trained = setting.isIdentity() ? identity(start) : train(start, optimum);
        double unit = problem.scale() * problem.scale();
        return new AutoencoderFit(
                model(trained.parameters()),
                model(start),
                ObjectiveKind.MOMENTS,
                reason,
                trained.run(),
                OptionalDouble.of(optimum.floor() * unit),
                optimum.ofForm().stream().map(error -> error * unit).findFirst(),
                problem.energy() * unit,
                gradientNorm,
                setting.held().flags(),
                settings());
    }

    private Map<String, String> settings() {
        Map<String, String> settings = setting.settings();
        TrainingConfig training = setting.config().training();
        settings.put("objective", "moments");
        OptimizerConfig optimizer = training.optimizer();
        settings.put(
                "optimizer", optimizer.kind().map(Enum::name).orElse("LBFGS").toLowerCase(Locale.ROOT));
        optimizer.learningRate().ifPresent(rate -> settings.put("learning_rate", String.valueOf(rate)));
        training.stopping().epochs().ifPresent(count -> settings.put("epochs", String.valueOf(count)));
        return settings;
    }

    private TrainedParameters train(double[] start, LinearOptimum optimum) {
        TrainingConfig config = setting.config().training();
        try (MomentsTraining training =
                new MomentsTraining(problem, heldOut, architecture, dimensions, optimum, config, setting.options())) {
            TrainedParameters trained = training.run(start, setting.random().stream("restarts"));
            double[] parameters = trained.parameters();
            gradientNorm = AutoencoderFit.relativeNorm(training.gradient(parameters), parameters, problem.energy());
            return trained;
        }
    }

    private TrainedParameters identity(double[] start) {
        try (Lockstep team = Lockstep.of(1)) {
            double unit = problem.scale() * problem.scale();
            double error = new MomentsObjective(problem, architecture, dimensions, team).value(start) * unit;
            double held = heldOut.map(
                            rows -> new MomentsObjective(rows, architecture, dimensions, team).value(start) * unit)
                    .orElse(Double.NaN);
            return setting.identity(start, error, held);
        }
    }

    private Autoencoder model(double[] parameters) {
        if (dimensions.bias()) {
            setBias(parameters);
        }
        return setting.model(dimensions, parameters, origin, problem.scale(), means, Optional.empty());
    }

    /** Sets the best bias of a linear map, {@code E[x] - B A E[x~]}. */
    private void setBias(double[] parameters) {
        Reals64 values = new Reals64(parameters);
        LinearNetwork network = Networks.of(architecture);
        Composition composition = network.composition(dimensions, values, new Reals64(new double[parameters.length]));
        composition.compose();
        MatrixView bias = network.layout(dimensions).in(values, Layout.BIAS);
        DoubleMatrix a = composition.encoder().toDouble();
        DoubleMatrix b = composition.decoder().toDouble();
        double[] mean = problem.targetMean();
        double[] code = new double[a.rows()];
        for (int i = 0; i < code.length; i++) {
            for (int j = 0; j < mean.length; j++) {
                code[i] += a.get(i, j) * problem.inputShare() * mean[j];
            }
        }
        for (int j = 0; j < mean.length; j++) {
            double reached = 0;
            for (int i = 0; i < code.length; i++) {
                reached += b.get(j, i) * code[i];
            }
            bias.set(0, j, mean[j] - reached);
        }
    }
}
