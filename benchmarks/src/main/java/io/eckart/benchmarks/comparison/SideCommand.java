package io.eckart.benchmarks.comparison;

import io.eckart.benchmarks.work.EckartSide;
import io.eckart.benchmarks.work.Quiet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How sides are started. */
final class SideCommand {
    /** What Eckart's side is asked for where it measures the peak, by vectors that are not part of Java yet. */
    static final String LIMIT = "limit";

    /** What it is asked for at several sizes. */
    private static final String GROWTH = "growth";

    private static final String PARALLEL = "-XX:+UseParallelGC";

    private SideCommand() {}

    static List<String> eckart(String discipline, Path data, int threads) {
        List<String> options = new ArrayList<>(List.of(PARALLEL));
        if (discipline.equals(LIMIT)) {
            options.add("--add-modules=jdk.incubator.vector");
        }
        return eckart(options, discipline, data, threads);
    }

    private static List<String> eckart(List<String> options, String discipline, Path data, int threads) {
        options.add("-Djava.util.logging.config.class=" + Quiet.class.getName());
        List<String> command = java(options, System.getProperty("java.class.path"));
        command.addAll(List.of(EckartSide.class.getName(), discipline, data.toString(), String.valueOf(threads)));
        return command;
    }

    /** With room for results of every size, so that no collection of the whole heap is measured. */
    static List<String> growthOfTime(int threads) {
        return growth(threads, PARALLEL, "-Xms4g", "-Xmn1g");
    }

    /** With a heap that grows no further than it must, so that what a size needs is measured and not what there is. */
    static List<String> growthOfMemory(int threads) {
        return growth(threads, "-XX:+UseSerialGC", "-Xms16m", "-Xmn8m");
    }

    private static List<String> growth(int threads, String... options) {
        return eckart(new ArrayList<>(List.of(options)), GROWTH, Path.of("none"), threads);
    }

    /** @param where an interpreter or a class path */
    static List<String> peer(PeerProgram peer, String where, Path scripts, Path data, int threads) {
        List<String> command = switch (peer.library().kind()) {
            case PYTHON ->
                new ArrayList<>(List.of(where, scripts.resolve(peer.program()).toString()));
            case JAVA -> {
                List<String> options = new ArrayList<>(peer.library().javaOptions());
                options.add(PARALLEL);
                List<String> java = java(options, where);
                java.add(peer.program());
                yield java;
            }
        };
        command.add(data.toString());
        command.add(String.valueOf(threads));
        return command;
    }

    private static List<String> java(List<String> options, String classPath) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED"));
        command.addAll(options);
        command.addAll(List.of("-cp", classPath));
        return command;
    }

    /** What the libraries of the others read from the environment. */
    static Map<String, String> environment(int threads) {
        String count = String.valueOf(threads);
        return Map.of(
                "OMP_NUM_THREADS",
                count,
                "OPENBLAS_NUM_THREADS",
                count,
                "MKL_NUM_THREADS",
                count,
                "PYTHONDONTWRITEBYTECODE",
                "1",
                "SPARK_LOCAL_IP",
                "127.0.0.1");
    }
}
