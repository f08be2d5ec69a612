package io.eckart.data;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Fits an {@link Encoding}: statistics of each feature column, checks, then shift and scale. */
final class EncodingFit {
    private static final int NAMED = 5;
    /** Enough rows to see where a column lies. */
    private static final int FIRST_ROWS = 1024;

    private final TableSource source;
    private final Schema schema;
    private final List<Column> columns;
    private final Scaling scaling;
    private final ColumnStatistics statistics;
    private final boolean forFilling;
    private final boolean removesMean;

    EncodingFit(TableSource source, Scaling scaling, boolean forFilling, boolean removesMean) {
        this.forFilling = forFilling;
        this.removesMean = removesMean;
        this.source = source;
        this.schema = source.schema();
        this.columns = schema.features();
        this.scaling = scaling;
        this.statistics = new ColumnStatistics(columns.size());
    }

    Encoding fit() {
        if (columns.isEmpty()) {
            throw error(
                    "there are no feature columns: all columns are text, labels or left out",
                    Remedy.choose(Remedy.Setting.COLUMN_TYPES, ""));
        }
        if (readRows() == 0) {
            throw error("there are no rows");
        }
        checkObserved();
        checkSpread();
        double[] shift = new double[columns.size()];
        double[] scale = new double[columns.size()];
        for (int j = 0; j < shift.length; j++) {
            boolean number = columns.get(j).type() == ColumnType.NUMBER;
            shift[j] = number ? shift(j) : 0;
            scale[j] = number ? scale(scaling, j) : 1;
            checkRange(j, shift[j], scale[j]);
        }
        Encoding encoding = new Encoding(schema, scaling, shift, scale, ranges(), notes());
        checkNames(encoding.featureNames());
        return encoding;
    }

    private void checkNames(List<String> names) {
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!seen.add(name)) {
                throw error(
                        "two features would have the name '" + name + "': a column and a level of a category",
                        Remedy.byHand("rename the column in the file"),
                        Remedy.leaveOut(name));
            }
        }
    }

    private long readRows() {
        long rows = 0;
        try (TableCursor cursor = source.open()) {
            boolean enough = false;
            for (Table chunk = cursor.next(); chunk != null; chunk = enough ? null : cursor.next()) {
                if (scaling == Scaling.NONE && !forFilling) {
                    int first = Math.clamp(FIRST_ROWS - rows, 0, chunk.rows());
                    enough = statistics.addFirst(chunk, first) && rows + chunk.rows() >= FIRST_ROWS;
                } else {
                    statistics.add(chunk);
                }
                rows += chunk.rows();
            }
        }
        return rows;
    }

    /** Columns that seem to vary too little in the first rows are looked at in all rows. */
    private List<Note> notes() {
        if (scaling != Scaling.NONE || removesMean || !hasRounded(statistics)) {
            return List.of();
        }
        ColumnStatistics all = new ColumnStatistics(columns.size());
        source.forEachChunk(all::add);
        return IntStream.range(0, columns.size())
                .filter(j -> all.isRounded(j) && !all.isConstant(j))
                .mapToObj(j -> note(all, j))
                .toList();
    }

    private boolean hasRounded(ColumnStatistics rows) {
        return IntStream.range(0, columns.size()).anyMatch(rows::isRounded);
    }

    private Note note(ColumnStatistics all, int column) {
        return Note.of(
                Note.Kind.ROUNDED,
                columns.get(column).name(),
                String.format(
                        Locale.ROOT,
                        "its values differ by %.3g (standard deviation), and float32 holds numbers of their size in steps of %.3g only,"
                                + " so that differences are rounded or lost",
                        all.standardDeviation(column),
                        all.spacing(column)),
                all.rounded(column),
                Remedy.choose(Remedy.Setting.SCALING, "center"),
                Remedy.choose(Remedy.Setting.SCALING, "standard"));
    }

    private void checkObserved() {
        List<String> empty = where(j -> statistics.observed(j) == 0);
        if (!empty.isEmpty()) {
            throw error("no cell is observed in " + named(empty), new Remedy.LeaveOut(empty));
        }
    }

    private Optional<ColumnRanges> ranges() {
        if (!forFilling) {
            return Optional.empty();
        }
        double[] least = new double[columns.size()];
        double[] most = new double[columns.size()];
        for (int j = 0; j < least.length; j++) {
            least[j] = statistics.min(j);
            most[j] = statistics.max(j);
        }
        return Optional.of(new ColumnRanges(least, most));
    }

    private void checkSpread() {
        if (forFilling) {
            return;
        }
        boolean divides = scaling == Scaling.STANDARD || scaling == Scaling.MINMAX;
        List<String> constant =
                where(j -> divides && columns.get(j).type() == ColumnType.NUMBER && scale(scaling, j) == 0);
        if (!constant.isEmpty()) {
            String problem = "constant, so there is no spread to divide by: " + named(constant);
            Remedy none = Remedy.choose(Remedy.Setting.SCALING, "none");
            Remedy center = Remedy.choose(Remedy.Setting.SCALING, "center");
            throw schema.image().isPresent() // whose pixels cannot be left out
                    ? error(problem, none, center)
                    : error(problem, new Remedy.LeaveOut(constant), none, center);
        }
    }

    private void checkRange(int column, double shift, double scale) {
        if (!Double.isFinite(shift) || !Double.isFinite(scale)) {
            throw new DataException(
                    Place.of(source.name()).column(columns.get(column).name()),
                    "has a spread beyond the range of float64",
                    Remedy.byHand("rescale it in the file"),
                    Remedy.leaveOut(columns.get(column).name()));
        }
    }

    private double shift(int column) {
        return switch (scaling) {
            case NONE -> removesMean ? statistics.offset(column) : 0;
            case CENTER, STANDARD -> statistics.mean(column);
            case MINMAX -> statistics.min(column);
        };
    }

    /** 0 for a constant column if the scaling divides, even where the mean is rounded. */
    private double scale(Scaling columnScaling, int column) {
        if (forFilling && statistics.isConstant(column)) {
            return 1;
        }
        return switch (columnScaling) {
            case NONE, CENTER -> 1;
            case STANDARD -> statistics.isConstant(column) ? 0 : statistics.standardDeviation(column);
            case MINMAX -> statistics.range(column);
        };
    }

    private List<String> where(IntPredicate condition) {
        return IntStream.range(0, columns.size())
                .filter(condition)
                .mapToObj(j -> columns.get(j).name())
                .toList();
    }

    private static String named(List<String> names) {
        String shown = (names.size() == 1 ? "column '" : "columns '")
                + String.join("', '", names.subList(0, Math.min(NAMED, names.size()))) + "'";
        return names.size() > NAMED ? shown + " and " + (names.size() - NAMED) + " more" : shown;
    }

    private DataException error(String problem, Remedy... remedies) {
        return new DataException(Place.of(source.name()), problem, remedies);
    }
}
