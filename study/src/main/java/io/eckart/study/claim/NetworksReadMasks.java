package io.eckart.study.claim;

import io.eckart.data.corruption.Corruption;
import io.eckart.data.corruption.CorruptionTasks;
import io.eckart.data.corruption.Corruptor;
import io.eckart.data.synthetic.CurvedSurface;
import io.eckart.model.Autoencoder;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.RandomStreams;
import io.eckart.study.MeasuredNumber;
import io.eckart.study.StudySetting;
import io.eckart.study.trial.HeldOutErrors;
import io.eckart.training.AutoencoderConfig;
import io.eckart.training.AutoencoderFit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A network that reads which cells are hidden fills them better than one that is fed zeros. */
final class NetworksReadMasks extends SeedClaim {
    private static final int FEATURES = 10;
    private static final int CODE_SIZE = 4;
    private static final int HELD_OUT = 500;
    /** The ratio varies so much from seed to seed that three would not tell. */
    private static final int SEEDS = 10;

    private static final List<Double> HIDDEN = List.of(0.1, 0.3, 0.5);
    /** log10 of a ratio of 1.05. */
    private static final double CLEARLY = Math.log10(1.05);

    private static final String MASKS = "masks";
    private static final String ZEROS = "zeros";
    private static final String UNTRAINED = "untrained";

    NetworksReadMasks() {
        super(
                "networks-read-masks",
                "15.5.2",
                "Zeros are not masks: a network that reads which cells are hidden fills them better than one that is fed zeros.",
                "rows near a surface of dimension 2 that bends through 6 of 10 directions, noise of deviation 0.1; k = 4;"
                        + " two networks from like starts with the same holes in training, one fed zeros in their place, one also"
                        + " told which they are; squared error in the holes of held-out rows; clearly: 5 %");
    }

    @Override
    int seeds(StudySetting setting) {
        return SEEDS;
    }

    @Override
    String judge(SeedRuns runs, Evidence evidence) {
        for (double hidden : HIDDEN) {
            evidence.above(percent(hidden) + " hidden", ratio(runs, ZEROS, hidden), CLEARLY);
        }
        for (double hidden : HIDDEN) {
            String error = "squared error in a hole with masks, " + percent(hidden) + " hidden";
            evidence.note(runs.mean(error, name(MASKS, hidden))).note(ratio(runs, UNTRAINED, hidden));
        }
        String figures = HIDDEN.stream()
                .map(hidden -> ratio(runs, ZEROS, hidden).ratioText() + " with " + percent(hidden))
                .collect(Collectors.joining(", "));
        return "error with zeros over that with masks: " + figures + " of the cells hidden";
    }

    private static MeasuredNumber ratio(SeedRuns runs, String model, double hidden) {
        String label = "log10 of the error in holes, " + model + " over masks, " + percent(hidden) + " hidden";
        return runs.logRatio(label, name(model, hidden), name(MASKS, hidden));
    }

    private static String percent(double part) {
        return Math.round(100 * part) + " %";
    }

    private static String name(String model, double hidden) {
        return model + " " + hidden;
    }

    @Override
    Map<String, Double> measure(StudySetting setting, RandomStreams random) {
        int rows = HELD_OUT + setting.scale().choose(1000, 1500);
        long seed = random.stream("surface").nextLong();
        SurfaceRows surface = SurfaceRows.of(new CurvedSurface(rows, FEATURES, 2, 1, 0, 0.1, seed), HELD_OUT);
        Map<String, Double> measured = new LinkedHashMap<>();
        for (double hidden : HIDDEN) {
            Corruption mask = Corruption.mask(hidden);
            FloatMatrix holes = new Corruptor(mask, random).next(surface.test());
            AutoencoderFit told = fit(setting, random, surface.train(), mask, false);
            Autoencoder fed = fit(setting, random, surface.train(), mask, true).model();
            Map<String, Autoencoder> networks = Map.of(MASKS, told.model(), ZEROS, fed, UNTRAINED, told.untrained());
            networks.forEach((name, network) -> measured.put(
                    name(name, hidden), HeldOutErrors.perHole(network, holes, surface.test(), setting.workers())));
        }
        return measured;
    }

    private static AutoencoderFit fit(
            StudySetting setting, RandomStreams random, FloatMatrix rows, Corruption mask, boolean zeros) {
        AutoencoderConfig config = StudyFits.network(
                        CODE_SIZE, 50, setting.scale().choose(50, 80))
                .withTasks(CorruptionTasks.of(mask))
                .withHiddenAsZeros(zeros);
        return new StudyFits(setting).autoencoder(config, rows, random);
    }
}
