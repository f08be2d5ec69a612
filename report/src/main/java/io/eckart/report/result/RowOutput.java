package io.eckart.report.result;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Rows that were made of the rows of a table.
 *
 * @param written the file with them, if one was written
 * @param content what they are, such as {@code codes}
 */
public record RowOutput(@Nullable Path written, String content, long rows, int columns) {}
