package io.eckart.study.claim;

import static io.eckart.study.judgement.PlannedClaim.levels;

import io.eckart.data.synthetic.CurvedSurface;
import io.eckart.model.Autoencoder;
import io.eckart.network.FreeEncoder;
import io.eckart.numerics.RandomStreams;
import io.eckart.study.Border;
import io.eckart.study.MeasuredOn;
import io.eckart.study.StudySetting;
import io.eckart.study.judgement.PlannedClaim;
import io.eckart.study.judgement.SeedRuns;
import io.eckart.study.trial.HeldOutErrors;
import io.eckart.training.AutoencoderConfig;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A flat surface that does not go through the origin has d' dimensions for a model with biases, one more for a model without. */
final class BiasesRecoverDimension {
    private static final String ID = "biases-recover-dimension";
    private static final int DIMENSION = 3;
    private static final int FEATURES = 12;
    private static final double NOISE = 0.1;
    private static final int HELD_OUT = 500;
    private static final List<Double> OFFSETS = List.of(0.0, 2.0, 6.0);
    private static final String WITH = "with bias";
    private static final String WITHOUT = "without bias";
    /** Of the energy of a direction of the surface: more is lost where one is missed. */
    private static final double HALF = 0.5;

    private BiasesRecoverDimension() {}

    static PlannedClaim<SeedRuns> test() {
        PlannedClaim.Builder<SeedRuns> claim = new PlannedClaim.Builder<SeedRuns>(
                        ID,
                        "15.4.3",
                        "Biases recover the dimension d' of rows whose mean is not the origin; without them a direction of the code"
                                + " is spent on the mean.",
                        MeasuredOn.generated(
                                "generated rows on a plane of dimension 3 in 12 features, as d' has to be known"))
                .experiment(
                        "the mean orthogonal to the plane, noise of deviation 0.1; P1 on moments for k = 1 to 6; needed: the"
                                + " least k whose error towards the plane is below half a direction's variance")
                .measure("directions of the code that a bias saves; the code size needed with a bias")
                .control("a bias may help for another reason: where the mean is the origin it must save nothing");
        for (double offset : OFFSETS) {
            String at = "mean at distance " + offset;
            String with = name(WITH, offset);
            String without = name(WITHOUT, offset);
            claim.setting(
                    at + ", size needed with a bias",
                    levels(),
                    Border.within(DIMENSION - HALF, DIMENSION + HALF),
                    runs -> runs.values(with));
            if (offset > 0) {
                claim.setting(
                        at + ", directions saved",
                        levels(),
                        Border.above(HALF),
                        runs -> runs.differences(without, with));
            } else {
                claim.control(
                        at + ", directions saved",
                        levels(),
                        Border.above(HALF),
                        runs -> runs.differences(without, with));
            }
        }
        return claim.from(setting -> SeedRuns.of(ID, setting, random -> measure(setting, random)));
    }

    private static String name(String model, double offset) {
        return model + " " + offset;
    }

    private static Map<String, Double> measure(StudySetting setting, RandomStreams random) {
        int all = HELD_OUT + setting.scale().choose(1000, 5000);
        Map<String, Double> measured = new LinkedHashMap<>();
        for (double offset : OFFSETS) {
            long seed = random.stream("surface").nextLong();
            CurvedSurface surface = new CurvedSurface(all, FEATURES, DIMENSION, 0, offset, NOISE, seed);
            SurfaceRows rows = SurfaceRows.of(surface, HELD_OUT);
            measured.put(name(WITH, offset), (double) needed(setting, random, rows, true));
            measured.put(name(WITHOUT, offset), (double) needed(setting, random, rows, false));
        }
        return measured;
    }

    private static int needed(StudySetting setting, RandomStreams random, SurfaceRows rows, boolean bias) {
        for (int k = 1; k < 2 * DIMENSION; k++) {
            AutoencoderConfig config =
                    AutoencoderConfig.of(new FreeEncoder(), k).withBias(bias);
            Autoencoder model = new StudyFits(setting)
                    .autoencoder(config, rows.train(), random)
                    .model();
            if (HeldOutErrors.perRow(model, rows.test(), rows.clean(), setting.workers()) < HALF) {
                return k;
            }
        }
        return 2 * DIMENSION;
    }
}
