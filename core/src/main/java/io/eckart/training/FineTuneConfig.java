package io.eckart.training;

import io.eckart.data.corruption.CorruptionTasks;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * How a network with a head is trained on labelled rows: first the head alone on the encoder as it is, then all parameters at a
 * lower rate; in each phase Adam, the learning rate falling to 0 along half a cosine.
 *
 * <p>Empty epochs are chosen so that the first phase has about 300 steps, the second about 1500, each at least 5 epochs.
 *
 * @param frozenEpochs passes over the labelled rows in which only the head learns; 0 for none
 * @param epochs passes over the labelled rows in which all parameters learn; 0 for none: the encoder stays as it is
 * @param batch labelled rows of a step, at least 1
 * @param headRate the largest learning rate while only the head learns, above 0
 * @param rate the largest learning rate while all parameters learn, above 0
 * @param weightDecay decoupled from the gradient, in [0, 1)
 * @param dropout the probability with which a hidden unit takes no part in a step, in [0, 1)
 * @param tasks what is done to the rows that the network sees; no masks beside companions, for a network that reads which
 *     cells are hidden tells corrupted rows from clean ones, and what it says of clean ones would drift
 * @param companions unlabelled rows beside each labelled one of a step, at least 0, in the phase in which all parameters learn:
 *     the network is to say of the row as it is corrupted what it says of the clean row; their weight rises over three tenths of the
 *     phase
 * @param temperature of what the network says of a clean companion, above 0: below 1 its more probable classes
 *     are made more probable still, near 0 it is a pseudo-label
 * @param heldOut the part of the labelled rows that decides what to keep, in [0, 1)
 * @param leastHeldOut with fewer labelled rows than this none is held out and the last epoch is kept
 */
