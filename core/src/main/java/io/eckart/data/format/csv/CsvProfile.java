package io.eckart.data.format.csv;

import io.eckart.data.Column;
import io.eckart.data.ColumnType;
import io.eckart.data.Note;
import io.eckart.data.Remedy;
import io.eckart.data.format.ColumnNames;
import io.eckart.data.format.ColumnOverrides;
import io.eckart.data.format.ColumnPlan;
import io.eckart.data.format.InputFile;
import io.eckart.data.format.MissingMarkers;
import io.eckart.data.format.NumberText;
import io.eckart.data.format.ReadOptions;
import io.eckart.data.format.csv.column.CellFormat;
import io.eckart.data.format.csv.column.ColumnDecision;
import io.eckart.data.format.csv.column.ColumnProfile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the columns of a CSV file hold, found in one pass in bounded memory. */
final class CsvProfile implements CsvRows.Cells {
    private final InputFile file;
    private final CsvLayout layout;
    private final MissingMarkers missing;
    private final ReadOptions options;
    private final ColumnOverrides overrides;
    private final @Nullable ColumnProfile[] profiles;
    private final KeptNumbers kept;
    private final List<Note> notes = new ArrayList<>();
    private long rows;

    /** @param kept is given the numbers as long as there is nothing else */
    CsvProfile(InputFile file, CsvLayout layout, MissingMarkers missing, ReadOptions options, KeptNumbers kept) {
        this.file = file;
        this.layout = layout;
        this.missing = missing;
        this.options = options;
        this.overrides = ColumnOverrides.of(file, new ColumnNames(file, layout.names()), options);
        this.kept = kept;
        boolean commas = options.csv().decimal().equals(Optional.of(','));
        this.profiles = new ColumnProfile[layout.names().size()];
        for (int i = 0; i < profiles.length; i++) {
            String name = layout.names().get(i);
            Optional<ColumnType> forced = overrides.type(name);
            boolean left = forced.isPresent() && forced.get() == ColumnType.IGNORED;
            profiles[i] = left ? null : new ColumnProfile(name, forced, missing.in(name), commas);
            if (forced.isPresent() && forced.get() != ColumnType.NUMBER) {
                kept.giveUp();
            }
        }
    }

    /**
     * Passes over the file. Where it turns out to have a footer, that is returned, and another pass is needed that knows it.
     *
     * @throws io.eckart.data.DataException if there is no row
     */
    Optional<Footer> passOverFile() {
        try (CsvRows records = new CsvRows(file, layout)) {
            kept.makeRoom(layout.names().size(), 0);
            while (records.next(this)) {
                rows++;
                kept.makeRoom(layout.names().size(), records.characters());
            }
            if (rows == 0) {
                throw layout.noRows(file);
            }
            noteRepeatedHeaders(records.repeatedHeaders());
            return layout.footer().isPresent()
                    ? Optional.empty()
                    : records.footer().or(records::filledUpFooter);
        }
    }

    private void noteRepeatedHeaders(long count) {
        if (count > 0) {
            notes.add(Note.of(
                    Note.Kind.SKIPPED,
                    count + (count == 1 ? " row is" : " rows are") + " the header again and no data",
                    count,
                    Remedy.choose(Remedy.Setting.HEADER, "no")));
        }
    }

    /** Takes only the first rows, as a model's new data are read. */
    void passOverSample() {
        kept.giveUp();
        for (List<String> row : layout.sampleRows()) {
            rows++;
            for (int i = 0; i < row.size(); i++) {
                char[] cell = row.get(i).toCharArray();
                cell(rows, i, cell, 0, cell.length);
            }
        }
    }

    @Override
    public void cell(long row, int column, char[] buffer, int from, int to) {
        ColumnProfile profile = profiles[column];
        if (profile == null) {
            return;
        }
        double number = profile.add(row, buffer, from, to);
        if (kept.isPossible()) {
            boolean absent = Double.isNaN(number)
                    && missing.in(profile.name).isMissingNumber(NumberText.parse(buffer, from, to), buffer, from, to);
            kept.add(absent, number);
        }
    }

    /** The number of rows below the header. */
    long rows() {
        return rows;
    }

    /** What was decided about the columns; after {@link #columns}. */
    List<Note> notes() {
        return notes;
    }

