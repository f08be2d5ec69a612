package io.eckart.benchmarks.comparison;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Where it was measured.
 *
 * @param cpu the processor's model
 * @param cores processors that this process may use
 * @param system the operating system
 * @param settings environment variables that change what a BLAS does
 */
record Machine(String cpu, int cores, String system, Map<String, String> settings) {
    private static final String SETTINGS = "(OPENBLAS|OMP|GOMP|KMP|MKL|BLIS|GOTO)_.*";

    static Machine here() {
        Map<String, String> settings = new TreeMap<>(System.getenv());
        settings.keySet().removeIf(name -> !name.matches(SETTINGS));
        return new Machine(
                cpuModel(),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                settings);
    }

    /** Processes that want to run, over the last minute; negative where the system does not tell. */
    static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    private static String cpuModel() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException e) {
            return System.getProperty("os.arch");
        }
    }
}
