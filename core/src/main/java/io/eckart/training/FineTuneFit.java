package io.eckart.training;

import io.eckart.model.label.NetworkPredictor;
import java.util.List;

/**
 * A network with a head and the record of its two phases. Losses are cross-entropies in nats, or squared errors in the label's
 * units, per labelled row.
 *
 * @param model the parameters kept
 * @param labelled the rows with a label
 * @param heldOut the number of them that decided what to keep; 0: the parameters of the last epoch are kept
 * @param frozen the phase in which only the head learnt; empty if there was none
 * @param whole the phase in which all parameters learnt; empty if there was none
 * @param stop why the run ended
 * @param message what the user should know about that, or an empty text
 */
public record FineTuneFit(
        NetworkPredictor model,
        int labelled,
        int heldOut,
        List<EpochRecord> frozen,
        List<EpochRecord> whole,
        StopReason stop,
        String message) {
    /** The loss of the last epoch of the run; NaN if there was none. */
    public double lastLoss() {
        List<EpochRecord> phase = whole.isEmpty() ? frozen : whole;
        return phase.isEmpty() ? Double.NaN : phase.getLast().error();
    }
}
