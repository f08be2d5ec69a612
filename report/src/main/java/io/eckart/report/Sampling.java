package io.eckart.report;

/**
 * Which part of the rows is shown.
 *
 * @param shown where the number of shown rows is in the data: a number, or an array that is counted; empty for nothing to say
 * @param of where the number of all rows is; empty where it is not known
 * @param how how the shown ones were chosen, in words
 */
public record Sampling(String shown, String of, String how) {
    /** Everything is shown. */
    public static final Sampling NONE = new Sampling("", "", "");

    public static Sampling of(String shown, String of, String how) {
        Pointers.require(shown);
        return new Sampling(shown, of, how);
    }

    /** Said in words alone. */
    public static Sampling said(String how) {
        return new Sampling("", "", how);
    }
}
