package io.eckart.data.format;

import io.eckart.data.Column;
import io.eckart.data.DataException;
import io.eckart.data.TableSource;
import io.eckart.data.TableSource.TextCursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The first columns of a table of results, which tell what row of the data each of its rows belongs to: the number of the row,
 * counted from 1 without the header, and cells of the data as they are written.
 *
 * <pre>{@code
 * try (RowIndex index = RowIndex.of(source, source.identifiers(), names);
 *         TableWriter writer = Tables.writer(path, index, names, WriteOptions.DEFAULT)) {
 *     source.forEachChunk(rows -> writer.write(results(rows)));
 *     writer.commit();
 * }
 * }</pre>
 */
public final class RowIndex implements AutoCloseable {
    private static final String ROW = "row";

    private final List<String> names;
    private final @Nullable TextCursor texts;
    private long rows;

    private RowIndex(List<String> names, @Nullable TextCursor texts) {
        this.names = List.copyOf(names);
        this.texts = texts;
    }

    /** No such columns. */
    public static RowIndex none() {
        return new RowIndex(List.of(), null);
    }

    /**
     * The number of the row and some columns of the data.
     *
     * @param kept columns of the file
     * @param results the columns that follow; a column of the data with such a name is called {@code NAME_given}
     * @throws io.eckart.data.DataException as {@link TableSource#texts}
     */
    public static RowIndex of(TableSource source, List<String> kept, List<String> results) {
        List<String> names = new ArrayList<>();
        List<String> read = source.schema().columns().stream().map(Column::name).toList();
        Predicate<String> taken = name -> results.contains(name) || names.contains(name);
        names.add(free(ROW, "_number", name -> taken.test(name) || kept.contains(name) || read.contains(name)));
        kept.forEach(name -> names.add(free(name, "_given", taken)));
        return new RowIndex(names, kept.isEmpty() ? null : source.texts(kept));
    }

    /** The name, with the ending if it is taken, and with a number if that is taken too. */
    private static String free(String name, String ending, Predicate<String> taken) {
        Stream<String> numbered = IntStream.iterate(2, i -> i + 1).mapToObj(i -> name + ending + "_" + i);
        Optional<String> first = Stream.concat(Stream.of(name, name + ending), numbered)
                .filter(taken.negate())
                .findFirst();
        return first.orElseThrow();
    }

    public List<String> names() {
        return names;
    }

    /**
     * The cells of the next row, null where they are empty.
     *
     * @throws io.eckart.data.DataException if the data cannot be read, or has become shorter
     */
    public @Nullable String[] next() {
        @Nullable String[] cells = new String[names.size()];
        if (cells.length == 0) {
            return cells;
        }
        rows++;
        cells[0] = Long.toString(rows);
        if (texts != null) {
            @Nullable String[] read = texts.next();
            if (read == null) {
                throw new DataException("the file has become shorter while it was read");
            }
            System.arraycopy(read, 0, cells, 1, read.length);
        }
        return cells;
    }

    @Override
    public void close() {
        if (texts != null) {
            texts.close();
        }
    }
}
