package io.eckart.data;

/**
 * Bad data: the message names the file, the row and column where they are known, what was expected and the way out. Rows
 * are counted from 1 as the user sees them in the file; the header line is row 1 where there is one.
 */
public final class DataException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DataException(String message) {
        super(message);
    }

    public DataException(String message, Throwable cause) {
        super(message, cause);
    }

    /** This error with the name of the data before its message, unless the message names it. */
    public DataException of(String data) {
        String message = String.valueOf(getMessage());
        return message.contains(data) ? this : new DataException(data + ": " + message, this);
    }
}
