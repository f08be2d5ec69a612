package io.eckart.benchmarks.comparison;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Files and folders of data that are made once and kept. */
final class MadeFile {
    private MadeFile() {}

    /** Writes a file or a folder. */
    @FunctionalInterface
    interface Writer {
        void write(Path to) throws IOException;
    }

    /** The place of this name, made by the writer if it is not there; never half-made. */
    static Path of(Path folder, String name, Writer writer) throws IOException {
        Path made = folder.resolve(name);
        if (!Files.exists(made)) {
            Terminal.note("making " + made + " ...");
            Path unfinished = Files.createTempDirectory(folder, "unfinished").resolve(name);
            writer.write(unfinished);
            Files.move(unfinished, made, StandardCopyOption.ATOMIC_MOVE);
            Files.delete(unfinished.getParent());
        }
        return made;
    }
}
