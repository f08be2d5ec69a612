package io.eckart.task.fill;

import io.eckart.data.Table;
import io.eckart.training.NeighboursConfig;

/** About how long ways to fill take on two processors, by the shape of the table. */
final class FillCost {
    private FillCost() {}

    /** Seconds to fit a way and to fill with it. */
    static double seconds(FillMethod method, Table table) {
        double n = table.rows();
        double d = FillPlan.features(table);
        double cells = n * d;
        return switch (method) {
            case FillMethod.Means _ -> cells / 1e8;
            // Rows with different missing cells have their own factorisation.
            case FillMethod.Normal _ -> 100 * n * (d * d + d * d * d / 3) / 1e9;
            case FillMethod.Neighbours(NeighboursConfig _) -> 2 * n * cells / 1e9;
            case FillMethod.Principal _ -> 0.2 + 200 * (cells * d + 10 * d * d * d) / 1e9;
            case FillMethod.Unrolled _ -> 3e-4 * n * d;
            case FillMethod.Blend(FillMethod first, FillMethod second, double _) ->
                seconds(first, table) + seconds(second, table);
            case FillMethod.Masked(var config) -> config.networks() * (1.2 + 2e-3 * n);
        };
    }

    /** The way whose time foretells that of a given one: itself, or what takes longest of a blend. */
    static FillMethod dearest(FillMethod method, Table table) {
        return switch (method) {
            case FillMethod.Blend(FillMethod first, FillMethod second, double _) ->
                seconds(first, table) >= seconds(second, table) ? dearest(first, table) : dearest(second, table);
            case FillMethod.Means _,
                    FillMethod.Normal _,
                    FillMethod.Neighbours _,
                    FillMethod.Principal _,
                    FillMethod.Unrolled _,
                    FillMethod.Masked _ -> method;
        };
    }
}
