package io.eckart.report;

/**
 * Rows drawn as images, one line for each version, all rows side by side: for the eye to compare versions.
 *
 * @param title says what is shown
 * @param from where the examples are in the data
 * @param values rows that have a number for versions: the one whose {@code name} is that of the version
 * @param name field of {@code values}
 * @param value field of {@code values}, shown next to the version's name
 */
public record ImageLines(String title, String from, Rows values, Field name, Field value) implements Block {}
