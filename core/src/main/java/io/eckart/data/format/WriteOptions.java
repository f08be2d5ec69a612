package io.eckart.data.format;

/**
 * How tables are written.
 *
 * <pre>{@code
 * WriteOptions options = WriteOptions.DEFAULT.withForce(true);
 * }</pre>
 *
 * @param force whether an existing file is replaced
 * @param safeCells whether texts that a spreadsheet would take for formulas are written with an apostrophe before them, see {@link
 *     SafeCells}
 */
public record WriteOptions(boolean force, boolean safeCells) {
    /** Replaces no file and writes cells as they are. */
    public static final WriteOptions DEFAULT = new WriteOptions(false, false);

    public WriteOptions withForce(boolean value) {
        return new WriteOptions(value, safeCells);
    }

    public WriteOptions withSafeCells(boolean value) {
        return new WriteOptions(force, value);
    }
}
