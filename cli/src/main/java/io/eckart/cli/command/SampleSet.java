package io.eckart.cli.command;

import io.eckart.data.Column;
import io.eckart.data.Schema;
import io.eckart.data.Table;
import io.eckart.data.synthetic.DrawnDigits;
import io.eckart.data.synthetic.GaussianClusters;
import io.eckart.data.synthetic.PeopleTable;
import io.eckart.data.synthetic.SensorTable;
import io.eckart.data.synthetic.Sensors;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The tables that can be made to try commands on. */
enum SampleSet {
    SENSORS(1000),
    PEOPLE(500),
    DIGITS(1200),
    GROUPS(400),
    WELLS(12);

    private static final int PIXELS = 12;
    private static final double BROKEN = 0.02;
    private static final List<String> GROUP_NAMES = List.of("a", "b", "c");

    private final int usualRows;

    SampleSet(int usualRows) {
        this.usualRows = usualRows;
    }

    boolean hasMissingCells() {
        return this == SENSORS || this == PEOPLE;
    }

    /**
     * The table, with a label for each row.
     *
     * @param rows how many; null for the usual number
     * @param missing part of the cells that are missing; null for the usual one
     */
    Table table(@Nullable Integer rows, @Nullable Double missing, long seed) {
        int count = rows == null ? usualRows : rows;
        return switch (this) {
            case SENSORS -> sensors(count, missing == null ? SensorTable.DEFAULT.missingRate() : missing, seed);
            case PEOPLE ->
                new PeopleTable(count, missing == null ? PeopleTable.DEFAULT.missingRate() : missing, seed).generate();
            case DIGITS -> new DrawnDigits(count, PIXELS, seed).generate();
            case GROUPS -> groups(count, seed);
            case WELLS -> throw new IllegalStateException("not made from a seed");
        };
    }

    /** Which rows are broken is their label. */
    private static Table sensors(int rows, double missing, long seed) {
        SensorTable usual = SensorTable.DEFAULT;
        int broken = (int) Math.round(BROKEN * rows);
        Sensors made =
                new SensorTable(rows, usual.sensors(), usual.rank(), usual.noise(), missing, broken, seed).generate();
        boolean[] isBroken = made.broken();
        return made.table()
                .withLabels(
                        "state",
                        IntStream.range(0, rows)
                                .mapToObj(i -> isBroken[i] ? "broken" : "fine")
                                .toArray(String[]::new));
    }

    private static Table groups(int rows, long seed) {
        GaussianClusters.Sample sample = new GaussianClusters(rows, 8, 4, GROUP_NAMES.size(), 3, 0.3, seed).generate();
        List<Column> columns = new ArrayList<>();
        for (int j = 1; j <= sample.values().columns(); j++) {
            columns.add(Column.number("x" + j));
        }
        columns.add(Column.label("group"));
        String[] labels =
                IntStream.of(sample.clusters()).mapToObj(GROUP_NAMES::get).toArray(String[]::new);
        return new Table("groups", Schema.of(columns), rows, sample.values().values(), labels);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
