package io.eckart;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Finds the real data sets beside the project; a test that needs one is skipped, by name, where it is absent. */
public final class RealData {
    private RealData() {}

    public static Path file(String name) {
        Path root = Path.of(System.getProperty("eckart.root", "."));
        Path file = root.resolve("../shared/data").resolve(name).normalize();
        Assumptions.assumeTrue(Files.exists(file), () -> "real data is absent: " + name);
        return file;
    }
}
