package io.eckart.data.format.csv;

import io.eckart.data.format.NumberText;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the character between the cells of a CSV file. */
final class Delimiters {
    private static final List<Character> CANDIDATES = List.of(',', '\t', ';', '|');
    /** How much of the records may be cut worse than by another candidate. */
    private static final double TOLERANCE = 0.1;

    private static final Pattern BLANKS_BEFORE_QUOTE =
            Pattern.compile("[,;\\t|][ ]+\"[^\"\\n]*\"[ ]*([,;\\t|\\r\\n]|$)");

    private static final Pattern DECIMAL = Pattern.compile("\\s*[-+]?[0-9]+(,[0-9]+)?\\s*");

    private Delimiters() {}

    /**
     * How a delimiter cuts the sample.
     *
     * @param width the number of cells of most records
     * @param share the part of the records that have so many
     */
    private record Cut(CsvDialect dialect, List<List<String>> records, int width, double share) {
        static Cut of(CsvSample sample, CsvDialect dialect) {
            List<List<String>> records = sample.written(dialect);
            Map<Integer, Long> widths =
                    records.stream().collect(Collectors.groupingBy(List::size, Collectors.counting()));
            int width = widths.entrySet().stream()
                    .max(Comparator.comparing((Map.Entry<Integer, Long> e) -> e.getValue())
                            .thenComparing(Map.Entry::getKey))
                    .map(Map.Entry::getKey)
                    .orElse(0);
            double share = widths.getOrDefault(width, 0L) / Math.max(1.0, records.size());
            return new Cut(dialect, records, width, share);
        }

        /** Whether it cuts nearly all records alike and many cells are numbers: blanks in texts are no delimiters. */
        boolean separatesNumbers() {
            long cells = records.stream().mapToLong(List::size).sum();
            // The header may lack a name for the first column, or have a # in front.
            boolean alike = share > 1 - TOLERANCE && Math.abs(records.getFirst().size() - width) <= 1;
            return width > 1 && alike && numbers() * 3 >= cells;
        }

        long numbers() {
            return records.stream()
                    .flatMap(List::stream)
                    .filter(cell -> NumberText.isNumber(cell.trim().replace(',', '.')))
                    .count();
        }
    }

    /** The dialect with the delimiter that cuts most records into the same number of cells. */
    static CsvDialect find(CsvSample sample, int skippedLines) {
        Function<CsvDialect, Cut> cut = dialect -> Cut.of(sample, around(sample, dialect.skipping(skippedLines)));
        List<Cut> cuts = CANDIDATES.stream()
                .map(c -> cut.apply(CsvDialect.plain(c)))
                .filter(c -> c.width > 1)
                .toList();
        boolean areDecimal = commasAreDecimal(sample);
        double best = cuts.stream().mapToDouble(Cut::share).max().orElse(0);
        List<Cut> good = cuts.stream().filter(c -> c.share >= best - TOLERANCE).toList();
        if (isColumnOfDecimals(sample, skippedLines)) {
            return CsvDialect.plain(';').skipping(skippedLines);
        }
        Optional<Cut> blanks = Optional.of(cut.apply(CsvDialect.blanks())).filter(Cut::separatesNumbers);
        return widest(good.stream().filter(c -> !c.dialect.isComma() || !areDecimal))
                .filter(c -> blanks.isEmpty() || blanks.get().numbers() <= c.numbers())
                .or(() -> blanks)
                .or(() -> widest(good.stream()))
                .orElseGet(() -> cut.apply(CsvDialect.plain(',')))
                .dialect;
    }

    /** Whether there is one column only, of numbers with a decimal comma below a name. */
    private static boolean isColumnOfDecimals(CsvSample sample, int skippedLines) {
        List<String> lines = sample.lines().stream()
                .skip(skippedLines)
                .filter(line -> !line.isBlank())
                .toList();
        return lines.size() > 2
                && lines.getFirst().indexOf(',') < 0
                && lines.stream().skip(1).anyMatch(line -> line.indexOf(',') > 0)
                && lines.stream().skip(1).allMatch(line -> DECIMAL.matcher(line).matches());
    }

    /** Whether more than half of the commas are between digits, as decimal commas are. */
    private static boolean commasAreDecimal(CsvSample sample) {
        String text = sample.text();
        long commas = 0;
        long inNumbers = 0;
        for (int i = text.indexOf(','); i >= 0; i = text.indexOf(',', i + 1)) {
            commas++;
            boolean digits = i > 0
                    && i + 1 < text.length()
                    && Character.isDigit(text.charAt(i - 1))
                    && Character.isDigit(text.charAt(i + 1));
            inNumbers += digits ? 1 : 0;
        }
        return inNumbers * 2 > commas;
    }

    private static Optional<Cut> widest(Stream<Cut> cuts) {
        return cuts.max(Comparator.comparingInt(Cut::width));
    }

    /** The same dialect, with blanks around quotes where the sample has them. */
    static CsvDialect around(CsvSample sample, CsvDialect dialect) {
        boolean blanks = !dialect.runsOfBlanks()
                && sample.text().indexOf('"') >= 0
                && BLANKS_BEFORE_QUOTE.matcher(sample.text()).find();
        return blanks ? dialect.withBlanksAroundQuotes() : dialect;
    }
}
