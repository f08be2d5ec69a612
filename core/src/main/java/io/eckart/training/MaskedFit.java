package io.eckart.training;

import io.eckart.model.MaskedAutoencoder;
import java.util.List;

/**
 * Fitted masked autoencoders and the record of their runs.
 *
 * @param hidden the mean part of observed cells that was hidden
 * @param bestEpochs for each network the epoch whose parameters are kept; 0 for the start, which adds nothing to the prior
 * @param heldOutErrors for each network the mean squared error per row of hidden cells, over the rows held out, in the units of
 *     the features; NaN without any
 * @param interrupted whether a run was asked to stop before its end
 */
public record MaskedFit(
        MaskedAutoencoder model,
        GaussianFit prior,
        double hidden,
        List<Integer> bestEpochs,
        List<Double> heldOutErrors,
        boolean interrupted) {
    public MaskedFit {
        bestEpochs = List.copyOf(bestEpochs);
        heldOutErrors = List.copyOf(heldOutErrors);
    }

    public static MaskedFit of(MaskedAutoencoder model, GaussianFit prior, double hidden, List<TrainingRun> runs) {
        return new MaskedFit(
                model,
                prior,
                hidden,
                runs.stream().map(TrainingRun::bestEpoch).toList(),
                runs.stream().map(TrainingRun::heldOutError).toList(),
                runs.stream().anyMatch(run -> run.stop() == StopReason.INTERRUPTED));
    }
}
