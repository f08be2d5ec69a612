package io.eckart.report;

/**
 * Ties blocks together: what is selected in one is shown in all of the same name.
 *
 * @param name of the selection; empty for a block that stands alone
 * @param id the field that tells rows apart
 */
public record Link(String name, String id) {
    /** Tied to nothing. */
    public static final Link NONE = new Link("", "");
}
