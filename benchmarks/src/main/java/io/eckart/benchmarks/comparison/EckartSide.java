package io.eckart.benchmarks.comparison;

import io.eckart.benchmarks.BenchmarkData;
import io.eckart.data.Features;
import io.eckart.model.EckartVersion;
import io.eckart.model.Reconstructor;
import io.eckart.network.Architectures;
import io.eckart.network.Blueprint;
import io.eckart.network.UnrolledEncoder;
import io.eckart.numerics.LinearAlgebra;
import io.eckart.numerics.RandomStreams;
import io.eckart.numerics.Workers;
import io.eckart.task.Evaluation;
import io.eckart.training.AutoencoderConfig;
import io.eckart.training.AutoencoderFit;
import io.eckart.training.AutoencoderTrainer;
import io.eckart.training.KMeansConfig;
import io.eckart.training.KMeansFit;
import io.eckart.training.KMeansTrainer;
import io.eckart.training.PcaConfig;
import io.eckart.training.PcaFit;
import io.eckart.training.PcaTrainer;
import io.eckart.training.RunOptions;
import io.eckart.training.TrainingConfig;
import io.eckart.training.TrainingEvent;
import io.eckart.training.TrainingListener;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import tools.jackson.databind.json.JsonMapper;

/** Eckart's side: {@code EckartSide FILE THREADS}. */
final class EckartSide {
    static final String PCA = "pca";
    static final String PCA_CENTERED = "pca-centered";
    static final String KMEANS = "kmeans";
    static final String LINEAR = "linear-";

    /** How near the exact optimum is near enough. */
    private static final double TOLERANCE = 0.01;

    private final Features data;
    private final Workers workers;

    private EckartSide(Features data, Workers workers) {
        this.data = data;
        this.workers = workers;
    }

    public static void main(String[] arguments) throws IOException {
        JsonMapper json = new JsonMapper();
        Features data = BenchmarkData.read(Path.of(arguments[0]));
        try (Workers workers = Workers.of(Integer.parseInt(arguments[1]));
                BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            EckartSide side = new EckartSide(data, workers);
            System.out.println(json.writeValueAsString(side.introduction()));
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                System.out.println(json.writeValueAsString(side.answer(Request.parse(line))));
            }
        }
    }

    private Introduction introduction() {
        String java = System.getProperty("java.vendor") + " " + System.getProperty("java.runtime.version");
        return new Introduction(
                "Eckart " + EckartVersion.current(),
                List.of(
                        PCA,
                        PCA_CENTERED,
                        KMEANS,
                        LINEAR + "free",
                        LINEAR + "pinv",
                        LINEAR + "shared",
                        LINEAR + "unrolled"),
                Map.of("JDK", java, "BLAS", LinearAlgebra.get().description()),
                data.values().rows(),
                data.width());
    }

    private Reply answer(Request request) {
        return switch (request.method()) {
            case PCA -> pca(PcaConfig.components(request.k()));
            case PCA_CENTERED -> pca(PcaConfig.components(request.k()).centered(true));
            case KMEANS -> kMeans(request.k(), request.iterations());
            case "linear-free", "linear-pinv", "linear-shared", "linear-unrolled" ->
                linear(request.method().substring(LINEAR.length()), request.k());
            default -> throw new IllegalArgumentException("no method is called '" + request.method() + "'");
        };
    }

    private Reply pca(PcaConfig config) {
        long start = System.nanoTime();
        PcaFit fit = new PcaTrainer(config, new RandomStreams(0), workers, TrainingListener.SILENT).fit(data);
        return reply(start, fit.model(), 0);
    }

    private Reply kMeans(int k, int iterations) {
        KMeansConfig config = KMeansConfig.clusters(k)
                .withMaxIterations(iterations)
                .startingFrom(data.values().copyRows(0, k).toDouble());
        long start = System.nanoTime();
        KMeansFit fit =
                new KMeansTrainer(config, new RandomStreams(0), workers, TrainingListener.SILENT).fit(data.values());
        return reply(start, fit.model(), fit.iterations());
    }

    /** A linear autoencoder on moments from a random start, until the gap to the exact optimum is small enough. */
    private Reply linear(String kind, int k) {
        Blueprint blueprint =
                kind.equals("unrolled") ? UnrolledEncoder.automatic(10) : Architectures.of(kind, Map.of());
        AutoencoderConfig config = AutoencoderConfig.of(blueprint, k).trained(TrainingConfig.DEFAULT.holdingOut(0));
        AtomicBoolean near = new AtomicBoolean();
        TrainingListener listener = event -> {
            if (event instanceof TrainingEvent.EpochEnded ended && ended.gap() <= TOLERANCE) {
                near.set(true);
            }
        };
        RunOptions options = new RunOptions(workers.threads(), listener, near::get, Optional.empty());
        long start = System.nanoTime();
        AutoencoderFit fit = new AutoencoderTrainer(config, new RandomStreams(0), options).fit(data);
        if (fit.gap().orElseThrow() > TOLERANCE) {
            throw new IllegalStateException(kind + " ended with a gap of " + fit.gap());
        }
        return reply(start, fit.model(), fit.history().size());
    }

    private Reply reply(long start, Reconstructor model, int iterations) {
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Reply(seconds, Evaluation.of(data, model, workers).errorPerSample(), iterations);
    }
}
