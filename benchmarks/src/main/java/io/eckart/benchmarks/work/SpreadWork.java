package io.eckart.benchmarks.work;

import io.eckart.benchmarks.side.Introduction;
import io.eckart.benchmarks.side.Reply;
import io.eckart.benchmarks.side.Request;
import io.eckart.benchmarks.side.Rows;
import io.eckart.benchmarks.side.Work;
import io.eckart.data.Targets;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.Workers;
import io.eckart.training.label.SimilarityGraph;
import io.eckart.training.label.Spreading;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Classes spread from the first rows of a folder over a graph of neighbours; the check is the part that gets a wrong class. */
@SuppressWarnings("ArrayRecordComponent") // identity is never asked of work
record SpreadWork(FloatMatrix rows, int[] classes, Workers workers) implements Work {
    private static final List<String> NAMES =
            IntStream.range(0, 10).mapToObj(String::valueOf).toList();

    static SpreadWork in(Path folder, Workers workers) throws IOException {
        Rows rows = Rows.read(folder.resolve("rows.npy"));
        float[] given = Rows.read(folder.resolve("classes.npy")).values();
        int[] classes =
                IntStream.range(0, given.length).map(i -> (int) given[i]).toArray();
        return new SpreadWork(new FloatMatrix(rows.rows(), rows.columns(), rows.values()), classes, workers);
    }

    @Override
    public Introduction introduction() {
        return EckartSide.introduction(rows.rows(), rows.columns(), "eckart");
    }

    /** Takes the number of rows, of those whose class is known, and of neighbours. */
    @Override
    public Reply answer(Request request) {
        if (!request.method().equals("eckart")) {
            throw Work.unknown(request);
        }
        int n = request.whole(0);
        int known = request.whole(1);
        FloatMatrix some = rows.copyRows(0, n);
        int[] labels = Arrays.copyOf(classes, n);
        Arrays.fill(labels, known, n, -1);
        long start = System.nanoTime();
        SimilarityGraph graph = SimilarityGraph.of(some, request.whole(2), workers);
        FloatMatrix found =
                new Spreading(graph, workers, () -> false).probabilities(new Targets.Classes(NAMES, labels));
        double seconds = Reply.secondsSince(start);
        return new Reply(seconds, wrong(found, known), 0);
    }

    private double wrong(FloatMatrix found, int known) {
        int count = 0;
        for (int i = known; i < found.rows(); i++) {
            count += mostLikely(found, i) == classes[i] ? 0 : 1;
        }
        return (double) count / (found.rows() - known);
    }

    private static int mostLikely(FloatMatrix found, int row) {
        int best = 0;
        for (int c = 1; c < found.columns(); c++) {
            best = found.get(row, c) > found.get(row, best) ? c : best;
        }
        return best;
    }
}
