package io.eckart.study.run;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.eckart.data.DataException;
import io.eckart.data.Place;
import io.eckart.data.Remedy;
import io.eckart.data.format.OutputFile;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A CSV file that grows line by line and may have been cut off within one.
 *
 * @param <T> what one line says
 */
final class LineFile<T> {
    private final Optional<Path> file;
    private final String header;
    private final Function<T, List<String>> writer;
    private final Function<List<String>, T> reader;

    /**
     * @param file empty if nothing is kept: then there are no lines, and writing does nothing
     * @param header the names of the columns, with commas between them
     * @param writer gives the cells of a line
     * @param reader the inverse; throws an IllegalArgumentException for cells that a study does not write
     */
    LineFile(Optional<Path> file, String header, Function<T, List<String>> writer, Function<List<String>, T> reader) {
        this.file = file;
        this.header = header;
        this.writer = writer;
        this.reader = cells -> {
            if (cells.size() != header.split(",", -1).length) {
                throw new IllegalArgumentException("another number of cells");
            }
            return reader.apply(cells);
        };
    }

    /**
     * The complete lines after the header; none if there is no file.
     *
     * @throws DataException if the header is another, or a study does not write such a line
     */
    List<T> read() {
        return file.filter(Files::exists).map(this::read).orElse(List.of());
    }

    private List<T> read(Path path) {
        try {
            String text = Files.readString(path);
            String whole = text.substring(0, text.lastIndexOf('\n') + 1);
            if (whole.isEmpty()) {
                return List.of();
            }
            List<String> lines =
                    Arrays.asList(whole.substring(0, whole.length() - 1).split("\n", -1));
            if (!lines.getFirst().equals(header)) {
                throw new DataException(
                        Place.of(path).row(1),
                        "is not the header of a study of this version, '" + header + "'",
                        Remedy.choose(Remedy.Setting.OUTPUT_FOLDER, ""),
                        Remedy.byHand("remove the folder"));
            }
            return lines.stream().skip(1).map(line -> parse(path, line)).toList();
        } catch (IOException e) {
            throw DataException.because(e, Place.of(path), "cannot be read: " + e.getMessage());
        }
    }

    private T parse(Path path, String line) {
        try (CsvReader<CsvRecord> records =
                CsvReader.builder().skipEmptyLines(false).ofCsvRecord(line + "\n")) {
            return reader.apply(records.iterator().next().getFields());
        } catch (CsvParseException | IllegalArgumentException | IOException e) {
            throw DataException.because(
                    e,
                    Place.of(path),
                    "'" + line + "' is not a line that a study writes",
                    Remedy.byHand("remove the line or the folder"));
        }
    }

    /** Writes the file again, completely or not at all. */
    void replace(List<T> lines) {
        ByteBuffer bytes = ByteBuffer.wrap((header + "\n" + text(lines)).getBytes(StandardCharsets.UTF_8));
        file.ifPresent(path -> OutputFile.write(path, true, channel -> {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }));
    }

    /** Adds lines at the end at once. */
    void append(List<T> lines) {
        file.ifPresent(path -> append(path, lines));
    }

    private void append(Path path, List<T> lines) {
        try {
            Files.writeString(path, text(lines), StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw DataException.because(e, Place.of(path), "cannot be written: " + e.getMessage());
        }
    }

    private String text(List<T> lines) {
        StringWriter text = new StringWriter();
        CsvWriter csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.LF)
                .bufferSize(0)
                .build(text);
        lines.forEach(line -> csv.writeRecord(writer.apply(line)));
        return text.toString();
    }

    /** The cell of a number; empty where it is not finite. */
    static String cell(double value) {
        return Double.isFinite(value) ? String.valueOf(value) : "";
    }

    /** The inverse of {@link #cell}; NaN for an empty cell. */
    static double number(String cell) {
        return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
    }

    /** The value that has this label. */
    static <E> E level(E[] levels, Function<E, String> label, String cell) {
        return Arrays.stream(levels)
                .filter(level -> label.apply(level).equals(cell))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(cell));
    }
}
