package io.eckart.study.claim;

import static io.eckart.study.judgement.PlannedClaim.levels;

import io.eckart.network.NetworkEncoder;
import io.eckart.numerics.Activation;
import io.eckart.numerics.RandomStreams;
import io.eckart.study.Border;
import io.eckart.study.StudySetting;
import io.eckart.study.judgement.PlannedClaim;
import io.eckart.study.judgement.SeedRuns;
import io.eckart.training.AutoencoderConfig;
import io.eckart.training.EpochRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A larger network comes to the error of a smaller one in fewer epochs. */
final class LargerNetworks {
    private static final String ID = "larger-train-easier";
    private static final List<Integer> WIDTHS = List.of(8, 32, 128);
    /** Of Adam; each network has the best of them. */
    private static final List<Double> RATES = List.of(1e-3, 3e-3, 1e-2);

    private static final int EPOCHS = 40;
    /** The part of the epochs that counts as fewer. */
    private static final double FEWER = 0.67;

    private static final String WIDE_CODE = "k = 2 d";

    private LargerNetworks() {}

    static PlannedClaim<SeedRuns> test(StudySetting study) {
        PlannedClaim.Builder<SeedRuns> claim = new PlannedClaim.Builder<SeedRuns>(
                        ID, "15.3.2", "Larger networks train more easily.", BentRows.measuredOn(study))
                .experiment("networks of one hidden layer on either side, d' < k < d, clean rows, " + EPOCHS
                        + " epochs by Adam at the best of the rates " + RATES
                        + "; the target is what the smaller network reaches at its end")
                .ratio(
                        "epochs until the larger network is below the target, over those of the smaller; easier: two thirds or less")
                .control("a wider layer makes larger steps at the same rate: each network has the best of three rates");
        for (int i = 1; i < WIDTHS.size(); i++) {
            String smaller = width(WIDTHS.get(i - 1));
            String larger = width(WIDTHS.get(i));
            claim.setting(
                    levels("comparison", larger + " against " + smaller),
                    Border.below(FEWER),
                    runs -> runs.values(larger));
        }
        return claim.setting(
                        levels("comparison", "a code of " + WIDE_CODE + " against d' < k < d"),
                        Border.below(FEWER),
                        runs -> runs.values(WIDE_CODE))
                .from(setting -> SeedRuns.of(ID, setting, random -> measure(setting, random)));
    }

    private static String width(int units) {
        return units + " units";
    }

    private static Map<String, Double> measure(StudySetting setting, RandomStreams random) {
        BentRows rows = BentRows.of(setting, random);
        Map<String, Double> measured = new LinkedHashMap<>();
        List<EpochRecord> smaller = best(setting, random, rows, WIDTHS.getFirst(), rows.codeSize());
        for (int width : WIDTHS.subList(1, WIDTHS.size())) {
            List<EpochRecord> larger = best(setting, random, rows, width, rows.codeSize());
            measured.put(width(width), epochs(larger, smaller));
            smaller = larger;
        }
        int wide = 2 * rows.train().columns();
        measured.put(WIDE_CODE, epochs(best(setting, random, rows, WIDTHS.getLast(), wide), smaller));
        return measured;
    }

    /** The history of the rate with the least error at the end. */
    private static List<EpochRecord> best(
            StudySetting setting, RandomStreams random, BentRows rows, int width, int codeSize) {
        List<EpochRecord> best = List.of();
        for (double rate : RATES) {
            AutoencoderConfig config = AutoencoderConfig.of(
                            NetworkEncoder.mirrored(List.of(width), Activation.GELU, false), codeSize)
                    .withTraining(StudyFits.training(50, EPOCHS)
                            .withLearningRate(rate)
                            .withHeldOut(0));
            List<EpochRecord> history = new StudyFits(setting)
                    .autoencoder(config, rows.train(), random)
                    .training()
                    .history();
            best = best.isEmpty() || history.getLast().error() < best.getLast().error() ? history : best;
        }
        return best;
    }

    /** The epochs until the larger network is at the last error of the smaller; twice all of them if it never is. */
    private static double epochs(List<EpochRecord> larger, List<EpochRecord> smaller) {
        double target = smaller.getLast().error();
        return larger.stream()
                .filter(record -> record.error() <= target)
                .mapToDouble(record -> (double) record.epoch() / smaller.size())
                .findFirst()
                .orElse(2);
    }
}