    /**
     * The columns in file order.
     *
     * @throws io.eckart.data.DataException if the cells of a column contradict its type
     */
    CsvColumns columns() {
        @Nullable ColumnDecision[] decisions = decisions();
        List<Column> columns = new ArrayList<>(profiles.length);
        for (int i = 0; i < profiles.length; i++) {
            ColumnDecision decision = decisions[i];
            columns.add(decision == null ? Column.ignored(layout.names().get(i)) : decision.column());
        }
        keepSome(columns, decisions);
        for (ColumnDecision decision : decisions) {
            notes.addAll(decision == null ? List.of() : decision.notes());
        }
        noteUnusedMarkers();
        ColumnPlan plan = ColumnPlan.inFileOrder(columns, Optional.empty());
        return columns(plan, decisions);
    }

    /** Row numbers, identifiers and texts are features where there are no others. */
    private static void keepSome(List<Column> columns, @Nullable ColumnDecision[] decisions) {
        if (columns.stream().anyMatch(column -> column.type().isFeature())) {
            return;
        }
        for (int i = 0; i < decisions.length; i++) {
            ColumnDecision decision = decisions[i];
            if (decision != null && decision.couldBeFeature()) {
                columns.set(i, decision.asFeature());
            }
        }
    }

    /** The same for new data of a model, whose columns are known; the rows of the sample tell how their numbers are written. */
    CsvColumns columns(ColumnPlan plan) {
        return columns(plan, decisions());
    }

    private CsvColumns columns(ColumnPlan plan, @Nullable ColumnDecision[] decisions) {
        char mark = decimal() == ',' ? ',' : '.';
        return new CsvColumns(plan, formats(plan, decisions), mark, layout.names(), missing);
    }

    /** The columns that are not used and only tell rows apart. */
    List<String> identifiers(ColumnPlan plan) {
        return IntStream.range(0, profiles.length)
                .filter(i -> plan.target(i) < 0 && i != plan.label())
                .filter(i -> profiles[i] != null && profiles[i].tellsRowsApart())
                .mapToObj(layout.names()::get)
                .toList();
    }

    private static @Nullable CellFormat[] formats(ColumnPlan plan, @Nullable ColumnDecision[] decisions) {
        @Nullable CellFormat[] formats = new CellFormat[decisions.length];
        for (int i = 0; i < formats.length; i++) {
            ColumnDecision decision = decisions[i];
            Column column = plan.column(i);
            boolean numbers = column != null && column.type() == ColumnType.NUMBER;
            formats[i] = numbers && decision != null ? decision.format() : null;
        }
        return formats;
    }

    private @Nullable ColumnDecision[] decisions() {
        char decimal = decimal();
        @Nullable ColumnDecision[] decisions = new ColumnDecision[profiles.length];
        for (int i = 0; i < profiles.length; i++) {
            ColumnProfile profile = profiles[i];
            decisions[i] = profile == null
                    ? null
                    : new ColumnDecision(file, profile, options.csv().strict(), decimal);
        }
        return decisions;
    }

    /** The decimal mark that is given or that some columns show while none shows another; 0 if it is open. */
    private char decimal() {
        if (options.csv().decimal().isPresent()) {
            return options.csv().decimal().get();
        }
        boolean commas = columnsProfiled().anyMatch(p -> p.formats.showCommaDecimals());
        boolean points = columnsProfiled().anyMatch(p -> !p.mayBeGrouped() || p.formats.showCommaGroups());
        boolean quotedCommas = layout.dialect().isComma() && columnsProfiled().anyMatch(p -> p.formats.areAmbiguous());
        if (commas == points) {
            return quotedCommas && !commas ? '.' : '\0';
        }
        return commas ? ',' : '.';
    }

    private Stream<ColumnProfile> columnsProfiled() {
        return Arrays.stream(profiles).filter(Objects::nonNull);
    }

    private void noteUnusedMarkers() {
        for (String marker : new TreeSet<>(options.missing().texts())) {
            noteIfUnused(marker, columnsProfiled());
        }
        options.missing()
                .inColumns()
                .forEach((column, markers) -> new TreeSet<>(markers)
                        .forEach(
                                marker -> noteIfUnused(marker, columnsProfiled().filter(p -> p.name.equals(column)))));
    }

    private void noteIfUnused(String marker, Stream<ColumnProfile> columns) {
        double number = NumberText.parse(marker.strip());
        boolean used = columns.anyMatch(p -> p.markers.isFull()
                || Stream.concat(p.markers.counts().keySet().stream(), p.words.counts().keySet().stream())
                        .anyMatch(text -> text.equals(marker.strip()) || NumberText.parse(text) == number));
        if (!used && !missing.isCommon(marker)) {
            notes.add(Note.of(
                    Note.Kind.UNUSED,
                    "no cell is '" + marker + "', which was declared to be a missing cell",
                    0,
                    Remedy.choose(Remedy.Setting.MISSING_MARKER, "TEXT")));
        }
    }
}
