package io.eckart.benchmarks.comparison;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where data comes from and goes to.
 *
 * @param images the file that the user wants to run on
 * @param shared a folder of public data sets, if there is one
 * @param made a folder for what is made
 */
record DataFolder(Optional<Path> images, Optional<Path> shared, Path made) {

    /** A file of the public data sets, if it can be read. */
    Optional<Path> shared(String name) {
        return shared.map(folder -> folder.resolve(name)).filter(Files::isReadable);
    }
}
