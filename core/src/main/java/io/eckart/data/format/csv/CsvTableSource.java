package io.eckart.data.format.csv;

import io.eckart.data.Note;
import io.eckart.data.Schema;
import io.eckart.data.Table;
import io.eckart.data.TableCursor;
import io.eckart.data.TableSource;
import io.eckart.data.format.Chunks;
import io.eckart.data.format.ColumnNames;
import io.eckart.data.format.ColumnPlan;
import io.eckart.data.format.InputFile;
import io.eckart.data.format.MissingMarkers;
import io.eckart.data.format.ReadOptions;
import io.eckart.data.format.TableCollector;
import io.eckart.data.format.TableCopy;
import io.eckart.data.format.WriteOptions;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** A CSV or TSV file, plain or gzip. */
public final class CsvTableSource implements TableSource {
    private final InputFile file;
    private final CsvLayout layout;
    private final CsvColumns columns;
    private final OptionalLong rows;
    private final int chunkCells;
    private final boolean strict;
    private final List<Note> decided;
    private final List<String> identifiers;
    private volatile List<Note> read = List.of();

    /**
     * Finds the columns, in one pass over the file unless a schema is expected.
     *
     * @param chunkCells the number of cells in a chunk
     * @throws io.eckart.data.DataException if the types of the columns cannot be found
     */
    public CsvTableSource(InputFile file, ReadOptions options, int chunkCells) {
        this(file, options, chunkCells, KeptNumbers.none(file));
    }

    private CsvTableSource(InputFile file, ReadOptions options, int chunkCells, KeptNumbers kept) {
        MissingMarkers missing = new MissingMarkers(options.missing());
        this.file = file;
        CsvLayout layout = CsvLayout.of(file, options, missing);
        this.chunkCells = chunkCells;
        this.strict = options.csv().strict();
        ColumnNames names = new ColumnNames(file, layout.names());
        options.missing().inColumns().keySet().forEach(name -> names.require(name, "given a text of missing cells"));
        CsvProfile profile = new CsvProfile(file, layout, missing, options, kept);
        if (options.columns().expected().isPresent()) {
            profile.passOverSample();
            ColumnPlan plan = ColumnPlan.matching(
                    names, layout.names().size(), options.columns().expected().get(), options);
            this.columns = profile.columns(plan);
            this.rows = OptionalLong.empty();
        } else {
            Optional<Footer> footer = profile.passOverFile();
            if (footer.isPresent()) {
                kept.giveUp();
                layout = layout.above(footer.get());
                profile = new CsvProfile(file, layout, missing, options, kept);
                profile.passOverFile();
            }
            this.columns = profile.columns();
            this.rows = OptionalLong.of(profile.rows());
        }
        this.layout = layout;
        this.identifiers = profile.identifiers(columns.plan());
        this.decided =
                Stream.concat(layout.notes().stream(), profile.notes().stream()).toList();
    }

    /** All rows in memory, from one pass over the file if its columns are all plain numbers. */
    public static Table read(InputFile file, ReadOptions options, int chunkCells) {
        KeptNumbers kept = new KeptNumbers(file);
        CsvTableSource source = new CsvTableSource(file, options, chunkCells, kept);
        return source.columns.arePlain() && kept.areAllOf(source.schema())
                ? kept.table(source.schema()).withNotes(source.notes())
                : TableCollector.collect(source);
    }

    @Override
    public String name() {
        return file.name();
    }

    @Override
    public Schema schema() {
        return columns.plan().schema();
    }

    @Override
    public OptionalLong rowCount() {
        return rows;
    }

    @Override
    public List<Note> notes() {
        return Stream.of(layout.encoding().note().stream(), decided.stream(), read.stream())
                .flatMap(notes -> notes)
                .sorted(Comparator.comparing((Note note) -> !note.notable()).thenComparing(Note::kind))
                .toList();
    }

    @Override
    public List<String> identifiers() {
        return identifiers;
    }

    @Override
    public TextCursor texts(List<String> kept) {
        ColumnNames names = new ColumnNames(file, layout.names());
        kept.forEach(name -> names.require(name, "to be kept"));
        return new CsvTextCursor(file, layout, kept);
    }

    /** A copy of the file with cells replaced and columns added. */
    public TableCopy copy(Path target, TableCopy.Replaced replaced, List<String> added, WriteOptions options) {
        return new CsvCopy(file, layout, columns, target, replaced, added, options);
    }

    private static List<Note> notes(OddCells odd, Optional<Footer> footer) {
        return Stream.concat(odd.notes().stream(), footer.stream().map(Footer::note))
                .toList();
    }

    @Override
    public TableCursor open() {
        OddCells odd = new OddCells(layout.names());
        CellRows cells = new CellRows(file, columns, strict, odd);
        int chunkRows = Chunks.rows(columns.plan().width(), chunkCells);
        return new CsvTableCursor(
                file, layout, cells, chunkRows, footer -> read = rows.isEmpty() ? notes(odd, footer) : List.of());
    }
}
