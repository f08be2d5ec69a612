package io.eckart.data.sampling;

import io.eckart.data.TableSource;
import io.eckart.data.TableSource.TextCursor;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Cells of some rows as they are written in their file, such as the identifiers of rows that are shown. */
public final class RowTexts {
    private RowTexts() {}

    /**
     * Reads the cells in one pass, which ends with the last of the rows.
     *
     * @param columns of the file; if none are named, the file is not read
     * @param rows their numbers from 1, in any order
     * @return for each of the rows one text for each column, empty where the cell is
     * @throws io.eckart.data.DataException as {@link TableSource#texts}
     */
    public static Map<Long, List<String>> of(TableSource source, List<String> columns, LongStream rows) {
        long[] numbers = rows.sorted().distinct().toArray();
        Map<Long, List<String>> found = new HashMap<>();
        if (numbers.length == 0 || columns.isEmpty()) {
            return found;
        }
        try (TextCursor cursor = source.texts(columns)) {
            long row = 0;
            for (long number : numbers) {
                @Nullable String[] cells = cursor.next();
                for (row++; row < number && cells != null; row++) {
                    cells = cursor.next();
                }
                found.put(number, texts(cells, columns.size()));
            }
        }
        return found;
    }

    private static List<String> texts(@Nullable String @Nullable [] cells, int columns) {
        String[] texts = new String[columns];
        Arrays.setAll(texts, i -> cells == null || cells[i] == null ? "" : cells[i]);
        return List.of(texts);
    }
}
