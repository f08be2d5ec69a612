package io.eckart.report.result;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows that were made of the rows of a table.
 *
 * @param written the file with them, if one was written
 * @param content what they are, such as {@code codes}
 * @param columns how many columns they have, without those kept
 * @param kept the columns before them in the file: the number of the row, and those kept from the table
 */
public record RowOutput(@Nullable Path written, String content, long rows, int columns, List<String> kept) {
    public RowOutput {
        kept = List.copyOf(kept);
    }
}
