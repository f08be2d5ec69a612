package io.eckart.data.format.csv;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.Reader;

/**
 * How the text of a CSV file is cut into cells.
 *
 * @param delimiter the character between cells
 * @param runsOfBlanks whether any number of blanks and tabs is one delimiter
 * @param blanksAroundQuotes whether there are blanks between a delimiter and a quote
 * @param skippedLines the number of lines before the first record: comments, and the line that names the delimiter
 */
record CsvDialect(char delimiter, boolean runsOfBlanks, boolean blanksAroundQuotes, int skippedLines) {

    static CsvDialect plain(char delimiter) {
        return new CsvDialect(delimiter, false, false, 0);
    }

    /** Any number of blanks between cells. */
    static CsvDialect blanks() {
        return new CsvDialect(' ', true, false, 0);
    }

    CsvDialect skipping(int lines) {
        return new CsvDialect(delimiter, runsOfBlanks, blanksAroundQuotes, lines);
    }

    CsvDialect withBlanksAroundQuotes() {
        return new CsvDialect(delimiter, runsOfBlanks, true, skippedLines);
    }

    boolean isComma() {
        return delimiter == ',';
    }

    /** The text as the parser gets it. */
    Reader prepared(Reader text) {
        return runsOfBlanks ? new BlankRuns(text) : text;
    }

    CsvReader.CsvReaderBuilder parser() {
        return CsvReader.builder()
                .fieldSeparator(delimiter)
                .trimWhitespacesAroundQuotes(blanksAroundQuotes)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false);
    }

    /** The delimiter in words. */
    String words() {
        return switch (delimiter) {
            case '\t' -> "tabs";
            case ' ' -> "blanks";
            default -> "'" + delimiter + "'";
        };
    }

    /** What a copy of the file does not keep, in words; empty if it keeps everything. */
    String lost() {
        if (runsOfBlanks) {
            return "; copies of the file have one blank in the place of several";
        }
        return blanksAroundQuotes ? "; copies of the file are without the blanks around quotes" : "";
    }
}
