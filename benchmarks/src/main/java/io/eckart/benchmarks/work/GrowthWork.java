package io.eckart.benchmarks.work;

import io.eckart.benchmarks.side.Introduction;
import io.eckart.benchmarks.side.Reply;
import io.eckart.benchmarks.side.Request;
import io.eckart.benchmarks.side.Work;
import io.eckart.data.Features;
import io.eckart.model.Autoencoder;
import io.eckart.model.AutoencoderParameters;
import io.eckart.network.Dimensions;
import io.eckart.network.NetworkEncoder;
import io.eckart.network.kind.Networks;
import io.eckart.numerics.Activation;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.RandomStreams;
import io.eckart.numerics.Workers;
import io.eckart.numerics.product.Reals64;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** Methods on made rows of any size, n, d and k being the arguments; one size a process, since memory is that of the process. */
final class GrowthWork implements Work {
    private static final int RANK = 8;
    /** So much that what is left of PCA is no rounding, which would be looked at a second time in float64. */
    private static final double NOISE = 2;

    private static final int ITERATIONS = 10;
    private static final int BATCH = 256;
    private static final long KILO = 1024;

    private final Workers workers;
    private Features data = Features.of(FloatMatrix.zeros(1, 1));

    GrowthWork(Workers workers) {
        this.workers = workers;
    }

    @Override
    public Introduction introduction() {
        return EckartSide.introduction(0, 0, "pca", "kmeans", "train", "encode", "peak-memory");
    }

    @Override
    public Reply answer(Request request) {
        if (request.method().equals("peak-memory")) {
            return new Reply(0, peakMemory(), 0);
        }
        prepare(request.whole(0), request.whole(1));
        int k = request.whole(2);
        return switch (request.method()) {
            case "pca" -> new PcaWork(data, workers).answer(Request.of("eckart", k));
            case "kmeans" -> new KMeansWork(data, workers).answer(Request.of("eckart", k, ITERATIONS));
            case "train" -> new TrainingWork(data, workers).answer(Request.of("network", k, BATCH, 1, "relu"));
            case "encode" -> new EncodingWork(data.values(), network(k), workers).answer(Request.of("eckart"));
            default -> throw Work.unknown(request);
        };
    }

    /** Rows near a subspace, the same for the same size. */
    private void prepare(int n, int d) {
        if (data.values().rows() == n && data.width() == d) {
            return;
        }
        SplittableRandom random = new RandomStreams(1).stream("rows");
        double[] directions = random.doubles((long) RANK * d, -1, 1).toArray();
        float[] values = new float[n * d];
        for (int i = 0; i < n; i++) {
            double[] scores = random.doubles(RANK, -1, 1).toArray();
            for (int j = 0; j < d; j++) {
                double sum = NOISE * (random.nextDouble() - 0.5);
                for (int c = 0; c < RANK; c++) {
                    sum += scores[c] * directions[c * d + j];
                }
                values[i * d + j] = (float) sum;
            }
        }
        data = Features.of(new FloatMatrix(n, d, values));
    }

    /** A network d-k-d at a random start. */
    private Autoencoder network(int k) {
        int d = data.width();
        NetworkEncoder network = NetworkEncoder.mirrored(List.of(), Activation.GELU, false);
        Dimensions dimensions = new Dimensions(d, k, false, false);
        Reals64 values =
                new Reals64(new double[Networks.of(network).layout(dimensions).length()]);
        Networks.of(network).start(dimensions, values, new RandomStreams(1).stream("start"));
        return new Autoencoder(
                new AutoencoderParameters(network, dimensions, values.values(), new double[d], 1, new double[d], 1));
    }

    /** The most bytes that this process has had in memory; NaN where the system does not tell. */
    private static double peakMemory() {
        Path status = Path.of("/proc/self/status");
        if (!Files.isReadable(status)) {
            return Double.NaN;
        }
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToDouble(line -> KILO * Double.parseDouble(line.replaceAll("[^0-9]", "")))
                    .findFirst()
                    .orElse(Double.NaN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
