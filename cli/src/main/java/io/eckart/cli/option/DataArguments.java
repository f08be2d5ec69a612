package io.eckart.cli.option;

import io.eckart.cli.UsageException;
import io.eckart.data.ColumnType;
import io.eckart.data.Encoding;
import io.eckart.data.Note;
import io.eckart.data.Schema;
import io.eckart.data.TableSource;
import io.eckart.data.file.Tables;
import io.eckart.data.format.ReadOptions;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say how a data file is read. */
@InGroup(OptionGroup.DATA)
public final class DataArguments {
    @Option(
            names = "--header",
            paramLabel = "yes|no|auto",
            description = "whether the first line names the columns (default: auto)")
    private String header = "auto";

    @Option(
            names = "--delimiter",
            paramLabel = "CHAR",
            description = "character between cells; 'tab' or 'blanks' for these (default: detected)")
    private @Nullable String delimiter;

    @Option(
            names = "--decimal",
            paramLabel = ".|,",
            description = "decimal mark of all numbers in a text file (default: detected for each column)")
    private @Nullable String decimal;

    @Option(
            names = "--encoding",
            paramLabel = "NAME",
            description = "encoding of a text file (default: UTF-8 or UTF-16, Windows-1252 where it is neither)")
    private @Nullable String encoding;

    @Option(names = "--strict", description = "a text in a column of numbers is an error, not a missing cell")
    private boolean strict;

    @Option(
            names = "--missing",
            paramLabel = "[COL=]TEXT",
            split = ",",
            description = {
                "texts that mean a missing cell, in all columns or in one; none: only these, not the common markers;",
                "nan: allows NaN in NPY"
            })
    private List<String> missing = List.of();

    @Option(
            names = "--types",
            paramLabel = "COL=TYPE",
            split = ",",
            description = "types that override the inferred ones: number, boolean, category or ignored")
    private List<String> types = List.of();

    @Option(
            names = "--label",
            paramLabel = "COL",
            description = "the label column, never a feature; 'folder' takes the sub-folders of an image folder")
    private @Nullable String label;

    @Option(names = "--ignore", paramLabel = "COL", split = ",", description = "columns to leave out")
    private List<String> ignored = List.of();

    @Option(
            names = "--samples",
            paramLabel = "rows|columns",
            description =
                    "whether each row or each column of the file is a sample, also in what is written (default: rows)")
    private String samples = "rows";

    @Option(names = "--size", paramLabel = "HxW", description = "resize the images of a folder to this size")
    private @Nullable String size;

    @Option(
            names = "--color",
            paramLabel = "grey|rgb|auto",
            description = "how the images of a folder are read (default: auto, grey if all files are)")
    private String color = "auto";

    @Option(
            names = "--background",
            paramLabel = "COLOR",
            description = "what transparent pixels of images are composed on: white, black, grey or #rrggbb"
                    + " (default: white)")
    private String background = "white";

    private final List<TableSource> opened = new ArrayList<>();
    private List<Note> ofEncoding = List.of();

    /** The notes of the data that were opened so far, and of its encoding. */
    public List<Note> notes() {
        return Stream.concat(opened.stream().flatMap(source -> source.notes().stream()), ofEncoding.stream())
                .toList();
    }

    /** Keeps what was noted when the data was encoded. */
    public void encodedBy(Encoding encoding, List<Note> more) {
        ofEncoding = Stream.concat(more.stream(), encoding.notes().stream()).toList();
    }

    private TableSource open(Path file, ReadOptions options) {
        TableSource source = Tables.open(file, options);
        opened.add(source);
        return source;
    }

    public TableSource open(Path file) {
        return open(file, options(Optional.empty()));
    }

    /** Opens new data for a model: columns are looked up by name. */
    public TableSource openFor(Schema schema, Path file) {
        return open(file, options(Optional.of(schema)));
    }

    /** The label column that was asked for. */
    public Optional<String> label() {
        return Optional.ofNullable(label);
    }

    /** Opens data whose missing cells are to be filled: NaN in arrays are such cells. */
    public TableSource openForFilling(Path file) {
        return open(file, options(Optional.empty(), true));
    }

    /** The same for a model: columns are looked up by name. */
    public TableSource openForFilling(Schema schema, Path file) {
        return open(file, options(Optional.of(schema), true));
    }

    private ReadOptions options(Optional<Schema> expected) {
        return options(expected, false);
    }