public record FineTuneConfig(
        OptionalInt frozenEpochs,
        OptionalInt epochs,
        int batch,
        double headRate,
        double rate,
        double weightDecay,
        double dropout,
        CorruptionTasks tasks,
        int companions,
        double temperature,
        double heldOut,
        int leastHeldOut) {
    private static final int FROZEN_STEPS = 300;
    private static final int STEPS = 1500;
    private static final int LEAST_EPOCHS = 5;

    /** A tenth of the labelled rows is held out where there are at least 2000. */
    public static final FineTuneConfig DEFAULT = new FineTuneConfig(
            OptionalInt.empty(), OptionalInt.empty(), 100, 3e-3, 3e-4, 0, 0, CorruptionTasks.NONE, 0, 0.5, 0.1, 2000);

    /** What suits a network that starts at random. */
    public static final FineTuneConfig FROM_SCRATCH = DEFAULT.fromScratch();

    /** @throws IllegalArgumentException if a value is out of its range, with the range */
    public FineTuneConfig {
        frozenEpochs.ifPresent(count -> require(count >= 0, "frozen epochs must be at least 0", count));
        epochs.ifPresent(count -> require(count >= 0, "epochs must be at least 0", count));
        require(
                frozenEpochs.orElse(1) + epochs.orElse(1) > 0,
                "there must be an epoch in one of the two phases",
                "0 and 0");
        require(batch >= 1, "the batch must have at least 1 row", batch);
        require(isPositive(headRate), "the head's learning rate must be above 0 and finite", headRate);
        require(isPositive(rate), "the learning rate must be above 0 and finite", rate);
        require(weightDecay >= 0 && weightDecay < 1, "the weight decay must be at least 0 and below 1", weightDecay);
        require(dropout >= 0 && dropout < 1, "the dropout must be at least 0 and below 1", dropout);
        require(companions >= 0, "the companions must be at least 0", companions);
        require(
                companions == 0 || !tasks.hides(),
                "companions go with noise or dropout, not with masks: a network that reads which cells are hidden tells"
                        + " corrupted rows from clean ones, and what it says of the clean ones drifts",
                tasks);
        require(isPositive(temperature), "the temperature must be above 0 and finite", temperature);
        require(heldOut >= 0 && heldOut < 1, "the held-out part must be at least 0 and below 1", heldOut);
        require(leastHeldOut >= 0, "the least number of labelled rows must be at least 0", leastHeldOut);
    }

    private static boolean isPositive(double value) {
        return value > 0 && value < Double.POSITIVE_INFINITY;
    }

    private static void require(boolean holds, String rule, Object value) {
        if (!holds) {
            throw new IllegalArgumentException(rule + ", got " + value);
        }
    }

    /** The epochs of the first phase for this many labelled rows. */
    public int frozenEpochs(int rows) {
        return frozenEpochs.orElse(Math.max(LEAST_EPOCHS, FROZEN_STEPS / perEpoch(rows)));
    }

    /** The epochs of the second phase for this many labelled rows. */
    public int epochs(int rows) {
        return epochs.orElse(Math.max(LEAST_EPOCHS, STEPS / perEpoch(rows)));
    }

    private int perEpoch(int rows) {
        return Math.max(1, Math.ceilDiv(rows, batch));
    }

    /** The same for a network that starts at random: no phase of its head alone, and at least Adam's customary rate. */
    public FineTuneConfig fromScratch() {
        return with(draft -> {
            draft.frozenEpochs = OptionalInt.of(0);
            draft.rate = Math.max(rate, 1e-3);
        });
    }

    /** The settings by name, as they stand in a model's provenance. */
    public Map<String, String> settings() {
        Map<String, String> settings = new TreeMap<>();
        settings.put("frozen_epochs", text(frozenEpochs));
        settings.put("epochs", text(epochs));
        settings.put("batch", String.valueOf(batch));
        settings.put("head_rate", String.valueOf(headRate));
        settings.put("learning_rate", String.valueOf(rate));
        settings.put("weight_decay", String.valueOf(weightDecay));
        settings.put("dropout", String.valueOf(dropout));
        settings.put("corrupt", tasks.toString());
        settings.put("companions", String.valueOf(companions));
        settings.put("temperature", String.valueOf(temperature));
        settings.put("held_out", String.valueOf(heldOut));
        settings.put("least_held_out", String.valueOf(leastHeldOut));
        return settings;
    }

    private static String text(OptionalInt count) {
        return count.isPresent() ? String.valueOf(count.getAsInt()) : "auto";
    }

    public FineTuneConfig withFrozenEpochs(int count) {
        return with(draft -> draft.frozenEpochs = OptionalInt.of(count));
    }

    public FineTuneConfig withEpochs(int count) {
        return with(draft -> draft.epochs = OptionalInt.of(count));
    }

    public FineTuneConfig withBatch(int rows) {
        return with(draft -> draft.batch = rows);
    }

    public FineTuneConfig withHeadRate(double wanted) {
        return with(draft -> draft.headRate = wanted);
    }

    public FineTuneConfig withRate(double wanted) {
        return with(draft -> draft.rate = wanted);
    }

    public FineTuneConfig withWeightDecay(double wanted) {
        return with(draft -> draft.weightDecay = wanted);
    }

    public FineTuneConfig withDropout(double wanted) {
        return with(draft -> draft.dropout = wanted);
    }

    public FineTuneConfig corrupting(CorruptionTasks wanted) {
        return with(draft -> draft.tasks = wanted);
    }

    public FineTuneConfig withCompanions(int perRow) {
        return with(draft -> draft.companions = perRow);
    }

    public FineTuneConfig withTemperature(double wanted) {
        return with(draft -> draft.temperature = wanted);
    }

    /** Holds out a part of the labelled rows where there are at least so many. */
    public FineTuneConfig holdingOut(double part, int least) {
        return with(draft -> {
            draft.heldOut = part;
            draft.leastHeldOut = least;
        });
    }

    private FineTuneConfig with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.config();
    }

    /** The same settings, one of which is about to change. */
    private static final class Draft {
        OptionalInt frozenEpochs;
        OptionalInt epochs;
        int batch;
        double headRate;
        double rate;
        double weightDecay;
        double dropout;
        CorruptionTasks tasks;
        int companions;
        double temperature;
        double heldOut;
        int leastHeldOut;

        Draft(FineTuneConfig config) {
            frozenEpochs = config.frozenEpochs;
            epochs = config.epochs;
            batch = config.batch;
            headRate = config.headRate;
            rate = config.rate;
            weightDecay = config.weightDecay;
            dropout = config.dropout;
            tasks = config.tasks;
            companions = config.companions;
            temperature = config.temperature;
            heldOut = config.heldOut;
            leastHeldOut = config.leastHeldOut;
        }

        FineTuneConfig config() {
            return new FineTuneConfig(
                    frozenEpochs,
                    epochs,
                    batch,
                    headRate,
                    rate,
                    weightDecay,
                    dropout,
                    tasks,
                    companions,
                    temperature,
                    heldOut,
                    leastHeldOut);
        }
    }
}
