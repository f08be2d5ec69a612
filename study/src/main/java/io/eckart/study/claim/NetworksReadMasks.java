package io.eckart.study.claim;

import static io.eckart.study.judgement.PlannedClaim.levels;

import io.eckart.data.corruption.Corruption;
import io.eckart.data.corruption.CorruptionTasks;
import io.eckart.data.corruption.Corruptor;
import io.eckart.model.Autoencoder;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.RandomStreams;
import io.eckart.study.Border;
import io.eckart.study.StudySetting;
import io.eckart.study.judgement.PlannedClaim;
import io.eckart.study.judgement.SeedRuns;
import io.eckart.study.trial.HeldOutErrors;
import io.eckart.training.AutoencoderConfig;
import io.eckart.training.AutoencoderFit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A network that reads which cells are hidden fills them better than one that is fed zeros. */
final class NetworksReadMasks {
    private static final String ID = "networks-read-masks";
    /** The ratio varies so much from seed to seed that few would not tell. */
    private static final int SEEDS = 10;

    private static final List<Double> HIDDEN = List.of(0.1, 0.3, 0.5);
    /** A ratio of errors that counts as larger. */
    private static final double CLEARLY = 1.05;

    private static final String MASKS = "masks";
    private static final String ZEROS = "zeros";
    private static final String UNTRAINED = "untrained";

    private NetworksReadMasks() {}

    static PlannedClaim<SeedRuns> test(StudySetting study) {
        PlannedClaim.Builder<SeedRuns> claim = new PlannedClaim.Builder<SeedRuns>(
                        ID,
                        "15.5.2",
                        "A network that reads which cells are hidden fills them better than one that is fed zeros.",
                        BentRows.measuredOn(study))
                .experiment(
                        "d' < k < d; two networks from like starts with the same holes in training, one fed zeros in their"
                                + " place, one also told which they are")
                .ratio("squared error in the holes of held-out rows, fed zeros over told which they are")
                .control(
                        "more inputs may help by themselves: the untrained network is noted; starts, holes and steps are alike");
        for (double hidden : HIDDEN) {
            claim.setting(
                            levels("hidden", percent(hidden)),
                            Border.above(CLEARLY),
                            runs -> runs.ratios(name(ZEROS, hidden), name(MASKS, hidden)))
                    .note(
                            "squared error in a hole with masks, " + percent(hidden) + " hidden",
                            runs -> runs.values(name(MASKS, hidden)))
                    .note(
                            "error in holes, untrained over masks, " + percent(hidden) + " hidden",
                            runs -> runs.ratios(name(UNTRAINED, hidden), name(MASKS, hidden)));
        }
        return claim.from(setting -> SeedRuns.of(ID, setting, SEEDS, random -> measure(setting, random)));
    }

    private static String percent(double part) {
        return Math.round(100 * part) + " %";
    }

    private static String name(String model, double hidden) {
        return model + " " + hidden;
    }

    private static Map<String, Double> measure(StudySetting setting, RandomStreams random) {
        BentRows rows = BentRows.of(setting, random);
        Map<String, Double> measured = new LinkedHashMap<>();
        for (double hidden : HIDDEN) {
            Corruption mask = Corruption.mask(hidden);
            FloatMatrix holes = new Corruptor(mask, random).next(rows.test());
            AutoencoderFit told = fit(setting, random, rows, mask, false);
            Autoencoder fed = fit(setting, random, rows, mask, true).model();
            Map<String, Autoencoder> networks = Map.of(MASKS, told.model(), ZEROS, fed, UNTRAINED, told.untrained());
            networks.forEach((name, network) -> measured.put(
                    name(name, hidden), HeldOutErrors.perHole(network, holes, rows.test(), setting.workers())));
        }
        return measured;
    }

    private static AutoencoderFit fit(
            StudySetting setting, RandomStreams random, BentRows rows, Corruption mask, boolean zeros) {
        AutoencoderConfig config = StudyFits.network(
                        rows.codeSize(), 50, setting.scale().choose(50, 80))
                .withTasks(CorruptionTasks.of(mask))
                .withHiddenAsZeros(zeros);
        return new StudyFits(setting).autoencoder(config, rows.train(), random);
    }
}
