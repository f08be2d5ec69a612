package io.eckart.report;

/**
 * Rows drawn as images, each with its versions side by side.
 *
 * @param title says what is shown
 * @param from where the examples are in the data
 */
public record ImageGrid(String title, String from, Link link, Sampling sampling) implements Block {}
