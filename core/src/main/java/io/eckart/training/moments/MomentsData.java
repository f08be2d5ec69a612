package io.eckart.training.moments;

import io.eckart.data.FeatureSource;
import io.eckart.data.sampling.SelectedRows;
import io.eckart.numerics.Workers;
import io.eckart.numerics.blas.LinearAlgebra;
import io.eckart.numerics.statistics.Moments;
import io.eckart.numerics.statistics.MomentsAccumulator;
import io.eckart.numerics.statistics.MomentsAccumulator.Precision;
import io.eckart.training.HeldOut;
import io.eckart.training.RowPass;
import io.eckart.training.TrainingEvent;
import io.eckart.training.TrainingListener;
import java.util.Optional;

/**
 * The moments of the rows trained on and of those held out, in one pass.
 *
 * @param train at least one row
 * @param heldOut empty if no row is held out
 */
record MomentsData(Moments train, Optional<Moments> heldOut) {
    /** The float32 roundings of this many rows, 128 blocks, average out; for fewer rows float64 costs little. */
    private static final long ENOUGH_ROWS = 1 << 14;

    /** The moments of all rows; empty if a cell is missing. */
    static Optional<MomentsData> of(TrainingSetting setting) {
        FeatureSource source = setting.source();
        HeldOut held = setting.held();
        Workers workers = setting.workers();
        TrainingListener listener = setting.options().listener();
        Precision precision = setting.rows() < ENOUGH_ROWS ? Precision.FLOAT64 : Precision.FLOAT32;
        MomentsAccumulator train = new MomentsAccumulator(source.width(), precision, workers, LinearAlgebra.get());
        MomentsAccumulator other = new MomentsAccumulator(source.width(), precision, workers, LinearAlgebra.get());
        listener.on(new TrainingEvent.PassStarted("second moments", setting.rows()));
        boolean[] flags = held.flags();
        int[] seen = {0};
        boolean complete = RowPass.overComplete(
                source, workers, listener, setting.options().stop(), chunk -> {
                    if (held.count() == 0) {
                        train.add(chunk);
                    } else {
                        train.add(SelectedRows.take(chunk, seen[0], flags, false));
                        other.add(SelectedRows.take(chunk, seen[0], flags, true));
                    }
                    seen[0] += chunk.rows();
                });
        if (!complete) {
            return Optional.empty();
        }
        return Optional.of(
                new MomentsData(train.finish(), held.count() == 0 ? Optional.empty() : Optional.of(other.finish())));
    }
}
