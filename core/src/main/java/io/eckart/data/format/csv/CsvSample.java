package io.eckart.data.format.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import io.eckart.data.format.InputFile;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;

/**
 * The first lines of a CSV file, to find out how it is laid out.
 *
 * @param text whole lines
 */
record CsvSample(String text) {
    private static final int BUFFER = 1 << 16;
    private static final int CHARACTERS = 1 << 18;
    /** Very long lines are read on until there are some. */
    private static final int LINES = 8;

    private static final int MOST_CHARACTERS = 1 << 26;
    private static final int RECORDS = 1000;

    static CsvSample of(InputFile file, TextEncoding encoding) {
        StringBuilder text = new StringBuilder();
        char[] buffer = new char[BUFFER];
        int count = 0;
        int lines = 0;
        try (Reader reader = encoding.reader()) {
            while (count >= 0 && (text.length() < CHARACTERS || (lines < LINES && text.length() < MOST_CHARACTERS))) {
                count = reader.read(buffer, 0, BUFFER);
                text.append(buffer, 0, Math.max(0, count));
                lines += lineEnds(buffer, count);
            }
        } catch (IOException e) {
            throw e instanceof CharacterCodingException ? encoding.failure() : file.failure(e);
        }
        int end = Math.max(text.lastIndexOf("\n"), text.lastIndexOf("\r"));
        return new CsvSample(count < 0 || end < 0 ? text.toString() : text.substring(0, end + 1));
    }

    private static int lineEnds(char[] buffer, int length) {
        int lines = 0;
        for (int i = 0; i < length; i++) {
            lines += buffer[i] == '\n' || buffer[i] == '\r' ? 1 : 0;
        }
        return lines;
    }

    /** The first records, cells without the blanks around them, as they are read. */
    List<List<String>> records(CsvDialect dialect) {
        return written(dialect).stream()
                .map(record -> record.stream().map(String::trim).toList())
                .toList();
    }

    /** The first records, without blank lines; those before an error if the text cannot be cut so. */
    List<List<String>> written(CsvDialect dialect) {
        return parsed(dialect).stream().map(CsvRecord::getFields).toList();
    }

    /** The number of lines above a record. */
    int linesAbove(CsvDialect dialect, int record) {
        return (int) parsed(dialect).get(record).getStartingLineNumber() - 1;
    }

    private List<CsvRecord> parsed(CsvDialect dialect) {
        List<CsvRecord> records = new ArrayList<>();
        try (CsvReader<CsvRecord> reader =
                dialect.parser().skipEmptyLines(true).build(anySize(), dialect.prepared(new StringReader(text)))) {
            reader.skipLines(dialect.skippedLines());
            for (CsvRecord record : reader) {
                if (!isBlank(record)) {
                    records.add(record);
                }
                if (records.size() == RECORDS) {
                    break;
                }
            }
        } catch (CsvParseException | IOException e) {
            // A quote that is not closed: what came before says enough, and reading the file will give the error.
            return records;
        }
        return records;
    }

    static CsvRecordHandler anySize() {
        return CsvRecordHandler.builder()
                .maxFields(Integer.MAX_VALUE)
                .maxFieldSize(Integer.MAX_VALUE)
                .maxRecordSize(Integer.MAX_VALUE)
                .build();
    }

    /** Whether a record is a line of blanks. */
    static boolean isBlank(CsvRecord record) {
        return record.getFieldCount() == 1 && record.getField(0).trim().isEmpty();
    }

    List<String> lines() {
        return text.lines().limit(RECORDS).toList();
    }
}
