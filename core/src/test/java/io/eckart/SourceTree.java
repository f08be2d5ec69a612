package io.eckart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The project's own files, for tests that compare documents with code.
 *
 * @param main the folder of a module's shipped sources
 */
record SourceTree(Path main) {
    /** The folder that holds the modules: what the build says, else the nearest one above that looks like it. */
    static final Path ROOT = root();

    static final SourceTree CORE = of("core");

    /** All but the command line. */
    static final List<SourceTree> LIBRARY = List.of(CORE, of("study"), of("report"));

    static final List<SourceTree> ALL = List.of(CORE, of("study"), of("report"), of("cli"));

    private static SourceTree of(String module) {
        return new SourceTree(ROOT.resolve(module, "src", "main", "java"));
    }

    /** All source files that are shipped. */
    List<Path> files() {
        try (Stream<Path> files = Files.walk(main)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names of all packages with a source file in them. */
    List<String> packages() {
        return files().stream()
                .map(file -> main.relativize(Objects.requireNonNull(file.getParent())))
                .map(folder -> folder.toString().replace(folder.getFileSystem().getSeparator(), "."))
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path root() {
        Path folder = Path.of(System.getProperty("eckart.root", "")).toAbsolutePath();
        while (!Files.exists(folder.resolve("ARCHITECTURE.md"))) {
            folder = Objects.requireNonNull(folder.getParent(), "no folder above has an ARCHITECTURE.md");
        }
        return folder;
    }
}
