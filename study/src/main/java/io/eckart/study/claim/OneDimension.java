package io.eckart.study.claim;

import static io.eckart.study.judgement.PlannedClaim.levels;

import io.eckart.data.corruption.Corruption;
import io.eckart.data.corruption.CorruptionTasks;
import io.eckart.data.synthetic.LowRank;
import io.eckart.network.Blueprint;
import io.eckart.network.FreeEncoder;
import io.eckart.network.UnrolledEncoder;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.RandomStreams;
import io.eckart.study.Border;
import io.eckart.study.MeasuredOn;
import io.eckart.study.StudySetting;
import io.eckart.study.judgement.PlannedClaim;
import io.eckart.study.judgement.SeedRuns;
import io.eckart.study.trial.HeldOutErrors;
import io.eckart.training.AutoencoderConfig;
import io.eckart.training.TrainingConfig;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The example of the notes: of five features with one direction below them, the second and the fifth are predicted from the rest. */
final class OneDimension {
    private static final String ID = "one-dimension-fills-cells";
    private static final int FEATURES = 5;
    private static final int HELD_OUT = 300;
    private static final double NOISE = 0.1;
    /** The part of the variance of the hidden cells that may be left. */
    private static final double LEFT = 0.1;

    private static final String LINE = "one direction";
    private static final String APART = "independent features";

    /** What learns to fill. */
    private enum Model {
        FREE("P1 free"),
        UNROLLED("P4 T=10"),
        NETWORK("network");

        private final String label;

        Model(String label) {
            this.label = label;
        }

        AutoencoderConfig config() {
            Blueprint unrolled = (features, codeSize) -> UnrolledEncoder.automatic(10);
            TrainingConfig batches = StudyFits.training(50, 60);
            return switch (this) {
                case FREE -> AutoencoderConfig.of(new FreeEncoder(), 1).withTraining(batches);
                case UNROLLED -> AutoencoderConfig.of(unrolled, 1).withTraining(batches);
                case NETWORK -> StudyFits.network(1, 50, 60);
            };
        }
    }

    private OneDimension() {}

    static PlannedClaim<SeedRuns> test() {
        PlannedClaim.Builder<SeedRuns> claim = new PlannedClaim.Builder<SeedRuns>(
                        ID,
                        "15.5.2",
                        "Where the structure has one dimension, a model trained with masks predicts the second and the fifth of five"
                                + " features from the rest.",
                        MeasuredOn.generated(
                                "generated rows of one direction in five features, noise of deviation 0.1"))
                .experiment(
                        "k = 1, two fifths of the cells hidden at random in training; in held-out rows the second and the fifth")
                .measure("squared error in the hidden cells over their mean square; predicted: below 0.1")
                .control("the cells may be filled without structure: of independent features they must not be");
        for (Model model : Model.values()) {
            claim.setting(levels("form", model.label), Border.below(LEFT), runs -> runs.values(model.label + LINE));
        }
        claim.on(MeasuredOn.generated("generated rows of independent features"));
        for (Model model : Model.values()) {
            claim.control(
                    APART + ", " + model.label,
                    levels("form", model.label),
                    Border.below(LEFT),
                    runs -> runs.values(model.label + APART));
        }
        return claim.from(setting -> SeedRuns.of(ID, setting, random -> measure(setting, random)));
    }

    private static Map<String, Double> measure(StudySetting setting, RandomStreams random) {
        long seed = random.stream("rows").nextLong();
        Map<String, Double> measured = new LinkedHashMap<>();
        measure(setting, random, rows(List.of(5.0), NOISE, seed), LINE, measured);
        measure(setting, random, rows(List.of(1.0, 1.0, 1.0, 1.0, 1.0), NOISE, seed), APART, measured);
        return measured;
    }

    private static FloatMatrix rows(List<Double> variances, double noise, long seed) {
        return new LowRank(HELD_OUT + 1000, FEATURES, variances, noise, seed)
                .generate()
                .values()
                .toFloat();
    }

    private static void measure(
            StudySetting setting, RandomStreams random, FloatMatrix rows, String where, Map<String, Double> measured) {
        FloatMatrix test = rows.copyRows(0, HELD_OUT);
        FloatMatrix holes = test.copyRows(0, HELD_OUT);
        double energy = 0;
        for (int i = 0; i < HELD_OUT; i++) {
            for (int j : new int[] {1, 4}) {
                energy += Math.pow(test.get(i, j), 2) / (2.0 * HELD_OUT);
                holes.values()[i * FEATURES + j] = Float.NaN;
            }
        }
        for (Model model : Model.values()) {
            AutoencoderConfig config = model.config().withTasks(CorruptionTasks.of(Corruption.mask(0.4)));
            double error = HeldOutErrors.perHole(
                    new StudyFits(setting)
                            .autoencoder(config, rows.copyRows(HELD_OUT, rows.rows()), random)
                            .model(),
                    holes,
                    test,
                    setting.workers());
            measured.put(model.label + where, error / energy);
        }
    }
}
