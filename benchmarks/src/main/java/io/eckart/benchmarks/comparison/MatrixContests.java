package io.eckart.benchmarks.comparison;

import io.eckart.benchmarks.side.Request;
import java.util.List;
import java.util.stream.Stream;

/** PCA, k-means and linear autoencoders. */
final class MatrixContests {
    private static final int COMPONENTS = 32;
    private static final int ITERATIONS = 20;
    private static final int MANY = 1024;

    private MatrixContests() {}

    static Discipline pca() {
        return new Discipline(
                "pca",
                "PCA",
                "error per row",
                1e-3,
                ImageData::in,
                List.of(
                        new PeerProgram(Library.SCIKIT_LEARN, "scikit_learn_pca.py"),
                        new PeerProgram(Library.SPARK, "io.eckart.benchmarks.spark.SparkSide")),
                List.of(
                        Contest.of(
                                "PCA, k = 32",
                                Request.of("eckart", COMPONENTS),
                                Rival.of("pca-randomized", COMPONENTS).target(2.5),
                                Rival.of("pca-covariance-eigh", COMPONENTS),
                                Rival.of("gram-eigh", COMPONENTS).target(1),
                                Rival.of("spark-pca", COMPONENTS).target(10)),
                        Contest.of(
                                "PCA, k = 32, mean kept",
                                Request.of("eckart-uncentred", COMPONENTS),
                                Rival.of("truncated-svd", COMPONENTS))));
    }

    static Discipline kMeans() {
        return new Discipline(
                "kmeans",
                "k-means, 20 iterations from the first k rows",
                "error per row",
                1e-3,
                ImageData::in,
                List.of(
                        new PeerProgram(Library.SCIKIT_LEARN, "scikit_learn_kmeans.py"),
                        new PeerProgram(Library.TRIBUO, "io.eckart.benchmarks.tribuo.TribuoSide"),
                        new PeerProgram(Library.SPARK, "io.eckart.benchmarks.spark.SparkSide")),
                List.of(kMeans(10, 3), kMeans(128, 4), kMeans(MANY, 4).asSlow()));
    }

    private static Contest kMeans(int k, double target) {
        return Contest.of(
                "k-means, k = " + k,
                Request.of("eckart", k, ITERATIONS),
                Rival.of("kmeans-lloyd", k, ITERATIONS).target(target),
                Rival.of("kmeans-elkan", k, ITERATIONS).target(target),
                Rival.of("tribuo-kmeans", k, ITERATIONS),
                Rival.of("spark-kmeans", k, ITERATIONS));
    }

    static Discipline linear() {
        return new Discipline(
                "linear",
                "Linear autoencoders from a random start until within 1 % of the exact optimum",
                "error per row",
                1e-2,
                ImageData::in,
                List.of(new PeerProgram(Library.TORCH, "torch_linear.py")),
                Stream.of("free", "shared", "pinv", "unrolled")
                        .map(MatrixContests::linear)
                        .toList());
    }

    private static Contest linear(String kind) {
        double target = kind.equals("pinv") || kind.equals("unrolled") ? 8 : 5;
        return Contest.of(
                "linear autoencoder within 1 %, " + kind,
                Request.of(kind, COMPONENTS),
                Rival.of("linear-autoencoder", COMPONENTS),
                Rival.of("linear-autoencoder-256", COMPONENTS).target(target));
    }
}