    private ReadOptions options(Optional<Schema> expected, boolean nanIsMissing) {
        return new ReadOptions(
                new ReadOptions.Csv(
                        choice("--header", header, Map.of("yes", true, "no", false)),
                        delimiter(),
                        decimal(),
                        encoding(),
                        strict),
                missing(nanIsMissing),
                new ReadOptions.Columns(columnTypes(), Optional.ofNullable(label), unquoted(ignored), expected),
                choice("--samples", samples, Map.of("rows", false, "columns", true))
                        .orElse(false),
                new ReadOptions.Images(
                        imageSize(), choice("--color", color, Map.of("grey", true, "rgb", false)), backgroundColor()));
    }

    private ReadOptions.Missing missing(boolean nanIsMissing) {
        Set<String> everywhere = new TreeSet<>();
        Map<String, Set<String>> inColumns = new TreeMap<>();
        for (String item : unquoted(missing)) {
            int equals = item.indexOf('=');
            if (equals > 0) {
                inColumns
                        .computeIfAbsent(item.substring(0, equals), column -> new TreeSet<>())
                        .add(item.substring(equals + 1));
            } else {
                everywhere.add(item);
            }
        }
        if (nanIsMissing) {
            everywhere.add("nan");
        }
        return new ReadOptions.Missing(everywhere, inColumns, !everywhere.remove("none"));
    }

    private Optional<Character> decimal() {
        if (decimal == null) {
            return Optional.empty();
        }
        if (!decimal.equals(".") && !decimal.equals(",")) {
            throw new UsageException("--decimal must be . or a comma, got '" + decimal + "'");
        }
        return Optional.of(decimal.charAt(0));
    }

    private Optional<Charset> encoding() {
        try {
            return Optional.ofNullable(encoding).map(Charset::forName);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--encoding: there is no encoding '" + encoding
                    + "'; utf-8, windows-1252, iso-8859-1 and utf-16 are some that there are");
        }
    }

    private static Set<String> unquoted(List<String> items) {
        return items.stream().map(OptionText::unquoted).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Optional<Boolean> choice(String option, String text, Map<String, Boolean> choices) {
        Boolean value = choices.get(text.toLowerCase(Locale.ROOT));
        if (value == null && (!text.equalsIgnoreCase("auto") || option.equals("--samples"))) {
            throw new UsageException(option + " cannot be '" + text + "'; it is one of "
                    + String.join(", ", new TreeSet<>(choices.keySet()))
                    + (option.equals("--samples") ? "" : ", auto"));
        }
        return Optional.ofNullable(value);
    }

    private Optional<Character> delimiter() {
        if (delimiter == null) {
            return Optional.empty();
        }
        if (delimiter.equalsIgnoreCase("tab") || delimiter.equals("\\t")) {
            return Optional.of('\t');
        }
        if (delimiter.equalsIgnoreCase("blanks")) {
            return Optional.of(' ');
        }
        if (delimiter.length() != 1) {
            throw new UsageException("--delimiter must be one character, 'tab' or 'blanks', got '" + delimiter + "'");
        }
        return Optional.of(delimiter.charAt(0));
    }

    private Map<String, ColumnType> columnTypes() {
        Map<String, ColumnType> parsed = new TreeMap<>();
        for (String item : unquoted(types)) {
            int equals = item.lastIndexOf('=');
            try {
                parsed.put(
                        OptionText.unquoted(item.substring(0, equals)),
                        ColumnType.valueOf(item.substring(equals + 1).toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
                throw new UsageException("--types " + item
                        + ": give COL=TYPE, where a type is number, boolean, category, label or ignored");
            }
        }
        return parsed;
    }

    private Optional<List<Integer>> imageSize() {
        if (size == null) {
            return Optional.empty();
        }
        if (!size.matches("[1-9][0-9]{0,4}x[1-9][0-9]{0,4}")) {
            throw new UsageException("--size must be HEIGHTxWIDTH in pixels, such as 28x28, got '" + size + "'");
        }
        String[] sides = size.split("x", -1);
        return Optional.of(List.of(Integer.parseInt(sides[0]), Integer.parseInt(sides[1])));
    }

    private int backgroundColor() {
        String text = background.toLowerCase(Locale.ROOT);
        return switch (text) {
            case "white" -> ReadOptions.Images.WHITE;
            case "black" -> 0;
            case "grey", "gray" -> 0x808080;
            default -> {
                if (!text.matches("#[0-9a-f]{6}")) {
                    throw new UsageException(
                            "--background must be white, black, grey or '#rrggbb', got '" + background + "'");
                }
                yield Integer.parseInt(text.substring(1), 16);
            }
        };
    }
}
