package io.eckart.training;

import io.eckart.data.FeatureCursor;
import io.eckart.data.FeatureSource;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.Workers;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** One pass over the rows of a source, chunk by chunk, with an event after each chunk; it ends early only by an exception. */
public final class RowPass {
    private RowPass() {}

    /**
     * Gives all chunks to a consumer.
     *
     * @throws CancellationException if {@code stop} is true between two chunks
     */
    public static void over(
            FeatureSource source, TrainingListener listener, BooleanSupplier stop, Consumer<FloatMatrix> consumer) {
        until(source, listener, stop, _ -> false, consumer);
    }

    /**
     * Gives chunks to a consumer up to the first one with a missing cell.
     *
     * @return whether no cell was missing
     * @throws CancellationException if {@code stop} is true between two chunks
     */
    public static boolean overComplete(
            FeatureSource source,
            Workers workers,
            TrainingListener listener,
            BooleanSupplier stop,
            Consumer<FloatMatrix> consumer) {
        return until(source, listener, stop, chunk -> MissingCells.in(chunk, workers), consumer);
    }

    private static boolean until(
            FeatureSource source,
            TrainingListener listener,
            BooleanSupplier stop,
            Predicate<FloatMatrix> end,
            Consumer<FloatMatrix> consumer) {
        long seen = 0;
        try (FeatureCursor cursor = source.open()) {
            for (FloatMatrix chunk = cursor.next(); chunk != null; chunk = cursor.next()) {
                // Rows that are one chunk, in memory, are soon done.
                if (seen > 0 && stop.getAsBoolean()) {
                    throw new CancellationException("asked to stop during a pass over the rows");
                }
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
