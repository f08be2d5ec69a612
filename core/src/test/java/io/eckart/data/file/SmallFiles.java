package io.eckart.data.file;

import io.eckart.data.Note;
import io.eckart.data.Table;
import io.eckart.data.TableSource;
import io.eckart.data.format.ReadOptions;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.io.TempDir;

/** What the tests of small files share: the files, and the notes about them. */
abstract class SmallFiles {
    @TempDir
    Path folder;

    static Path file(String name) {
        return Path.of("src/test/resources/tables", name);
    }

    static Table read(String name) {
        return Tables.read(file(name), ReadOptions.DEFAULT);
    }

    static Table read(Path file) {
        return Tables.read(file, ReadOptions.DEFAULT);
    }

    final Path lines(String... lines) {
        return SampleFiles.text(folder, "t.csv", lines);
    }

    static double mean(Table table, int column) {
        double[] observed = Arrays.stream(CsvTablesTest.column(table, column))
                .filter(value -> !Double.isNaN(value))
                .toArray();
        return Arrays.stream(observed).average().orElseThrow();
    }

    static Note note(TableSource source, Note.Kind kind, String column) {
        return source.notes().stream()
                .filter(note -> note.kind() == kind && note.column().orElse("").equals(column))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no note " + kind + " of '" + column + "' in " + source.notes()));
    }
}
