package io.eckart.data.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eckart.data.Column;
import io.eckart.data.ColumnType;
import io.eckart.data.DataException;
import io.eckart.data.TableCursor;
import io.eckart.data.TableSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files read in blocks against the same files read record by record by the general parser. */
class CsvBlocksTest {
    @TempDir
    Path folder;

    private final List<Column> columns = List.of(
            Column.number("a"),
            Column.category("b", List.of("1", "cat", "dog")),
            Column.ignored("c"),
            Column.number("d"),
            Column.label("e"));

    /** What came of a pass: everything that rows show, and how it ended. */
    private record Outcome(List<String> rows, String end) {}

    private interface Pass {
        void run(List<String> rows);
    }

    private static Outcome outcome(Pass pass) {
        List<String> rows = new ArrayList<>();
        try {
            pass.run(rows);
            return new Outcome(rows, "end");
        } catch (DataException e) {
            return new Outcome(rows, String.valueOf(e.getMessage()));
        }
    }

    private static final class Subject {
        private final InputFile file;
        private final CsvLayout layout;
        private final MissingMarkers missing;
        private final ColumnPlan plan;
        private final List<Column> columns;

        Subject(InputFile file, CsvLayout layout, MissingMarkers missing, List<Column> columns) {
            this.file = file;
            this.layout = layout;
            this.missing = missing;
            this.columns = columns;
            this.plan = ColumnPlan.inFileOrder(columns, Optional.empty());
        }

        private CellRows cellRows() {
            return new CellRows(file, missing, plan);
        }

        private @Nullable ColumnProfile[] profiles() {
            return columns.stream()
                    .map(column -> new ColumnProfile(file, column.name(), Optional.empty()))
                    .toArray(ColumnProfile[]::new);
        }

        private void general(CsvRows to) {
            to.clear();
            try (CsvRecords records = CsvRecords.rows(file, layout)) {
                while (records.next(to)) {
                    to.endRow();
                }
            }
        }

        Outcome cellsInGeneral() {
            CellRows all = cellRows();
            return outcome(rows -> {
                try {
                    general(all);
                } finally {
                    add(all, rows);
                }
            });
        }

        Outcome cells(int threads, int blockBytes) {
            return outcome(rows -> {
                try (CsvPass<CellRows> pass =
                        new CsvPass<>(file, layout, missing, threads, blockBytes, this::cellRows)) {
                    pass.skipHeader();
                    for (CellRows block = pass.next(); block != null; block = pass.next()) {
                        add(block, rows);
                    }
                }
            });
        }

        private void add(CellRows block, List<String> rows) {
            int width = plan.width();
            double[] cells = new double[block.rows() * width];
            @Nullable String[] labels = new String[block.rows()];
            block.copyCells(0, block.rows(), cells, 0);
            block.copyLabels(0, block.rows(), labels, 0);
            for (int i = 0; i < block.rows(); i++) {
                StringBuilder row = new StringBuilder().append(labels[i]);
                for (int j = 0; j < width; j++) {
                    row.append('|').append(Long.toHexString(Double.doubleToLongBits(cells[i * width + j])));
                }
                rows.add(row.toString());
            }
        }

        Outcome profileInGeneral() {
            return outcome(rows -> {
                @Nullable ColumnProfile[] profiles = profiles();
                ProfileRows all = new ProfileRows(missing, profiles, KeptNumbers.none(file));
                general(all);
                all.merge(0, 0);
                describe(profiles, rows);
            });
        }

        Outcome profile(int threads, int blockBytes) {
            return outcome(rows -> {
                @Nullable ColumnProfile[] profiles = profiles();
                try (CsvPass<ProfileRows> pass = new CsvPass<>(
                        file,
                        layout,
                        missing,
                        threads,
                        blockBytes,
                        () -> new ProfileRows(missing, profiles, KeptNumbers.none(file)))) {
                    pass.skipHeader();
                    for (ProfileRows block = pass.next(); block != null; block = pass.next()) {
                        block.merge(pass.linesBefore(), pass.bytes());
                    }
                }
                describe(profiles, rows);
            });
        }

        private static void describe(@Nullable ColumnProfile[] profiles, List<String> rows) {
            for (ColumnProfile profile : profiles) {
                Outcome column = outcome(to -> to.add(
                        java.util.Objects.requireNonNull(profile).column().toString()));
                rows.add(column.toString());
            }
        }
    }

    private Subject subject(RandomCsv csv) {
        byte[] content = csv.content();
        Path path = SampleFiles.bytes(
                folder,
                csv.packed() ? "random.csv.gz" : "random.csv",
                csv.packed() ? SampleFiles.gzip(content) : content);
        return new Subject(
                InputFile.of(path),
                new CsvLayout(csv.delimiter(), csv.header(), List.of("a", "b", "c", "d", "e")),
                new MissingMarkers(csv.missing()),
                columns);
    }

