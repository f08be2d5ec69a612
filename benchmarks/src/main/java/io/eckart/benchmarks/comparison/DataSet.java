package io.eckart.benchmarks.comparison;

import java.io.IOException;
import java.nio.file.Path;

/** The data of a discipline. */
@FunctionalInterface
interface DataSet {
    /**
     * Where it lies, made if need be.
     *
     * @throws IOException if it cannot be written
     */
    Path in(DataFolder folder) throws IOException;
}
