package io.eckart.benchmarks.spark;

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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.mllib.clustering.KMeans;
import org.apache.spark.mllib.clustering.KMeansModel;
import org.apache.spark.mllib.feature.PCA;
import org.apache.spark.mllib.linalg.DenseMatrix;
import org.apache.spark.mllib.linalg.Vector;
import org.apache.spark.mllib.linalg.Vectors;

/** PCA and k-means by Spark MLlib on this machine alone, its rows cached in memory: {@code SparkSide ROWS THREADS}. */
public final class SparkSide implements Work {
    private final Rows rows;
    private final JavaSparkContext context;
    private final JavaRDD<Vector> vectors;

    private SparkSide(Rows rows, int threads) {
        this.rows = rows;
        SparkConf configuration = new SparkConf()
                .setMaster("local[" + threads + "]")
                .setAppName("benchmark")
                .set("spark.ui.enabled", "false")
                .set("spark.driver.bindAddress", "127.0.0.1")
                .set("spark.driver.host", "127.0.0.1")
                .set("spark.rpc.message.maxSize", "1024");
        context = new JavaSparkContext(configuration);
        context.setLogLevel("ERROR");
        List<Vector> all = new ArrayList<>();
        for (int i = 0; i < rows.rows(); i++) {
            all.add(vector(i));
        }
        vectors = context.parallelize(all, 8 * threads).cache();
        vectors.count();
    }

    private Vector vector(int row) {
        double[] values = new double[rows.columns()];
        for (int j = 0; j < values.length; j++) {
            values[j] = rows.values()[row * values.length + j];
        }
        return Vectors.dense(values);
    }

    public static void main(String[] arguments) throws IOException {
        PrintStream answers = AnswerLoop.takeOutput();
        SparkSide side = new SparkSide(Rows.read(Path.of(arguments[0])), Integer.parseInt(arguments[1]));
        AnswerLoop.run(side, answers);
        side.context.stop();
    }

    @Override
    public Introduction introduction() {
        return new Introduction(
                "Spark MLlib " + context.version(),
                List.of("spark-pca", "spark-kmeans"),
                Map.of("JDK", Introduction.jdk()),
                rows.rows(),
                rows.columns());
    }

    @Override
    public Reply answer(Request request) {
        return switch (request.method()) {
            case "spark-pca" -> pca(request.whole(0));
            case "spark-kmeans" -> kMeans(request.whole(0), request.whole(1));
            default -> throw Work.unknown(request);
        };
    }

    private Reply pca(int k) {
        long start = System.nanoTime();
        DenseMatrix found = new PCA(k).fit(vectors.rdd()).pc();
        double seconds = Reply.secondsSince(start);
        double[][] components = new double[k][found.numRows()];
        for (int c = 0; c < k; c++) {
            for (int j = 0; j < found.numRows(); j++) {
                components[c][j] = found.apply(j, c);
            }
        }
        return new Reply(seconds, ReconstructionError.ofComponents(rows, components), 0);
    }

    private Reply kMeans(int k, int iterations) {
        Vector[] first = new Vector[k];
        Arrays.setAll(first, this::vector);
        KMeans kMeans =
                new KMeans().setK(k).setMaxIterations(iterations).setEpsilon(0).setInitialModel(new KMeansModel(first));
        long start = System.nanoTime();
        KMeansModel model = kMeans.run(vectors.rdd());
        double seconds = Reply.secondsSince(start);
        double[][] centroids =
                Arrays.stream(model.clusterCenters()).map(Vector::toArray).toArray(double[][]::new);
        return new Reply(seconds, ReconstructionError.ofCentroids(rows, centroids), iterations);
    }
}
