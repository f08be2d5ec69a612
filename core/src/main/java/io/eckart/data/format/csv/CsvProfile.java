package io.eckart.data.format.csv;

import io.eckart.data.Column;
import io.eckart.data.ColumnType;
import io.eckart.data.format.ColumnNames;
import io.eckart.data.format.ColumnOverrides;
import io.eckart.data.format.InputFile;
import io.eckart.data.format.MissingMarkers;
import io.eckart.data.format.NumberText;
import io.eckart.data.format.ReadOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the columns of a CSV file hold, found in one pass in bounded memory. */
final class CsvProfile implements CsvRecords.Cells {
    private final CsvLayout layout;
    private final MissingMarkers missing;
    private final ColumnOverrides overrides;
    private final @Nullable ColumnProfile[] profiles;
    private final KeptNumbers kept;
    private long rows;

    /** @param kept is given the numbers as long as there is nothing else */
    private CsvProfile(
            InputFile file, CsvLayout layout, MissingMarkers missing, ReadOptions options, KeptNumbers kept) {
        this.layout = layout;
        this.missing = missing;
        this.overrides = ColumnOverrides.of(file, new ColumnNames(file, layout.names()), options);
        this.kept = kept;
        this.profiles = new ColumnProfile[layout.names().size()];
        for (int i = 0; i < profiles.length; i++) {
            String name = layout.names().get(i);
            Optional<ColumnType> forced = overrides.type(name);
            profiles[i] = forced.isEmpty() || forced.get().isFeature() ? new ColumnProfile(file, name, forced) : null;
            if (forced.isPresent() && forced.get() != ColumnType.NUMBER) {
                kept.giveUp();
            }
        }
    }

    /**
     * Passes over the file.
     *
     * @throws io.eckart.data.DataException if there is no row
     */
    static CsvProfile of(
            InputFile file, CsvLayout layout, MissingMarkers missing, ReadOptions options, KeptNumbers kept) {
        CsvProfile profile = new CsvProfile(file, layout, missing, options, kept);
        try (CsvRecords records = CsvRecords.rows(file, layout)) {
            kept.makeRoom(layout.names().size(), 0);
            while (records.next(profile)) {
                profile.rows++;
                kept.makeRoom(layout.names().size(), records.characters());
            }
        }
        if (profile.rows == 0) {
            throw layout.noRows(file);
        }
        return profile;
    }

    @Override
    public void cell(long row, int column, char[] buffer, int from, int to) {
        ColumnProfile profile = profiles[column];
        if (profile == null) {
            return;
        }
        double number = NumberText.parse(buffer, from, to);
        boolean absent = missing.isMarker(number, buffer, from, to);
        if (!absent) {
            profile.add(row, number, buffer, from, to);
        }
        if (kept.isPossible()) {
            kept.add(absent || missing.matches(number), number);
        }
    }

    /** The number of rows below the header. */
    long rows() {
        return rows;
    }

    /**
     * The columns in file order.
     *
     * @throws io.eckart.data.DataException if the cells of a column contradict its type
     */
    List<Column> columns() {
        List<Column> columns = new ArrayList<>(profiles.length);
        for (int i = 0; i < profiles.length; i++) {
            String name = layout.names().get(i);
            ColumnProfile profile = profiles[i];
            columns.add(
                    profile == null
                            ? new Column(name, overrides.type(name).orElseThrow(), List.of())
                            : profile.column());
        }
        return columns;
    }
}
