package io.eckart.data.format;

import io.eckart.data.Column;
import io.eckart.data.ColumnType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a CSV file, found out in one streaming pass in bounded memory.
 *
 * @param columns in file order
 * @param rows number of rows below the header
 */
record CsvInference(List<Column> columns, long rows) {

    /**
     * Reads the file.
     *
     * @param kept is given the numbers as long as there is nothing else
     * @throws io.eckart.data.DataException if there is no row or a column's cells contradict its type
     */
    static CsvInference of(
            InputFile file, CsvLayout layout, MissingMarkers missing, ReadOptions options, KeptNumbers kept) {
        ColumnOverrides overrides = ColumnOverrides.of(file, new ColumnNames(file, layout.names()), options);
        @Nullable ColumnProfile[] profiles = new ColumnProfile[layout.names().size()];
        for (int i = 0; i < profiles.length; i++) {
            Optional<ColumnType> forced = overrides.type(layout.names().get(i));
            boolean stored = forced.isEmpty() || forced.get().isFeature();
            profiles[i] = stored ? new ColumnProfile(file, layout.names().get(i), forced) : null;
        }
        long rows = profile(file, layout, missing, options.threads(), profiles, kept);
        List<Column> columns = new ArrayList<>(profiles.length);
        for (int i = 0; i < profiles.length; i++) {
            String name = layout.names().get(i);
            ColumnProfile profile = profiles[i];
            columns.add(
                    profile == null
                            ? new Column(name, overrides.type(name).orElseThrow(), List.of())
                            : profile.column());
        }
        return new CsvInference(columns, rows);
    }

    private static long profile(
            InputFile file,
            CsvLayout layout,
            MissingMarkers missing,
            int threads,
            @Nullable ColumnProfile[] profiles,
            KeptNumbers kept) {
        long rows = 0;
        try (CsvPass<ProfileRows> pass =
                CsvPass.over(file, layout, missing, threads, () -> new ProfileRows(missing, profiles, kept))) {
            for (ProfileRows block = pass.next(); block != null; block = pass.next()) {
                block.merge(pass.linesBefore(), pass.bytes());
                rows += block.rows();
            }
        }
        if (rows == 0) {
            throw file.error(
                    "row 1 is the header and there is no row below it; add rows, or use --header no if it is one");
        }
        return rows;
    }
}
