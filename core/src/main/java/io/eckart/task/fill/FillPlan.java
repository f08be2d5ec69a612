package io.eckart.task.fill;

import io.eckart.data.ColumnType;
import io.eckart.data.Table;
import io.eckart.model.NeighbourWeights;
import io.eckart.training.GaussianConfig;
import io.eckart.training.MaskedConfig;
import io.eckart.training.NeighboursConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How ways to fill are compared. Empty settings are chosen from the data.
 *
 * @param missingness how observed cells are hidden; empty: a tenth of them, completely at random
 * @param repetitions how often, at least 1; empty: three times, once for tables of more than 100,000 cells
 * @param uncertain whether only ways that have standard deviations are tried
 */
public record FillPlan(Optional<Missingness> missingness, OptionalInt repetitions, boolean uncertain) {
    public static final FillPlan DEFAULT = new FillPlan(Optional.empty(), OptionalInt.empty(), false);

    /** The most rows that ways are compared on, a random sample of the table. */
    static final int MOST_ROWS = 20_000;

    private static final long MANY_CELLS = 100_000;
    private static final int MOST_NORMAL = 1000;
    private static final int MOST_NEIGHBOUR_FEATURES = 2000;
    private static final int MOST_MASKED = 200;
    private static final int MOST_UNROLLED = 50;
    private static final int MOST_UNROLLED_ROWS = 5000;
    private static final int LEAST_MASKED_ROWS = 100;
    private static final double PART = 0.1;
    /** The most cells for blends: the filled cells of each way are kept in memory for them. */
    private static final long MOST_BLENDED = 1 << 22;

    /** @throws IllegalArgumentException if {@code repetitions} is below 1 */
    public FillPlan {
        if (repetitions.isPresent() && repetitions.getAsInt() < 1) {
            throw new IllegalArgumentException("repetitions must be at least 1, got " + repetitions.getAsInt());
        }
    }

    /** Cells that are missing stay missing, so a larger part would make the problem harder than the real one. */
    Missingness missingnessOrDefault() {
        return missingness.orElse(new Missingness(Missingness.Mechanism.MCAR, PART));
    }

    int repetitionsFor(Table table) {
        return repetitions.orElse(hasManyCells(table) ? 1 : 3);
    }

    /** The way to try for a way to fill: the same on small tables, a quicker one on others. */
    FillMethod compared(FillMethod method, Table table) {
        return hasManyCells(table) ? method.quick() : method;
    }

    private static boolean hasManyCells(Table table) {
        return (long) table.rows() * table.width() > MANY_CELLS;
    }

    /** The ways to try on a table; the reasons why others are left out are added to {@code leftOut}. */
    List<FillMethod> methods(Table table, List<String> leftOut) {
        int d = features(table);
        List<FillMethod> methods = new ArrayList<>(List.of(new FillMethod.Means()));
        if (d <= MOST_NORMAL) {
            methods.add(new FillMethod.Normal(GaussianConfig.DEFAULT));
        } else {
            leftOut.add("gaussian: " + d + " features, more than " + MOST_NORMAL);
        }
        for (int k : d > 3 ? new int[] {Math.ceilDiv(d, 4), Math.ceilDiv(d, 2)} : new int[] {1}) {
            if (k < Math.min(d, table.rows())) {
                methods.add(new FillMethod.Principal(k));
            }
        }
        if (!uncertain) {
            addNeighbours(methods, d, leftOut);
            addUnrolled(methods, d, table.rows(), leftOut);
            addMasked(methods, d, table, leftOut);
        }
        return methods;
    }

    /** Whether blends are tried; a reason why not is added to {@code leftOut}. Blends have no standard deviations. */
    boolean blends(Table table, List<String> leftOut) {
        long cells = (long) table.rows() * features(table);
        if (!uncertain && cells > MOST_BLENDED) {
            leftOut.add("blends: " + cells + " cells with categories as levels, more than " + MOST_BLENDED);
        }
        return !uncertain && cells <= MOST_BLENDED;
    }

    private static void addNeighbours(List<FillMethod> methods, int d, List<String> leftOut) {
        if (d > MOST_NEIGHBOUR_FEATURES) {
            leftOut.add("neighbours: " + d + " features, more than " + MOST_NEIGHBOUR_FEATURES);
            return;
        }
        for (int k : new int[] {5, 10, 20}) {
            methods.add(new FillMethod.Neighbours(new NeighboursConfig(k, NeighbourWeights.UNIFORM)));
        }
        methods.add(new FillMethod.Neighbours(new NeighboursConfig(10, NeighbourWeights.DISTANCE)));
    }

    private static void addUnrolled(List<FillMethod> methods, int d, int rows, List<String> leftOut) {
        if (d > MOST_UNROLLED || rows < LEAST_MASKED_ROWS || rows > MOST_UNROLLED_ROWS) {
            leftOut.add("unrolled: " + rows + " rows of " + d + " features; " + LEAST_MASKED_ROWS + " to "
                    + MOST_UNROLLED_ROWS + " rows of at most " + MOST_UNROLLED + " features are tried");
            return;
        }
        methods.add(new FillMethod.Unrolled(Math.ceilDiv(d, 2)));
    }

    private static void addMasked(List<FillMethod> methods, int d, Table table, List<String> leftOut) {
        int rows = table.rows();
        if (d > MOST_MASKED || rows < LEAST_MASKED_ROWS) {
            leftOut.add("masked: " + rows + " rows of " + d + " features; at least " + LEAST_MASKED_ROWS
                    + " rows of at most " + MOST_MASKED + " features are tried");
            return;
        }
        methods.add(new FillMethod.Masked(MaskedConfig.DEFAULT));
        if (hasManyCells(table)) {
            leftOut.add("masked with all its " + MaskedConfig.DEFAULT.networks()
                    + " networks: it is compared with one, and fitted with all if it wins");
        }
    }

    /** Features: a category counts as many as it has levels. */
    static int features(Table table) {
        return table.schema().features().stream()
                .mapToInt(column ->
                        column.type() == ColumnType.CATEGORY ? column.levels().size() : 1)
                .sum();
    }
}
