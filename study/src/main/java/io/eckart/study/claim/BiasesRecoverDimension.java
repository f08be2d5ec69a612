package io.eckart.study.claim;

import io.eckart.data.synthetic.CurvedSurface;
import io.eckart.model.Autoencoder;
import io.eckart.network.FreeEncoder;
import io.eckart.numerics.RandomStreams;
import io.eckart.study.MeasuredNumber;
import io.eckart.study.StudySetting;
import io.eckart.study.trial.HeldOutErrors;
import io.eckart.training.AutoencoderConfig;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A flat surface that does not go through the origin has d' dimensions for a model with biases, one more for a model without. */
final class BiasesRecoverDimension extends SeedClaim {
    private static final int DIMENSION = 3;
    private static final int FEATURES = 12;
    private static final double NOISE = 0.1;
    private static final int HELD_OUT = 500;
    private static final List<Double> OFFSETS = List.of(0.0, 2.0, 6.0);
    private static final String WITH = "with bias";
    private static final String WITHOUT = "without bias";
    /** Of the energy of a direction of the surface: more is lost where one is missed. */
    private static final double HALF = 0.5;

    BiasesRecoverDimension() {
        super(
                "biases-recover-dimension",
                "15.6",
                "Biases recover the dimension d' of rows whose mean is not the origin; without them a direction of the code is spent on"
                        + " the mean.",
                "rows on a plane of dimension 3 in 12 features, their mean orthogonal to it, noise of deviation 0.1;"
                        + " P1 on moments for k = 1 to 6; needed: the least k whose error towards the plane is below half a direction's variance");
    }

    @Override
    String judge(SeedRuns runs, Evidence evidence) {
        List<String> figures = new ArrayList<>();
        for (double offset : OFFSETS) {
            String at = "mean at distance " + Evidence.text(offset);
            MeasuredNumber with = runs.mean("code size needed " + WITH + ", " + at, name(WITH, offset));
            MeasuredNumber without = runs.mean("code size needed " + WITHOUT + ", " + at, name(WITHOUT, offset));
            MeasuredNumber saved =
                    runs.difference("code size saved by a bias, " + at, name(WITHOUT, offset), name(WITH, offset));
            evidence.within("d' directions do with a bias (" + at + ")", with, DIMENSION - HALF, DIMENSION + HALF)
                    .note(without);
            if (offset > 0) {
                evidence.above("a bias saves a direction (" + at + ")", saved, HALF);
            } else {
                evidence.controlBelow("a mean at the origin", saved, HALF);
            }
            figures.add(with.text(1) + " " + WITH + " and " + without.text(1) + " " + WITHOUT + ", " + at);
        }
        return "code size needed, d' = " + DIMENSION + ": " + String.join("; ", figures);
    }

    private static String name(String model, double offset) {
        return model + " " + offset;
    }

    @Override
    Map<String, Double> measure(StudySetting setting, RandomStreams random) {
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
