package io.eckart.study.claim;

import io.eckart.data.Targets;
import io.eckart.data.corruption.CorruptionTasks;
import io.eckart.model.Autoencoder;
import io.eckart.model.Classifier;
import io.eckart.network.NetworkEncoder;
import io.eckart.numerics.Activation;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.RandomStreams;
import io.eckart.study.Border;
import io.eckart.study.StudyDesign;
import io.eckart.study.StudyScale;
import io.eckart.study.StudySetting;
import io.eckart.study.judgement.PlannedClaim;
import io.eckart.study.judgement.SeedRuns;
import io.eckart.training.AutoencoderConfig;
import io.eckart.training.FineTuneConfig;
import io.eckart.training.FineTuneFit;
import io.eckart.training.label.FineTuner;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** A network pre-trained without labels needs fewer of them than the same network from a random start. */
final class PretrainingHelps {
    private static final String ID = "pretraining-helps-few-labels";
    private static final int BATCH = 50;
    private static final int HEAD_STEPS = 100;
    /** So few steps need a large one. */
    private static final double HEAD_RATE = 3e-2;

    /** The number of labels used for each count and seed, in at most {@link #MOST_DRAWS} draws. */
    private static final int DRAWN = 60;

    private static final int MOST_DRAWS = 4;
    private static final List<Integer> HIDDEN = List.of(64);

    private static final String PRETRAINED = "pre-trained, then fine-tuned";
    private static final String SCRATCH = "from a random start";
    private static final String SHUFFLED = "pre-trained on shuffled columns";

    private PretrainingHelps() {}

    static PlannedClaim<SeedRuns> test(StudySetting study) {
        LabelledSample first = NoisyClasses.sample(study, study.random().child(ID, 0));
        List<Integer> counts = counts(first, study.scale());
        int fewest = counts.getFirst();
        PlannedClaim.Builder<SeedRuns> claim = new PlannedClaim.Builder<SeedRuns>(
                        ID, "15.3.2", "Pre-training without labels helps where labels are few.", first.measuredOn())
                .experiment(
                        "a network of one hidden layer pre-trained to reconstruct, denoise and fill all rows, fine-tuned on the"
                                + " labelled ones, against the same network with twice as many steps from a random start")
                .measure(
                        "accuracy on held-out rows gained with at most as many labels as features, mean over their numbers; a point"
                                + " counts")
                .control(
                        "more steps, or weights of a better size: the same pre-training on rows whose columns are shuffled apart"
                                + " must not help, and pre-training with at least 4 d labels must help less");
        LabelGains gains = new LabelGains(first.features(), counts, first.features());
        gains.add(claim, PRETRAINED, SCRATCH);
        gains.note(claim, SCRATCH);
        return claim.control(
                        SHUFFLED + " with " + fewest + " labels",
                        Map.of(),
                        Border.above(LabelGains.POINT),
                        runs -> LabelGains.gain(runs, SHUFFLED, SCRATCH, fewest))
                .from(setting -> SeedRuns.of(
                        ID,
                        setting,
                        seeds(setting.scale()),
                        random -> new Run(setting, NoisyClasses.sample(setting, random), random, new LinkedHashMap<>())
                                .measure()));
    }

    /** Networks from a few labels differ more from seed to seed than anything else that is measured. */
    private static int seeds(StudyScale scale) {
        return scale.choose(10, 20);
    }

    /** Those up to d and the largest that {@link LabelledSample#counts} gives: fine-tuning takes time. */
    private static List<Integer> counts(LabelledSample sample, StudyScale scale) {
        int[] all = sample.counts();
        return IntStream.of(all)
                .filter(count -> switch (scale) {
                    case QUICK -> count <= sample.features() || count == all[all.length - 1];
                    case FULL -> true;
                })
                .boxed()
                .toList();
    }

    /** One seed. */
    private record Run(
            StudySetting setting, LabelledSample sample, RandomStreams random, Map<String, Double> measured) {
        Map<String, Double> measure() {
            Autoencoder pretrained = pretrain(sample.train());
            Autoencoder shuffled = pretrain(shuffled(sample.train(), random.stream("columns")));
            List<Integer> counts = counts(sample, setting.scale());
            for (int count : counts) {
                measure(PRETRAINED, count, pretrained, false);
                measure(SCRATCH, count, pretrained, true);
                if (count == counts.getFirst()) {
                    measure(SHUFFLED, count, shuffled, false);
                }
            }
            return measured;
        }

        /** Fewer labels in more random choices, for these differ more and cost less. */
        private void measure(String way, int count, Autoencoder network, boolean scratch) {
            int draws = Math.clamp(DRAWN / count, 1, MOST_DRAWS);
            double accuracy = sample.accuracy(
                    count, draws, random, (known, streams) -> accuracy(count, known, network, scratch, streams));
            measured.put(LabelGains.at(way, count), accuracy);
        }

        private Autoencoder pretrain(FloatMatrix rows) {
            double unit = StudyDesign.unit(rows);
            AutoencoderConfig config = AutoencoderConfig.of(
                            NetworkEncoder.mirrored(HIDDEN, Activation.GELU, false), NoisyClasses.codeSize(setting))
                    .withTasks(CorruptionTasks.parse("none + gaussian:" + unit / 2 + " + mask:0.3"))
                    .withTraining(StudyFits.training(BATCH, setting.scale().choose(20, 40)));
            return new StudyFits(setting).autoencoder(config, rows, random).model();
        }

        private double accuracy(
                int count, Targets.Classes known, Autoencoder network, boolean scratch, RandomStreams streams) {
            int perEpoch = Math.ceilDiv(count, BATCH);
            int steps = setting.scale().choose(200, 300);
            int head = Math.ceilDiv(HEAD_STEPS, perEpoch);
            int all = Math.ceilDiv(steps, perEpoch);
            FineTuneConfig config = FineTuneConfig.DEFAULT.withBatch(BATCH).withHeadRate(HEAD_RATE);
            FineTuneConfig chosen = scratch
                    ? config.fromScratch().withEpochs(2 * (head + all))
                    : config.withFrozenEpochs(head).withEpochs(all);
            FineTuner tuner = new FineTuner(chosen, streams, new StudyFits(setting).options());
            FineTuneFit fit = scratch
                    ? tuner.fromScratch(sample.train(), known, network)
                    : tuner.fit(sample.train(), known, network);
            return fit.model() instanceof Classifier classifier
                    ? sample.accuracy(classifier.probabilities(sample.test(), setting.workers()))
                    : Double.NaN;
        }
    }

    /** Each column in another random order of the rows: its values stay, what columns have to do with each other goes. */
    static FloatMatrix shuffled(FloatMatrix rows, SplittableRandom random) {
        FloatMatrix apart = rows.copyRows(0, rows.rows());
        int d = rows.columns();
        for (int j = 0; j < d; j++) {
            for (int i = rows.rows() - 1; i > 0; i--) {
                int other = random.nextInt(i + 1);
                float kept = apart.values()[i * d + j];
                apart.values()[i * d + j] = apart.values()[other * d + j];
                apart.values()[other * d + j] = kept;
            }
        }
        return apart;
    }
}
