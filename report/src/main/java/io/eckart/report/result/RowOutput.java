package io.eckart.report.result;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Rows that were made of the rows of a table.
 *
 * @param content what they are, such as {@code codes}
 * @param file they were written to, if they were
 */
public record RowOutput(String content, long rows, int columns, Optional<Path> file) {
    /** Rows that were written to a file. */
    public static RowOutput written(String content, long rows, int columns, Path file) {
        return new RowOutput(content, rows, columns, Optional.of(file));
    }
}
