package io.eckart.data.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eckart.data.Column;
import io.eckart.data.DataException;
import io.eckart.data.Schema;
import io.eckart.data.Table;
import io.eckart.data.TableSource;
import io.eckart.data.format.ReadOptions;
import io.eckart.data.format.RowIndex;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Columns that are not features but tell rows apart, and their texts. */
class KeptTextsTest {
    private static final Schema X = Schema.of(List.of(Column.number("x")));

    @TempDir
    Path folder;

    private TableSource table(String name, int rows, IntFunction<String> cell, ReadOptions options) {
        String lines = IntStream.range(0, rows)
                .mapToObj(i -> cell.apply(i) + "," + i % 5 + ".5")
                .collect(Collectors.joining("\n", name + ",x\n", "\n"));
        try {
            return Tables.open(Files.writeString(folder.resolve("t.csv"), lines), options);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** As a fit reads it and as a model that has only x does. */
    private void assertIdentifier(boolean expected, String name, int rows, IntFunction<String> cell) {
        for (ReadOptions options : List.of(ReadOptions.DEFAULT, ReadOptions.DEFAULT.expecting(X))) {
            assertThat(table(name, rows, cell, options).identifiers())
                    .as(name + ", " + rows + " rows: " + cell.apply(3))
                    .isEqualTo(expected ? List.of(name) : List.of());
        }
    }

    @Test
    void identifiersAreRecognised() {
        assertIdentifier(true, "n", 20, i -> "" + (i + 1));
        assertIdentifier(true, "customer_id", 20, i -> "" + (900 - 7 * i));
        assertIdentifier(true, "plate", 20, i -> "" + "00".repeat(i % 2) + (100 + i / 2));
        assertIdentifier(true, "key", 20, i -> "" + (9_007_199_254_740_993L + 2L * i));
        assertIdentifier(true, "text", 20, i -> "item " + i);
        assertIdentifier(true, "text", 300, i -> "item " + i);
        assertIdentifier(true, "hash", 60, i -> i % 7 == 0 ? "" + (5000 + i) : "a" + i);
        assertIdentifier(true, "row", 20, i -> "" + i * i);
        assertIdentifier(false, "text", 300, i -> "item " + i / 2);
        assertIdentifier(false, "kind", 20, i -> "sort " + i % 2);
        assertIdentifier(false, "day", 20, i -> "2024-01-" + (10 + i));
    }

    @Test
    void fewRowsNeedAName() {
        assertThat(table("code", 3, i -> "k" + i, ReadOptions.DEFAULT.expecting(X))
                        .identifiers())
                .isEmpty();
        assertThat(table("id", 3, i -> "k" + i, ReadOptions.DEFAULT.expecting(X))
                        .identifiers())
                .containsExactly("id");
        assertThat(table("id", 1, i -> "7", ReadOptions.DEFAULT.expecting(X)).identifiers())
                .containsExactly("id");
    }

    @Test
    void featuresAndColumnsOfTheUserAreNone() {
        assertThat(table("id", 20, i -> "" + i, ReadOptions.DEFAULT.withIgnored(Set.of("id")))
                        .identifiers())
                .isEmpty();
        assertThat(table("id", 20, i -> "k" + i, ReadOptions.DEFAULT.withLabel("id"))
                        .identifiers())
                .isEmpty();
        Schema both = Schema.of(List.of(Column.number("id"), Column.number("x")));
        assertThat(table("id", 20, i -> "" + i, ReadOptions.DEFAULT.expecting(both))
                        .identifiers())
                .isEmpty();
    }

    @Test
    void textsAreAsTheyAreWritten() {
        TableSource source = table("a", 2, i -> i == 0 ? "\"0,\"\"07\"" : "", ReadOptions.DEFAULT);
        try (TableSource.TextCursor texts = source.texts(List.of("x", "a"))) {
            assertThat(texts.next()).containsExactly("0.5", "0,\"07");
            assertThat(texts.next()).containsExactly("1.5", null);
            assertThat(texts.next()).isNull();
        }
        assertThatThrownBy(() -> source.texts(List.of("xx")))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("did you mean 'x'?");
        TableSource memory = new Table("m", X, 1, new double[1], null);
        assertThatThrownBy(() -> memory.texts(List.of("x")))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("m: column 'x' cannot be kept");
    }

    @Test
    void imagesAreKnownByTheirPaths() throws IOException {
        Files.createDirectory(folder.resolve("sub"));
        for (String name : List.of("sub/b.png", "a.png")) {
            BufferedImage image = new BufferedImage(2, 2, BufferedImage.TYPE_BYTE_GRAY);
            ImageIO.write(image, "png", folder.resolve(name).toFile());
        }
        TableSource source = Tables.open(folder, ReadOptions.DEFAULT);
        try (RowIndex index = RowIndex.of(source, source.identifiers(), List.of("c1"))) {
            assertThat(index.names()).containsExactly("row", "file");
            assertThat(index.next()).containsExactly("1", "a.png");
            assertThat(index.next()).containsExactly("2", "sub/b.png");
            assertThatThrownBy(index::next).isInstanceOf(DataException.class);
        }
    }

    @Test
    void namesThatAreTakenGetOthers() {
        TableSource source = table("row", 9, i -> "" + i, ReadOptions.DEFAULT);
        try (RowIndex index = RowIndex.of(source, List.of("row", "x"), List.of("x", "x_given", "row_number"))) {
            assertThat(index.names()).containsExactly("row_number_2", "row", "x_given_2");
        }
        try (RowIndex none = RowIndex.none()) {
            assertThat(none.names()).isEmpty();
            assertThat(none.next()).isEmpty();
        }
    }
}
