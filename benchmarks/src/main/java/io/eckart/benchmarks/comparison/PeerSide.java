package io.eckart.benchmarks.comparison;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * scikit-learn's side, where there is one.
 *
 * @param side empty where no python3 has scikit-learn
 */
record PeerSide(Optional<Side> side) implements AutoCloseable {

    static PeerSide start(Options options, Path data) {
        return new PeerSide(options.python()
                .map(python -> Side.start(
                        List.of(
                                python,
                                options.script().toString(),
                                data.toString(),
                                String.valueOf(options.threads())),
                        threadSettings(options.threads()))));
    }

    private static Map<String, String> threadSettings(int threads) {
        String count = String.valueOf(threads);
        return Map.of("OMP_NUM_THREADS", count, "OPENBLAS_NUM_THREADS", count, "MKL_NUM_THREADS", count);
    }

    @Override
    public void close() {
        side.ifPresent(Side::close);
    }
}
