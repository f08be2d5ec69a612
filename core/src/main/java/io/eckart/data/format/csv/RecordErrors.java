package io.eckart.data.format.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import io.eckart.data.DataException;
import io.eckart.data.Remedy;
import io.eckart.data.format.InputFile;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;

/** The errors of a CSV file that cannot be cut into records. */
record RecordErrors(InputFile file, TextEncoding encoding) {

    DataException width(long row, int expected, int found) {
        return file.rowError(
                row,
                "expected " + expected + " cells as in the first row, found " + found,
                Remedy.byHand(
                        "check the delimiter and the quotes of this row, or delete it if it is not a row of the table"));
    }

    RuntimeException unreadable(IOException cause) {
        return cause instanceof CharacterCodingException ? encoding.failure() : file.failure(cause);
    }

    /** @throws Error if one was thrown while the record was taken */
    RuntimeException notSeparated(CsvParseException e, long row) {
        return switch (e.getCause()) {
            case DataException data -> data;
            case Error error -> throw error;
            case null, default ->
                file.rowError(
                        Math.max(1, row),
                        "the cells cannot be separated ("
                                + (e.getCause() == null
                                        ? e.getMessage()
                                        : e.getCause().getMessage()) + ")",
                        Remedy.byHand("check the quotes from this row on"));
        };
    }
}