    @Test
    void blocksGiveWhatTheGeneralParserGives() {
        int whole = 0;
        for (int seed = 0; seed < 200; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Subject subject = subject(new RandomCsv(random));
            int threads = random.nextInt(1, 4);
            int blockBytes = random.nextInt(1, 200);
            String name = "seed " + seed + ", threads " + threads + ", block " + blockBytes;
            assertThat(subject.cells(threads, blockBytes)).as(name).isEqualTo(subject.cellsInGeneral());
            assertThat(subject.profile(threads, blockBytes)).as(name).isEqualTo(subject.profileInGeneral());
            whole += subject.cellsInGeneral().end().equals("end") ? 1 : 0;
        }
        assertThat(whole).as("files without an error").isBetween(100, 180);
    }

    @Test
    void borderAtEveryByte() {
        for (int seed = 1000; seed < 1003; seed++) {
            RandomCsv csv = new RandomCsv(new SplittableRandom(seed));
            Subject subject = subject(csv);
            Outcome cells = subject.cellsInGeneral();
            Outcome profile = subject.profileInGeneral();
            for (int blockBytes = 1; blockBytes <= Math.min(400, csv.content().length + 1); blockBytes++) {
                assertThat(subject.cells(1, blockBytes))
                        .as("seed %d, block %d", seed, blockBytes)
                        .isEqualTo(cells);
                assertThat(subject.profile(1, blockBytes))
                        .as("seed %d, block %d", seed, blockBytes)
                        .isEqualTo(profile);
            }
        }
    }

    @Test
    void numbersOfAllShapesHaveTheBitsOfTheGeneralParser() {
        SplittableRandom random = new SplittableRandom(77);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            text.append(RandomCsv.number(random))
                    .append(",1,x,")
                    .append(RandomCsv.number(random))
                    .append(",y\n");
        }
        Path path = SampleFiles.bytes(folder, "n.csv", text.toString().getBytes(StandardCharsets.UTF_8));
        CsvLayout layout = new CsvLayout(',', false, List.of("a", "b", "c", "d", "e"));
        Subject subject = new Subject(InputFile.of(path), layout, new MissingMarkers(Set.of()), columns);
        assertThat(subject.cells(2, 1 << 12)).as("seed 77").isEqualTo(subject.cellsInGeneral());
    }

    @Test
    void bytesThatAreNotUtf8AreBlamedOnTheirRow() {
        String good = "1,cat,x,2,y\n".repeat(50);
        byte[] content = (good + "1,cat,?,2,y\n" + good).getBytes(StandardCharsets.UTF_8);
        content[good.length() + 6] = (byte) 0xe4;
        Path path = SampleFiles.bytes(folder, "latin.csv", content);
        CsvLayout layout = new CsvLayout(',', false, List.of("a", "b", "c", "d", "e"));
        Subject subject = new Subject(InputFile.of(path), layout, new MissingMarkers(Set.of()), columns);
        assertThat(subject.cells(2, 100).end())
                .contains("row 51", "not UTF-8")
                .isEqualTo(subject.cellsInGeneral().end());
    }

    @Test
    void noThreadIsLeftBehind() throws IOException, InterruptedException {
        Path file = folder.resolve("threads.csv");
        Files.writeString(file, "a,b\n" + "1.5,2\n".repeat(1_000_000) + "1,2\n3\n");
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        ReadOptions options = ReadOptions.DEFAULT.withThreads(3);
        assertThatThrownBy(() -> Tables.open(file, options)).hasMessageContaining("row 1000003: expected 2 cells");
        Files.writeString(file, "a,b\n" + "1.5,2\n".repeat(1_000_000));
        TableSource source = Tables.open(file, options);
        try (TableCursor cursor = source.open()) {
            assertThat(cursor.next()).isNotNull();
        }
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (!before.contains(thread) && thread.getName().startsWith("eckart-worker")) {
                thread.join(10_000);
                assertThat(thread.isAlive()).as(thread.getName()).isFalse();
            }
        }
    }

    @Test
    void aTypedColumnIsTheSameForAnyNumberOfThreads() throws IOException {
        Path file = folder.resolve("types.csv");
        StringBuilder text = new StringBuilder("n,flag,kind,free\n");
        for (int i = 0; i < 60_000; i++) {
            text.append(i / 7.0)
                    .append(i % 3 == 0 ? ",yes," : ",no,")
                    .append("k")
                    .append(i % 50)
                    .append(",t");
            text.append(i).append('\n');
        }
        Files.writeString(file, text);
        TableSource one = Tables.open(file, ReadOptions.DEFAULT.withThreads(1));
        TableSource three = Tables.open(file, ReadOptions.DEFAULT.withThreads(3));
        assertThat(three.schema()).isEqualTo(one.schema());
        assertThat(one.schema().columns().stream().map(Column::type).toList())
                .containsExactly(ColumnType.NUMBER, ColumnType.BOOLEAN, ColumnType.CATEGORY, ColumnType.IGNORED);
    }
}
