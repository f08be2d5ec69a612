package io.eckart.data.format;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How a CSV file is laid out, as its first line shows.
 *
 * @param delimiter the character between cells
 * @param header whether the first line names the columns
 * @param names the column names; c1 to cd without a header
 */
record CsvLayout(char delimiter, boolean header, List<String> names) {
    private static final int LONGEST_LINE = 1 << 26;

    CsvLayout {
        names = List.copyOf(names);
    }

    static CsvLayout of(InputFile file, ReadOptions options, MissingMarkers missing) {
        char delimiter = options.delimiter().orElseGet(() -> delimiter(firstLine(file)));
        List<String> first = firstRecord(file, delimiter);
        boolean header = options.header().orElseGet(() -> isHeader(first, missing) || namesTheModel(first, options));
        return new CsvLayout(delimiter, header, header ? checked(file, first) : numbered(first.size()));
    }

    /** The names c1 to cd. */
    static List<String> numbered(int columns) {
        List<String> names = new ArrayList<>(columns);
        for (int i = 1; i <= columns; i++) {
            names.add("c" + i);
        }
        return names;
    }

    /** A first line in which no cell is a number, and not every cell is missing, names the columns. */
    private static boolean isHeader(List<String> cells, MissingMarkers missing) {
        boolean anyNumber = cells.stream().anyMatch(NumberText::isNumber);
        return !anyNumber && !cells.stream().allMatch(missing::matches);
    }

    /** Names that look like numbers are names where a model knows them. */
    private static boolean namesTheModel(List<String> cells, ReadOptions options) {
        return options.expected().isPresent()
                && options.expected().get().features().stream().allMatch(column -> cells.contains(column.name()));
    }

    private static List<String> checked(InputFile file, List<String> cells) {
        Map<String, Integer> positions = new HashMap<>();
        List<String> names = new ArrayList<>(cells.size());
        for (int i = 0; i < cells.size(); i++) {
            String name = cells.get(i).isEmpty() ? "c" + (i + 1) : cells.get(i);
            Integer before = positions.put(name, i + 1);
            if (before != null) {
                throw file.error("row 1: the column name '" + name + "' stands at position " + before + " and again at "
                        + (i + 1) + "; names must differ");
            }
            names.add(name);
        }
        return names;
    }

    private static List<String> firstRecord(InputFile file, char delimiter) {
        List<String> cells = new ArrayList<>();
        try (CsvRecords records = new CsvRecords(file, delimiter)) {
            records.next((row, column, buffer, from, to) -> cells.add(new String(buffer, from, to - from)));
        }
        if (cells.isEmpty()) {
            throw file.error("there is no row in the file");
        }
        return cells;
    }

    private static String firstLine(InputFile file) {
        StringBuilder line = new StringBuilder();
        try (Reader reader = new BufferedReader(Utf8.reader(file))) {
            boolean quoted = false;
            for (int c = reader.read(); c >= 0 && line.length() < LONGEST_LINE; c = reader.read()) {
                boolean end = c == '\n' || c == '\r';
                if (end && !quoted && !line.isEmpty()) {
                    break;
                }
                quoted ^= c == '"';
                if (!quoted && !end) {
                    line.append((char) c);
                }
            }
        } catch (CharacterCodingException e) {
            throw Utf8.failure(file);
        } catch (IOException e) {
            throw file.failure(e);
        }
        return line.toString();
    }

    /** The most frequent candidate outside quotes; commas inside numbers do not count beside another candidate. */
    private static char delimiter(String line) {
        char best = ',';
        int most = 0;
        for (char candidate : new char[] {'\t', ';', '|'}) {
            int count = count(line, candidate);
            if (count > most) {
                best = candidate;
                most = count;
            }
        }
        int commas = count(most == 0 ? line : line.replaceAll("(?<=[0-9]),(?=[0-9])", ""), ',');
        return commas > most ? ',' : best;
    }

    private static int count(String line, char c) {
        return (int) line.chars().filter(x -> x == c).count();
    }
}
