package io.eckart.benchmarks.comparison;

import io.eckart.benchmarks.BenchmarkData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The file that the user named, else Fashion-MNIST where it lies, else drawn digits of the same size. */
final class ImageData {
    private ImageData() {}

    static Path in(DataFolder folder) throws IOException {
        if (folder.images().isPresent()) {
            Path file = folder.images().get();
            if (!Files.isReadable(file)) {
                throw new IllegalArgumentException(file + ": no such file, or it cannot be read");
            }
            return file;
        }
        var shared = folder.shared("fashion_mnist/train-images-idx3-ubyte.gz");
        return shared.isPresent() ? shared.get() : digits(folder.made());
    }

    private static Path digits(Path folder) throws IOException {
        Path file = folder.resolve("digits-60000-idx3-ubyte");
        if (!Files.exists(file)) {
            Terminal.note("drawing 60,000 digits into " + file + " ...");
            Path unfinished = folder.resolve("digits.part");
            BenchmarkData.writeDigits(unfinished);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return file;
    }
}
