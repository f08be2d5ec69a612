package io.eckart.report;

/**
 * A straight line through a chart at one value of an axis.
 *
 * @param name in the chart
 * @param from where the value is in the data; nothing is drawn where it is null
 */
public record Level(String name, String from) {
    /** @throws IllegalArgumentException if the pointer is none */
    public Level {
        Pointers.require(from);
    }
}
