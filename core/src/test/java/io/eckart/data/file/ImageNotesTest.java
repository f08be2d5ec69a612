package io.eckart.data.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eckart.data.DataException;
import io.eckart.data.Note;
import io.eckart.data.TableSource;
import io.eckart.data.format.ReadOptions;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every file of a folder of images is read, or noted as skipped. */
class ImageNotesTest {
    private static final byte[] IMAGE = ImageBytes.of(new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB), "png");

    @TempDir
    Path folder;

    /** A folder of the test resources. */
    static Path resource(String name) {
        try {
            return Path.of(Objects.requireNonNull(ImageNotesTest.class.getResource("/images/" + name))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private void write(String name, byte[] content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.write(file, content);
    }

    private List<Note> notes() {
        return Tables.open(folder, ReadOptions.DEFAULT).notes();
    }

    @Test
    void imagesInFormatsThatAreNotRead() {
        TableSource source = Tables.open(resource("mixed"), ReadOptions.DEFAULT.withLabel("folder"));
        assertThat(source.rowCount()).hasValue(7);
        assertThat(source.notes()).singleElement().satisfies(note -> {
            assertThat(note.kind()).isEqualTo(Note.Kind.SKIPPED);
            assertThat(note.count()).isEqualTo(5);
            assertThat(note.notable()).isTrue();
            assertThat(note.text()).isEqualTo("5 of 12 files were left out: 5 .webp");
        });
    }

    @Test
    void classesThatVanish() throws IOException {
        write("cat/1.PNG", IMAGE);
        write("dog/1.heic", new byte[] {1});
        write("dog/2.Heic", new byte[] {1});
        write("dog/puppies/3.avif", new byte[] {1});
        write("cat/list.csv", new byte[] {1});
        write("cat/README", new byte[] {1});
        Files.createDirectories(folder.resolve("bird"));
        assertThat(notes())
                .extracting(Note::text)
                .containsExactly(
                        "5 of 6 files were left out: 2 .heic, 1 without an ending, 1 .avif, 1 .csv",
                        "no image is read from the folders bird, dog");
    }

    @Test
    void hiddenFilesAndFoldersAreCounted() throws IOException {
        write("cat/1.png", IMAGE);
        write("cat/.DS_Store", new byte[] {1});
        write("cat/Thumbs.db", new byte[] {1});
        write("__MACOSX/cat/._1.png", IMAGE);
        write(".ipynb_checkpoints/1-checkpoint.png", IMAGE);
        assertThat(Tables.open(folder, ReadOptions.DEFAULT).rowCount()).hasValue(1);
        assertThat(notes()).singleElement().satisfies(note -> {
            assertThat(note.text()).isEqualTo("hidden files were left out: 4");
            assertThat(note.notable()).isFalse();
        });
    }

    @Test
    void nothingToNote() throws IOException {
        write("cat/1.png", IMAGE);
        write("dog/many/2.png", IMAGE);
        TableSource source = Tables.open(folder, ReadOptions.DEFAULT);
        Tables.collect(source);
        assertThat(source.notes()).isEmpty();
    }

    @Test
    void foldersOfOtherFilesNameThem() throws IOException {
        write("1.webp", new byte[] {1});
        write("2.webp", new byte[] {1});
        assertThatThrownBy(this::notes)
                .isInstanceOf(DataException.class)
                .hasMessageContainingAll(folder.toString(), "no PNG, JPEG, GIF, BMP or TIFF images", "2 .webp");
    }

    @Test
    void otherFormatsUnderAKnownEndingAreNamed() throws IOException {
        Files.copy(resource("mixed").resolve("dog/0.webp"), folder.resolve("0.png"));
        assertThatThrownBy(this::notes).hasMessageContainingAll("0.png", "a WebP image", "expected PNG", "save it");
        write("0.png", "\0\0\0\u0018ftypheic".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(this::notes).hasMessageContainingAll("0.png", "of the kind 'heic'");
        write("0.png", new byte[0]);
        assertThatThrownBy(this::notes).hasMessageContainingAll("0.png", "an empty file");
    }

    @Test
    void formatsAreKnownByTheirContent() throws IOException {
        write("1.jpg", IMAGE);
        write("2.bmp", ImageBytes.of(new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB), "gif"));
        assertThat(Tables.read(folder, ReadOptions.DEFAULT).rows()).isEqualTo(2);
    }

    @Test
    void greyImagesAmongColouredOnes() throws IOException {
        write("1.png", IMAGE);
        write("2.png", ImageBytes.of(new BufferedImage(2, 2, BufferedImage.TYPE_BYTE_GRAY), "png"));
        assertThat(notes())
                .singleElement()
                .satisfies(note -> assertThat(note.message()).startsWith("1 of 2 images are grey and read as colour"));
        assertThat(Tables.open(folder, ReadOptions.DEFAULT.withGrey(true)).notes())
                .isEmpty();
    }

    @Test
    void onlyTheFirstFrameIsRead() throws IOException {
        write("1.png", ImageBytes.withChunk(IMAGE, "acTL", new byte[8]));
        TableSource source = Tables.open(folder, ReadOptions.DEFAULT);
        Tables.collect(source);
        Tables.collect(source);
        assertThat(source.notes()).singleElement().satisfies(note -> {
            assertThat(note.message()).isEqualTo("1 of 1 image: the first of several frames or pages was read");
            assertThat(note.count()).isEqualTo(1);
        });
    }
}
