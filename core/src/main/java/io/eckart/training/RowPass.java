package io.eckart.training;

import io.eckart.data.FeatureCursor;
import io.eckart.data.FeatureSource;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.Workers;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** One pass over the rows of a source, chunk by chunk, with an event after each chunk. */
public final class RowPass {
    private RowPass() {}

    /** Gives all chunks to a consumer. */
    public static void over(FeatureSource source, TrainingListener listener, Consumer<FloatMatrix> consumer) {
        until(source, listener, chunk -> false, consumer);
    }

    /**
     * Gives chunks to a consumer up to the first one with a missing cell.
     *
     * @return whether no cell was missing
     */
    public static boolean overComplete(
            FeatureSource source, Workers workers, TrainingListener listener, Consumer<FloatMatrix> consumer) {
        return until(source, listener, chunk -> MissingCells.in(chunk, workers), consumer);
    }

    private static boolean until(
            FeatureSource source,
            TrainingListener listener,
            Predicate<FloatMatrix> end,
            Consumer<FloatMatrix> consumer) {
        long seen = 0;
        try (FeatureCursor cursor = source.open()) {
            for (FloatMatrix chunk = cursor.next(); chunk != null; chunk = cursor.next()) {
                if (end.test(chunk)) {
                    return false;
                }
                consumer.accept(chunk);
                seen += chunk.rows();
                listener.on(new TrainingEvent.RowsSeen(seen));
            }
        }
        return true;
    }
}
