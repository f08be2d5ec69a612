package io.eckart.training;

import static io.eckart.training.SettingCheck.isPart;
import static io.eckart.training.SettingCheck.isPositive;
import static io.eckart.training.SettingCheck.require;

import io.eckart.data.corruption.CorruptionTasks;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * How a network with a head is trained on labelled rows: first the head alone on the encoder as it is, then all parameters at a
 * lower learning rate. Each phase uses Adam with a learning rate that falls to 0 along half a cosine. Start from
 * {@link #DEFAULT} and change what differs; each {@code with} method returns a changed copy.
 *
 * <p>Empty epochs are chosen so that the first phase has about 300 steps and the second about 1500, each at least 5 epochs.
 *
 * @param head the phase in which only the head learns; its epochs are 0 for none
 * @param whole the phase in which all parameters learn; its epochs are 0 for none: the encoder stays as it is
 * @param batch the number of labelled rows in a step, at least 1
 * @param weightDecay decoupled from the gradient, in [0, 1)
 * @param dropout the probability that a hidden unit is left out of a step, in [0, 1)
 * @param tasks what is done to the rows that the network sees; with companions no masks, because a network that reads which
 *     cells are hidden tells corrupted rows from clean ones, and its output for clean ones would drift
 * @param companions unlabelled rows that take part in the second phase
 * @param heldOut the labelled rows that decide which parameters to keep
 */
public record FineTuneConfig(
        Phase head,
        Phase whole,
        int batch,
        double weightDecay,
        double dropout,
        CorruptionTasks tasks,
        Companions companions,
        HeldOutLabels heldOut) {
    private static final int HEAD_STEPS = 300;
    private static final int WHOLE_STEPS = 1500;
    private static final int LEAST_EPOCHS = 5;

    /**
     * One of the two phases.
     *
     * @param epochs passes over the labelled rows, at least 0
     * @param learningRate the largest learning rate, above 0
     */
    public record Phase(OptionalInt epochs, double learningRate) {
        public Phase withEpochs(int count) {
            return new Phase(OptionalInt.of(count), learningRate);
        }

        public Phase withLearningRate(double rate) {
            return new Phase(epochs, rate);
        }

        private int epochs(int steps, int stepsPerEpoch) {
            return epochs.orElse(Math.max(LEAST_EPOCHS, steps / stepsPerEpoch));
        }

        private String text() {
            return epochs.isPresent() ? String.valueOf(epochs.getAsInt()) : "auto";
        }
    }

    /**
     * Unlabelled rows for each labelled row of a step. The network learns to give for the corrupted row what it gives for the
     * clean one. Their weight rises over the first three tenths of the phase.
     *
     * @param perRow the number for each labelled row, at least 0
     * @param temperature of the softmax of a clean companion, above 0: below 1 probable classes are made more probable, near 0
     *     the target is a pseudo-label
     */
    public record Companions(int perRow, double temperature) {}

    /**
     * Which labelled rows are held out.
     *
     * @param part of the labelled rows, in [0, 1)
     * @param leastRows with fewer labelled rows than this none is held out and the last epoch is kept
     */
    public record HeldOutLabels(double part, int leastRows) {}

    /** A tenth of the labelled rows is held out where there are at least 2000. */
    public static final FineTuneConfig DEFAULT = new FineTuneConfig(
            new Phase(OptionalInt.empty(), 3e-3),
            new Phase(OptionalInt.empty(), 3e-4),
            100,
            0,
            0,
            CorruptionTasks.NONE,
            new Companions(0, 0.5),
            new HeldOutLabels(0.1, 2000));

    /** What suits a network that starts at random. */
    public static final FineTuneConfig FROM_SCRATCH = DEFAULT.fromScratch();

    /** @throws IllegalArgumentException if a value is out of its range; the message says the range */
    public FineTuneConfig {
        head.epochs.ifPresent(count -> require(count >= 0, "frozen epochs must be at least 0", count));
        whole.epochs.ifPresent(count -> require(count >= 0, "epochs must be at least 0", count));
        require(
                head.epochs.orElse(1) + whole.epochs.orElse(1) > 0,
                "there must be an epoch in one of the two phases",
                "0 and 0");
        require(batch >= 1, "the batch must have at least 1 row", batch);
        require(
                isPositive(head.learningRate),
                "the head's learning rate must be above 0 and finite",
                head.learningRate);
        require(isPositive(whole.learningRate), "the learning rate must be above 0 and finite", whole.learningRate);
        require(isPart(weightDecay), "the weight decay must be at least 0 and below 1", weightDecay);
        require(isPart(dropout), "the dropout must be at least 0 and below 1", dropout);
        require(companions.perRow >= 0, "the companions must be at least 0", companions.perRow);
        require(
                companions.perRow == 0 || !tasks.hides(),
                "companions go with noise or dropout, not with masks: a network that reads which cells are hidden tells"
                        + " corrupted rows from clean ones, and its output for the clean ones drifts",
                tasks);
        require(
                isPositive(companions.temperature),
                "the temperature must be above 0 and finite",
                companions.temperature);
        require(isPart(heldOut.part), "the held-out part must be at least 0 and below 1", heldOut.part);
        require(heldOut.leastRows >= 0, "the least number of labelled rows must be at least 0", heldOut.leastRows);
    }

    /** The epochs of the first phase for this number of labelled rows. */
    public int frozenEpochs(int rows) {
        return head.epochs(HEAD_STEPS, stepsPerEpoch(rows));
    }

    /** The epochs of the second phase for this number of labelled rows. */
    public int epochs(int rows) {
        return whole.epochs(WHOLE_STEPS, stepsPerEpoch(rows));
    }

    private int stepsPerEpoch(int rows) {
        return Math.max(1, Math.ceilDiv(rows, batch));
    }

    /** The same for a network that starts at random: no phase of the head alone, and a learning rate of at least 1e-3. */
    public FineTuneConfig fromScratch() {
        return withFrozenEpochs(0).withLearningRate(Math.max(whole.learningRate, 1e-3));
    }

    /** The settings by name, as a model's provenance has them. */
    public Map<String, String> settings() {
        Map<String, String> settings = new TreeMap<>();
        settings.put("frozen_epochs", head.text());
        settings.put("epochs", whole.text());
        settings.put("batch", String.valueOf(batch));
        settings.put("head_rate", String.valueOf(head.learningRate));
        settings.put("learning_rate", String.valueOf(whole.learningRate));
        settings.put("weight_decay", String.valueOf(weightDecay));
        settings.put("dropout", String.valueOf(dropout));
        settings.put("corrupt", tasks.toString());
        settings.put("companions", String.valueOf(companions.perRow));
        settings.put("temperature", String.valueOf(companions.temperature));
        settings.put("held_out", String.valueOf(heldOut.part));
        settings.put("least_held_out", String.valueOf(heldOut.leastRows));
        return settings;
    }

    public FineTuneConfig withHead(Phase phase) {
        return new FineTuneConfig(phase, whole, batch, weightDecay, dropout, tasks, companions, heldOut);
    }

    public FineTuneConfig withWhole(Phase phase) {
        return new FineTuneConfig(head, phase, batch, weightDecay, dropout, tasks, companions, heldOut);
    }

    public FineTuneConfig withBatch(int rows) {
        return new FineTuneConfig(head, whole, rows, weightDecay, dropout, tasks, companions, heldOut);
    }

    public FineTuneConfig withWeightDecay(double decay) {
        return new FineTuneConfig(head, whole, batch, decay, dropout, tasks, companions, heldOut);
    }

    public FineTuneConfig withDropout(double probability) {
        return new FineTuneConfig(head, whole, batch, weightDecay, probability, tasks, companions, heldOut);
    }

    public FineTuneConfig withTasks(CorruptionTasks corruptions) {
        return new FineTuneConfig(head, whole, batch, weightDecay, dropout, corruptions, companions, heldOut);
    }

    public FineTuneConfig withCompanions(Companions rows) {
        return new FineTuneConfig(head, whole, batch, weightDecay, dropout, tasks, rows, heldOut);
    }

    public FineTuneConfig withHeldOut(HeldOutLabels rows) {
        return new FineTuneConfig(head, whole, batch, weightDecay, dropout, tasks, companions, rows);
    }

    public FineTuneConfig withFrozenEpochs(int count) {
        return withHead(head.withEpochs(count));
    }

    public FineTuneConfig withEpochs(int count) {
        return withWhole(whole.withEpochs(count));
    }

    /** Changes the largest learning rate of the phase in which only the head learns. */
    public FineTuneConfig withHeadRate(double rate) {
        return withHead(head.withLearningRate(rate));
    }

    /** Changes the largest learning rate of the phase in which all parameters learn. */
    public FineTuneConfig withLearningRate(double rate) {
        return withWhole(whole.withLearningRate(rate));
    }

    /** Changes the number of companions for each labelled row. */
    public FineTuneConfig withCompanions(int perRow) {
        return withCompanions(new Companions(perRow, companions.temperature));
    }
}
