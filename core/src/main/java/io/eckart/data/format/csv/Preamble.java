package io.eckart.data.format.csv;

import io.eckart.data.Note;
import io.eckart.data.Remedy;
import io.eckart.data.format.csv.column.CellFormats;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lines before the first record: comments that begin with {@code #}, and the line {@code sep=;} of spreadsheets.
 *
 * @param lines their number, empty lines among them
 * @param delimiter the character that the {@code sep=} line names
 */
record Preamble(int lines, Optional<Character> delimiter) {
    private static final Pattern SEPARATOR = Pattern.compile("(?i)\"?sep=(.)\"?,*\\s*");

    static Preamble of(CsvSample sample) {
        int end = 0;
        int line = 0;
        Optional<Character> delimiter = Optional.empty();
        for (String text : sample.lines()) {
            line++;
            Matcher separator = SEPARATOR.matcher(text);
            if (separator.matches() && delimiter.isEmpty()) {
                delimiter = Optional.of(separator.group(1).charAt(0));
                end = line;
            } else if (text.startsWith("#") && !text.startsWith("#,") && !text.equals("#")) {
                end = line;
            } else if (!text.isBlank()) {
                break;
            }
        }
        return new Preamble(end, delimiter);
    }

    /** Without the last comment where it stands over numbers and has as many cells: then it names the columns. */
    Preamble withoutHeader(CsvSample sample, CsvDialect dialect) {
        List<String> all = sample.lines();
        if (lines == 0 || !all.get(lines - 1).startsWith("#")) {
            return this;
        }
        List<List<String>> records = sample.records(dialect.skipping(lines - 1));
        boolean named = records.size() > 1
                && records.get(0).size() > 1
                && records.get(0).size() - (records.get(0).getFirst().equals("#") ? 1 : 0)
                        == records.get(1).size()
                && records.get(1).stream().anyMatch(CellFormats::isNumber);
        return named ? new Preamble(lines - 1, delimiter) : this;
    }

    Optional<Note> note() {
        return lines == 0
                ? Optional.empty()
                : Optional.of(Note.of(
                                Note.Kind.LAYOUT,
                                (lines == 1 ? "the first line is" : "the first " + lines + " lines are")
                                        + " not part of the table: "
                                        + (delimiter.isPresent() ? "it names the delimiter" : "a comment"),
                                lines,
                                delimiter.isPresent()
                                        ? Remedy.choose(Remedy.Setting.DELIMITER, "")
                                        : Remedy.byHand("remove the # to make it a row"))
                        .minor());
    }
}
