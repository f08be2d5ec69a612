package io.eckart.data.format;

import io.eckart.data.ColumnType;
import io.eckart.data.Schema;
import java.nio.charset.Charset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * How to read a file. Start from {@link #DEFAULT} and change what differs:
 *
 * <pre>{@code
 * ReadOptions options = ReadOptions.DEFAULT.withLabel("species").withIgnored(Set.of("id"));
 * }</pre>
 *
 * @param csv the layout of a text file
 * @param missing what means a missing cell
 * @param columns the roles and types of columns
 * @param samplesAreColumns true if each column of the file is a sample (the notes' convention), for CSV and NPY
 * @param images how the images of a folder are read
 */
public record ReadOptions(Csv csv, Missing missing, Columns columns, boolean samplesAreColumns, Images images) {
    /** Everything is detected from the file. */
    public static final ReadOptions DEFAULT = new ReadOptions(
            new Csv(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false),
            new Missing(Set.of(), Map.of(), true),
            new Columns(Map.of(), Optional.empty(), Set.of(), Optional.empty()),
            false,
            new Images(Optional.empty(), Optional.empty(), Images.WHITE));

    /**
     * The layout of a CSV or TSV file.
     *
     * @param header whether the first line names the columns; empty: detected from the file
     * @param delimiter the character between cells, a blank for any number of blanks; empty: detected from the file
     * @param decimal the decimal mark, a point or a comma; empty: detected for each column
     * @param encoding the encoding; empty: UTF-8 or UTF-16 as the file begins, Windows-1252 if it is not UTF-8
     * @param strict whether a text in a column of numbers is an error, not a missing cell
     */
    public record Csv(
            Optional<Boolean> header,
            Optional<Character> delimiter,
            Optional<Character> decimal,
            Optional<Charset> encoding,
            boolean strict) {}

    /**
     * What means a missing cell. A number also matches by value where the column holds numbers: -999 matches -999.0.
     *
     * @param texts texts that mean a missing cell in any column, besides the empty cell
     * @param inColumns texts that do so in single columns, by the name of the column
     * @param common whether the {@link MissingMarkers common markers} do so too
     */
    public record Missing(Set<String> texts, Map<String, Set<String>> inColumns, boolean common) {
        public Missing {
            texts = Set.copyOf(texts);
            Map<String, Set<String>> copy = new TreeMap<>();
            inColumns.forEach((column, own) -> copy.put(column, Set.copyOf(own)));
            inColumns = Collections.unmodifiableMap(copy);
        }
    }

    /**
     * The roles and types of columns, by name.
     *
     * @param types column types that override the inferred ones
     * @param label the column that is the label, if any
     * @param ignored columns to leave out
     * @param expected the schema that a model was fitted on: its columns are looked up by name, read with its types and
     *     levels, and returned in its order; columns beyond it are left out
     */
    public record Columns(
            Map<String, ColumnType> types, Optional<String> label, Set<String> ignored, Optional<Schema> expected) {
        public Columns {
            types = Map.copyOf(types);
            ignored = Set.copyOf(ignored);
        }
    }

    /**
     * How the images of a folder are read.
     *
     * @param size the height and width that images are resized to; empty: all must have the same size
     * @param grey whether they are read as one grey channel; empty: grey if all files are grey
     * @param background the colour that transparent pixels are composed on, as 0xrrggbb
     */
    public record Images(Optional<List<Integer>> size, Optional<Boolean> grey, int background) {
        /** The background if none is given. */
        public static final int WHITE = 0xffffff;

        /** @throws IllegalArgumentException if the size is not two positive numbers, or the background not such a colour */
        public Images {
            if (size.isPresent()
                    && (size.get().size() != 2 || size.get().stream().anyMatch(n -> n < 1))) {
                throw new IllegalArgumentException("an image size is a height and a width, got " + size.get());
            }
            if (background < 0 || background > WHITE) {
                throw new IllegalArgumentException("a background is a colour from 0 to 0xffffff, got " + background);
            }
            size = size.map(List::copyOf);
        }
    }

    public ReadOptions withHeader(boolean header) {
        return with(new Csv(Optional.of(header), csv.delimiter, csv.decimal, csv.encoding, csv.strict));
    }

    public ReadOptions withDelimiter(char delimiter) {
        return with(new Csv(csv.header, Optional.of(delimiter), csv.decimal, csv.encoding, csv.strict));
    }

    public ReadOptions withDecimal(char mark) {
        return with(new Csv(csv.header, csv.delimiter, Optional.of(mark), csv.encoding, csv.strict));
    }

    public ReadOptions withEncoding(Charset encoding) {
        return with(new Csv(csv.header, csv.delimiter, csv.decimal, Optional.of(encoding), csv.strict));
    }

    /** A text in a column of numbers is an error. */
    public ReadOptions strictly() {
        return with(new Csv(csv.header, csv.delimiter, csv.decimal, csv.encoding, true));
    }

    public ReadOptions withMissing(Set<String> texts) {
        return with(new Missing(texts, missing.inColumns, missing.common));
    }

    /** Texts that mean a missing cell in one column. */
    public ReadOptions withMissing(String column, Set<String> texts) {
        Map<String, Set<String>> own = new TreeMap<>(missing.inColumns);
        own.put(column, texts);
        return with(new Missing(missing.texts, own, missing.common));
    }

    /** Only the empty cell and the texts that are given mean a missing cell. */
    public ReadOptions withoutCommonMarkers() {
        return with(new Missing(missing.texts, missing.inColumns, false));
    }

    public ReadOptions withTypes(Map<String, ColumnType> types) {
        return with(new Columns(types, columns.label, columns.ignored, columns.expected));
    }

    public ReadOptions withLabel(String column) {
        return with(new Columns(columns.types, Optional.of(column), columns.ignored, columns.expected));
    }

    public ReadOptions withIgnored(Set<String> names) {
        return with(new Columns(columns.types, columns.label, names, columns.expected));
    }

    /** For new data of a model that was fitted on this schema. */
    public ReadOptions expecting(Schema schema) {
        return with(new Columns(columns.types, columns.label, columns.ignored, Optional.of(schema)));
    }

    public ReadOptions withSamplesAsColumns() {
        return new ReadOptions(csv, missing, columns, true, images);
    }

    public ReadOptions withImageSize(int height, int width) {
        return with(new Images(Optional.of(List.of(height, width)), images.grey, images.background));
    }

    public ReadOptions withGrey(boolean grey) {
        return with(new Images(images.size, Optional.of(grey), images.background));
    }

    /**
     * Composes the transparent pixels of images on a colour.
     *
     * @param rgb as 0xrrggbb
     */
    public ReadOptions withBackground(int rgb) {
        return with(new Images(images.size, images.grey, rgb));
    }

    private ReadOptions with(Csv changed) {
        return new ReadOptions(changed, missing, columns, samplesAreColumns, images);
    }

    private ReadOptions with(Missing changed) {
        return new ReadOptions(csv, changed, columns, samplesAreColumns, images);
    }

    private ReadOptions with(Columns changed) {
        return new ReadOptions(csv, missing, changed, samplesAreColumns, images);
    }

    private ReadOptions with(Images changed) {
        return new ReadOptions(csv, missing, columns, samplesAreColumns, changed);
    }
}
