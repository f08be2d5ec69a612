package io.eckart.data.format.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.eckart.data.Note;
import io.eckart.data.Remedy;
import io.eckart.data.format.InputFile;
import io.eckart.data.format.NumberText;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/**
 * Lines below the last row of a table that are not rows: notes and sources, as published tables have them.
 *
 * @param above the number of records above them, those of the header among them
 * @param lines their number
 * @param first the text of the first one
 */
record Footer(long above, int lines, String first) {
    private static final int MOST = 25;
    private static final int WORDS = 3;
    /** The last row of a table may have a name and nothing else. */
    private static final int MANY_WORDS = 5;

    private static final String SIGNS = "*(#%[\u2020";

    /**
     * Looks at what is below a number of records. A row that is cut short is not a footer: all lines to the end of the file must
     * have at most half the cells, none of them a number, and read like a sentence or a heading. Spreadsheets fill up such lines
     * with delimiters, and write empty lines so.
     */
    static Optional<Footer> below(InputFile file, CsvLayout layout, long records) {
        CsvDialect dialect = layout.dialect();
        try (Reader text = layout.encoding().reader();
                CsvReader<CsvRecord> reader =
                        dialect.parser().skipEmptyLines(true).build(CsvSample.anySize(), dialect.prepared(text))) {
            reader.skipLines(dialect.skippedLines());
            List<CsvRecord> below = reader.stream()
                    .filter(record -> !CsvSample.isBlank(record))
                    .skip(records)
                    .limit(MOST + 1)
                    .toList();
            return areNotes(below, layout.names().size())
                    ? Optional.of(new Footer(records, below.size(), firstText(below)))
                    : Optional.empty();
        } catch (CsvParseException | UncheckedIOException | IOException e) {
            // Whatever it is, it is not a footer; the error of the row above says where to look.
            return Optional.empty();
        }
    }

    private static boolean areNotes(List<CsvRecord> below, int width) {
        boolean empty = below.stream().allMatch(record -> text(record).isEmpty());
        boolean apart = below.size() > 1 && text(below.getFirst()).isEmpty();
        return !below.isEmpty()
                && below.size() <= MOST
                && below.stream().allMatch(record -> hasFewCells(record, width))
                && (empty
                        || apart
                        || below.stream().anyMatch(record -> isText(record, record.getFieldCount() == width)));
    }

    private static boolean hasFewCells(CsvRecord record, int width) {
        List<String> fields = record.getFields();
        boolean few = 2 * fields.size() <= width || fields.stream().skip(1).allMatch(String::isBlank);
        return few && fields.stream().noneMatch(cell -> NumberText.isNumber(cell.trim()));
    }

    private static boolean isText(CsvRecord record, boolean filledUp) {
        String text = text(record);
        return text.indexOf(':') > 0
                || text.split("\\s+").length >= (filledUp ? MANY_WORDS : WORDS)
                || (!text.isEmpty() && SIGNS.indexOf(text.charAt(0)) >= 0);
    }

    private static String text(CsvRecord record) {
        return String.join(" ", record.getFields()).strip();
    }

    private static String firstText(List<CsvRecord> records) {
        return records.stream()
                .map(record -> record.getField(0).strip())
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    Note note() {
        return Note.of(
                Note.Kind.SKIPPED,
                (lines == 1 ? "the last line is not a row" : "the last " + lines + " lines are not rows")
                        + " of the table, because too few cells are in " + (lines == 1 ? "it" : "them")
                        + (first.isEmpty() ? "" : ": '" + first + "'"),
                lines,
                Remedy.byHand("complete the row if it is one"));
    }
}
