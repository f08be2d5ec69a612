package io.eckart.report;

import java.util.List;

/**
 * Small charts of the same kind side by side, for the eye to compare.
 *
 * @param title says what they show together
 */
public record Multiples(String title, List<Chart> charts) implements Block {
    public Multiples {
        charts = List.copyOf(charts);
    }
}
