package io.eckart.study.claim;

import static io.eckart.study.judgement.PlannedClaim.levels;

import io.eckart.data.corruption.Corruption;
import io.eckart.data.corruption.CorruptionTasks;
import io.eckart.data.synthetic.CurvedSurface;
import io.eckart.model.Reconstructor;
import io.eckart.network.FreeEncoder;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.RandomStreams;
import io.eckart.study.Border;
import io.eckart.study.MeasuredOn;
import io.eckart.study.StudySetting;
import io.eckart.study.judgement.PlannedClaim;
import io.eckart.study.judgement.SeedRuns;
import io.eckart.study.trial.HeldOutErrors;
import io.eckart.study.trial.LocalSpectrum;
import io.eckart.task.explore.IntrinsicDimension;
import io.eckart.training.AutoencoderConfig;
import io.eckart.training.AutoencoderFit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** With d' below k below d, a network lets only d' directions of a curved surface pass; a linear model of the same k cannot. */
final class BendsRecoverDimension {
    private static final String ID = "bends-recover-dimension";
    private static final int DIMENSION = 2;
    private static final int CODE_SIZE = 4;
    private static final int FEATURES = 10;
    private static final double NOISE = 0.2;
    private static final double TRAINING_NOISE = 0.5;
    private static final int HELD_OUT = 500;
    private static final int LOOKED_AT = 100;
    private static final double STEP = 0.05;
    private static final double TOLERANCE = 0.5;

    private static final String LINEAR = "linear, noise in training";
    private static final String PLAIN = "network, no noise in training";
    private static final String DENOISING = "network, noise in training";
    private static final String WIDE = "network, noise in training, k = 2 d";
    private static final String UNTRAINED = "network, untrained";
    private static final String ROWS = "the rows themselves";

    private BendsRecoverDimension() {}

    static PlannedClaim<SeedRuns> test() {
        double low = DIMENSION - TOLERANCE;
        double high = DIMENSION + TOLERANCE;
        PlannedClaim.Builder<SeedRuns> claim = new PlannedClaim.Builder<SeedRuns>(
                        ID,
                        "15.4.3",
                        "With d' < k < d, biases and non-linearity recover the intrinsic dimension d'.",
                        MeasuredOn.generated(
                                "generated rows near a surface of dimension 2 that bends through 6 of 10 directions,"
                                        + " as d' has to be known"))
                .experiment("noise of deviation 0.2 in the rows; k = 4; noise in training 0.5 or none")
                .measure(
                        "singular values above 1/2 of the Jacobian of the reconstruction at held-out rows of the surface; 2 +- 0.5"
                                + " being recovered")
                .control("noise in training alone may do it: a linear model trained with it must not")
                .setting(
                        "noise in training",
                        levels("training", "noise"),
                        Border.within(low, high),
                        runs -> runs.values(passing(DENOISING)))
                .setting(
                        "no noise in training",
                        levels("training", "none"),
                        Border.within(low, high),
                        runs -> runs.values(passing(PLAIN)))
                .control(
                        "linear, noise in training",
                        levels(),
                        Border.within(low, high),
                        runs -> runs.values(passing(LINEAR)));
        for (String model : List.of(UNTRAINED, WIDE)) {
            claim.note("directions that pass, " + model, runs -> runs.values(passing(model)));
        }
        for (String model : List.of(LINEAR, PLAIN, DENOISING)) {
            claim.note("squared error per row towards the surface, " + model, runs -> runs.values(error(model)));
        }
        for (String model : List.of(ROWS, LINEAR, DENOISING)) {
            claim.note("dimension by two nearest neighbours, " + model, runs -> runs.values(nearest(model)));
        }
        return claim.from(setting -> SeedRuns.of(ID, setting, random -> measure(setting, random)));
    }

    private static Map<String, Double> measure(StudySetting setting, RandomStreams random) {
        int rows = HELD_OUT + setting.scale().choose(1000, 1500);
        long seed = random.stream("surface").nextLong();
        CurvedSurface surface = new CurvedSurface(rows, FEATURES, DIMENSION, 1, 0, NOISE, seed);
        return new Run(setting, random, SurfaceRows.of(surface, HELD_OUT), new LinkedHashMap<>()).measure();
    }

    private static String passing(String model) {
        return "passing " + model;
    }

    private static String error(String model) {
        return "error " + model;
    }

    private static String nearest(String model) {
        return "two nearest " + model;
    }

    /** All models of one seed. */
    private record Run(StudySetting setting, RandomStreams random, SurfaceRows rows, Map<String, Double> measured) {
        Map<String, Double> measure() {
            AutoencoderFit plain = network(CODE_SIZE, CorruptionTasks.NONE);
            CorruptionTasks noise = CorruptionTasks.of(Corruption.gaussian(TRAINING_NOISE));
            AutoencoderConfig linear =
                    AutoencoderConfig.of(new FreeEncoder(), CODE_SIZE).withBias(true);
            measure(LINEAR, fit(linear.withTasks(noise)).model());
            measure(PLAIN, plain.model());
            measure(UNTRAINED, plain.untrained());
            measure(DENOISING, network(CODE_SIZE, noise).model());
            measure(WIDE, network(2 * FEATURES, noise).model());
            measured.put(nearest(ROWS), dimension(rows.test()));
            return measured;
        }

        private AutoencoderFit network(int codeSize, CorruptionTasks tasks) {
            AutoencoderConfig config =
                    StudyFits.network(codeSize, 32, setting.scale().choose(80, 100));
            return fit(config.withTasks(tasks));
        }

        private AutoencoderFit fit(AutoencoderConfig config) {
            return new StudyFits(setting).autoencoder(config, rows.train(), random);
        }

        private void measure(String name, Reconstructor model) {
            LocalSpectrum spectrum =
                    LocalSpectrum.of(model, rows.clean().copyRows(0, LOOKED_AT), STEP, setting.workers());
            measured.put(passing(name), spectrum.passing());
            measured.put(error(name), HeldOutErrors.perRow(model, rows.test(), rows.clean(), setting.workers()));
            measured.put(nearest(name), dimension(model.reconstruct(rows.test(), setting.workers())));
        }

        private double dimension(FloatMatrix points) {
            return IntrinsicDimension.of(points, setting.workers()).twoNearest();
        }
    }
}
