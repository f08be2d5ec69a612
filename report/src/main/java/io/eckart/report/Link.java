package io.eckart.report;

/**
 * Ties blocks together: what is selected in one is shown in all of the same name.
 *
 * @param name of the selection; empty for a block without links
 * @param id the field that identifies a row
 */
public record Link(String name, String id) {
    /** Tied to nothing. */
    public static final Link NONE = new Link("", "");
}
