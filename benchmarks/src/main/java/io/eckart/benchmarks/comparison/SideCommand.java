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
    static final String GROWTH = "growth";

    private SideCommand() {}

    static List<String> eckart(String discipline, Path data, int threads) {
        String settings = "-Djava.util.logging.config.class=" + Quiet.class.getName();
        List<String> options = new ArrayList<>(List.of(settings));
        if (discipline.equals(GROWTH)) {
            // Room for results of every size, so that no collection of the whole heap is measured.
            options.addAll(List.of("-Xms4g", "-Xmn1g"));
        }
        if (discipline.equals(LIMIT)) {
            options.add("--add-modules=jdk.incubator.vector");
        }
        List<String> command = java(options, System.getProperty("java.class.path"));
        command.addAll(List.of(EckartSide.class.getName(), discipline, data.toString(), String.valueOf(threads)));
        return command;
    }

    /** @param where an interpreter or a class path */
    static List<String> peer(PeerProgram peer, String where, Path scripts, Path data, int threads) {
        List<String> command = switch (peer.library().kind()) {
            case PYTHON ->
                new ArrayList<>(List.of(where, scripts.resolve(peer.program()).toString()));
            case JAVA -> {
                List<String> java = java(peer.library().javaOptions(), where);
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
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseParallelGC"));
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
