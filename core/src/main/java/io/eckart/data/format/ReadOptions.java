package io.eckart.data.format;

import io.eckart.data.ColumnType;
import io.eckart.data.Schema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How a file is to be read. Start from {@link #DEFAULT} and change what differs.
 *
 * @param header whether the first line of a CSV or TSV file names the columns; empty: found out from the file
 * @param delimiter the character between cells; empty: found out from the file
 * @param missing texts that mean a missing cell, beside the empty cell and the common markers
 * @param types column types that override the inferred ones, by column name
 * @param label the column that is the label, if any
 * @param ignored columns to leave out, by name
 * @param samplesAreColumns true if each column of the file is a sample (the notes' convention), for CSV and NPY
 * @param imageSize side lengths (height, width) that images of a folder are resized to; empty: all must agree
 * @param grey whether images of a folder are read as one grey channel; empty: grey if all files are grey
 * @param expected the schema a model was fitted on: its columns are looked up by name, read with its types and levels,
 *     and given in its order; columns beyond it are left out
 */
public record ReadOptions(
        Optional<Boolean> header,
        Optional<Character> delimiter,
        Set<String> missing,
        Map<String, ColumnType> types,
        Optional<String> label,
        Set<String> ignored,
        boolean samplesAreColumns,
        Optional<List<Integer>> imageSize,
        Optional<Boolean> grey,
        Optional<Schema> expected) {

    /** Everything found out from the file. */
    public static final ReadOptions DEFAULT = new ReadOptions(
            Optional.empty(),
            Optional.empty(),
            Set.of(),
            Map.of(),
            Optional.empty(),
            Set.of(),
            false,
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    /** @throws IllegalArgumentException if an image size is not two positive numbers */
    public ReadOptions {
        if (imageSize.isPresent()
                && (imageSize.get().size() != 2 || imageSize.get().stream().anyMatch(n -> n < 1))) {
            throw new IllegalArgumentException("an image size is a height and a width, got " + imageSize.get());
        }
        imageSize = imageSize.map(List::copyOf);
        missing = Set.copyOf(missing);
        types = Map.copyOf(types);
        ignored = Set.copyOf(ignored);
    }

    public ReadOptions withHeader(boolean named) {
        return new ReadOptions(
                Optional.of(named),
                delimiter,
                missing,
                types,
                label,
                ignored,
                samplesAreColumns,
                imageSize,
                grey,
                expected);
    }

    public ReadOptions withDelimiter(char between) {
        return new ReadOptions(
                header,
                Optional.of(between),
                missing,
                types,
                label,
                ignored,
                samplesAreColumns,
                imageSize,
                grey,
                expected);
    }

    public ReadOptions withMissing(Set<String> texts) {
        return new ReadOptions(
                header, delimiter, texts, types, label, ignored, samplesAreColumns, imageSize, grey, expected);
    }

    public ReadOptions withGrey(boolean oneChannel) {
        return new ReadOptions(
                header,
                delimiter,
                missing,
                types,
                label,
                ignored,
                samplesAreColumns,
                imageSize,
                Optional.of(oneChannel),
                expected);
    }

    public ReadOptions withLabel(String column) {
        return new ReadOptions(
                header,
                delimiter,
                missing,
                types,
                Optional.of(column),
                ignored,
                samplesAreColumns,
                imageSize,
                grey,
                expected);
    }

    public ReadOptions withIgnored(Set<String> columns) {
        return new ReadOptions(
                header, delimiter, missing, types, label, columns, samplesAreColumns, imageSize, grey, expected);
    }

    public ReadOptions withTypes(Map<String, ColumnType> columnTypes) {
        return new ReadOptions(
                header, delimiter, missing, columnTypes, label, ignored, samplesAreColumns, imageSize, grey, expected);
    }

    public ReadOptions withSamplesAsColumns() {
        return new ReadOptions(header, delimiter, missing, types, label, ignored, true, imageSize, grey, expected);
    }

    public ReadOptions withImageSize(int height, int width) {
        return new ReadOptions(
                header,
                delimiter,
                missing,
                types,
                label,
                ignored,
                samplesAreColumns,
                Optional.of(List.of(height, width)),
                grey,
                expected);
    }

    /** Reads new data for a model fitted on this schema. */
    public ReadOptions expecting(Schema schema) {
        return new ReadOptions(
                header,
                delimiter,
                missing,
                types,
                label,
                ignored,
                samplesAreColumns,
                imageSize,
                grey,
                Optional.of(schema));
    }
}
