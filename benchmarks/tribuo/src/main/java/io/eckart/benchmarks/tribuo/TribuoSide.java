package io.eckart.benchmarks.tribuo;

import io.eckart.benchmarks.side.AnswerLoop;
import io.eckart.benchmarks.side.Introduction;
import io.eckart.benchmarks.side.ReconstructionError;
import io.eckart.benchmarks.side.Reply;
import io.eckart.benchmarks.side.Request;
import io.eckart.benchmarks.side.Rows;
import io.eckart.benchmarks.side.Work;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.tribuo.MutableDataset;
import org.tribuo.clustering.ClusterID;
import org.tribuo.clustering.ClusteringFactory;
import org.tribuo.clustering.kmeans.KMeansModel;
import org.tribuo.clustering.kmeans.KMeansTrainer;
import org.tribuo.impl.ArrayExample;
import org.tribuo.math.distance.DistanceType;
import org.tribuo.math.la.DenseVector;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/**
 * k-means by Tribuo: {@code TribuoSide ROWS THREADS}. It cannot be told where to start, so it starts at random rows, and its error
 * differs from that of the others.
 */
public final class TribuoSide implements Work {
    private final Rows rows;
    private final MutableDataset<ClusterID> data;
    private final int threads;

    private TribuoSide(Rows rows, int threads) {
        this.rows = rows;
        this.threads = threads;
        ClusteringFactory factory = new ClusteringFactory();
        data = new MutableDataset<>(new SimpleDataSourceProvenance("rows", factory), factory);
        // Of equal length, so that their order, which Tribuo's is, is that of the columns.
        String[] names = new String[rows.columns()];
        Arrays.setAll(names, j -> "x" + (1_000_000 + j));
        for (int i = 0; i < rows.rows(); i++) {
            double[] values = new double[rows.columns()];
            for (int j = 0; j < values.length; j++) {
                values[j] = rows.values()[i * values.length + j];
            }
            data.add(new ArrayExample<>(ClusteringFactory.UNASSIGNED_CLUSTER_ID, names, values));
        }
    }

    public static void main(String[] arguments) throws IOException {
        PrintStream answers = AnswerLoop.takeOutput();
        Logger.getLogger("").setLevel(Level.WARNING);
        Rows rows = Rows.read(Path.of(arguments[0]));
        AnswerLoop.run(new TribuoSide(rows, Integer.parseInt(arguments[1])), answers);
    }

    @Override
    public Introduction introduction() {
        return new Introduction(
                "Tribuo " + org.tribuo.Tribuo.VERSION,
                List.of("tribuo-kmeans"),
                Map.of("JDK", Introduction.jdk()),
                rows.rows(),
                rows.columns());
    }

    @Override
    public Reply answer(Request request) {
        if (!request.method().equals("tribuo-kmeans")) {
            throw Work.unknown(request);
        }
        int k = request.whole(0);
        KMeansTrainer trainer = new KMeansTrainer(
                k, request.whole(1), DistanceType.L2.getDistance(), KMeansTrainer.Initialisation.RANDOM, threads, 0);
        long start = System.nanoTime();
        KMeansModel model = trainer.train(data);
        double seconds = Reply.secondsSince(start);
        DenseVector[] vectors = model.getCentroidVectors();
        double[][] centroids = new double[k][];
        Arrays.setAll(centroids, c -> vectors[c].toArray());
        return new Reply(seconds, ReconstructionError.ofCentroids(rows, centroids), request.whole(1));
    }
}
