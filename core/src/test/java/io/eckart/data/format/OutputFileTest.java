package io.eckart.data.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.eckart.data.DataException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFileTest {
    @TempDir
    private Path folder;

    private Path target = Path.of("");

    @BeforeEach
    void nameTheTarget() {
        target = folder.resolve("out.txt");
    }

    private static ByteBuffer text(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void aFileAppearsWhenItIsWholeAndNothingElseIsLeft() throws IOException {
        OutputFile.write(target, false, channel -> {
            channel.write(text("12345"));
            assertThat(target).doesNotExist();
            assertThat(names())
                    .singleElement()
                    .satisfies(name -> assertThat(name).startsWith(".out.txt.").endsWith(".tmp"));
        });
        assertThat(target).hasContent("12345");
        assertThat(names()).containsExactly("out.txt");
    }

    @Test
    void withoutACommitNothingIsLeft() throws IOException {
        try (OutputFile file = OutputFile.createUnwatched(target, false)) {
            file.channel().write(text("12345"));
            assertThat(file.target()).isEqualTo(target);
            assertThat(names()).hasSize(1);
        }
        assertThat(names()).isEmpty();
    }

    @Test
    void afterAFailureNothingIsLeftAndTheMessageNamesTheFile() throws IOException {
        OutputFile.write(target, false, channel -> channel.write(text("old")));
        assertThatThrownBy(() -> OutputFile.write(target, true, channel -> {
                    channel.write(text("new"));
                    throw new IOException("the disk is full");
                }))
                .isInstanceOf(DataException.class)
                .hasMessage(target + ": cannot be written: the disk is full");
        assertThat(target).hasContent("old");
        assertThat(names()).containsExactly("out.txt");
    }

    @Test
    void anExistingFileIsReplacedOnlyIfAsked() {
        OutputFile.write(target, false, channel -> channel.write(text("old, and longer")));
        assertThatThrownBy(() -> OutputFile.create(target, false))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith(target + ": exists");
        assertThatThrownBy(() -> OutputFile.requireWritable(target, false)).isInstanceOf(DataException.class);
        assertThat(OutputFile.requireWritable(target, true)).isEqualTo(folder.toAbsolutePath());
        OutputFile.write(target, true, channel -> channel.write(text("new")));
        assertThat(target).hasContent("new");
    }

    @Test
    void aFileThatCameIntoBeingMeanwhileIsNotReplaced() throws IOException {
        try (OutputFile file = OutputFile.create(target, false)) {
            file.channel().write(text("mine"));
            Files.writeString(target, "theirs");
            assertThatThrownBy(file::commit).isInstanceOf(DataException.class).hasMessageContaining("exists");
        }
        assertThat(target).hasContent("theirs");
        assertThat(names()).containsExactly("out.txt");
    }

    @Test
    void aFolderAsTheTargetAndAMissingFolderAreRefused() {
        assertThatThrownBy(() -> OutputFile.create(folder, true))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("not a regular file");
        Path deep = folder.resolve("none").resolve("out.txt");
        assertThatThrownBy(() -> OutputFile.create(deep, true))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("no directory " + folder.resolve("none"));
    }

    @Test
    void closingTheStreamLeavesTheFileOpen() throws IOException {
        try (OutputFile file = OutputFile.create(target, false)) {
            try (OutputStream stream = file.stream()) {
                stream.write("abcdef".getBytes(StandardCharsets.UTF_8), 1, 3);
                stream.write('x');
            }
            file.channel().write(text("!"));
            file.channel().write(text("B"), 0);
            file.commit();
        }
        assertThat(target).hasContent("Bcdx!");
    }

    @Test
    void theReasonOfTheSystemIsTold() {
        try (OutputFile file = OutputFile.create(target, false)) {
            assertThat(file.failure(new FileSystemException("x", null, "No space left on device")))
                    .hasMessage(target + ": cannot be written: No space left on device");
            assertThat(file.failure(new java.nio.file.AccessDeniedException("x")))
                    .hasMessageEndingWith("no permission to write there");
            assertThat(file.failure(new FileSystemException("x"))).hasMessageContaining("FileSystemException");
            assertThat(file.failure(new IOException())).hasMessageContaining("java.io.IOException");
        }
    }

    @Test
    void aReplacedFileKeepsItsPermissions() throws IOException {
        assumeTrue(target.getFileSystem().supportedFileAttributeViews().contains("posix"), "no POSIX permissions");
        for (String permissions : List.of("rw-------", "rw-rw-rw-", "r--r-----", "rwxr-x--x")) {
            Files.deleteIfExists(target);
            Files.writeString(target, "old");
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(permissions));
            OutputFile.write(target, true, "new");
            assertThat(target).hasContent("new");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(target)))
                    .isEqualTo(permissions);
        }
    }

    @Test
    void whatReplacesAFileIsNotOpenToOthersOnTheWay() throws IOException {
        assumeTrue(target.getFileSystem().supportedFileAttributeViews().contains("posix"), "no POSIX permissions");
        Files.writeString(target, "secret");
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-------"));
        try (OutputFile file = OutputFile.create(target, true)) {
            Path temporary = folder.resolve(names().getFirst());
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(temporary)))
                    .isEqualTo("rw-------");
            file.commit();
        }
    }

    /** Only an administrator may give files away, and only then can this be seen. */
    @Test
    void aReplacedFileKeepsItsOwner() throws IOException {
        Files.writeString(target, "old");
        try {
            Files.setAttribute(target, "unix:uid", 12345);
            Files.setAttribute(target, "unix:gid", 23456);
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            assumeTrue(false, "this user cannot give files away");
        }
        OutputFile.write(target, true, "new");
        assertThat(Files.getAttribute(target, "unix:uid")).isEqualTo(12345);
        assertThat(Files.getAttribute(target, "unix:gid")).isEqualTo(23456);
    }

    @Test
    void aLinkStaysAndTheFileItLeadsToIsReplaced() throws IOException {
        Path deep = Files.createDirectory(folder.resolve("deep"));
        Path real = Files.writeString(deep.resolve("real.txt"), "old");
        Files.createSymbolicLink(folder.resolve("between"), Path.of("deep", "real.txt"));
        Files.createSymbolicLink(target, Path.of("between"));
        assertThatThrownBy(() -> OutputFile.create(target, false)).hasMessageContaining("exists");
        OutputFile.write(target, true, "new");
        assertThat(target).isSymbolicLink();
        assertThat(real).isRegularFile().hasContent("new");
        assertThat(Files.isSymbolicLink(real)).isFalse();
        assertThat(names()).containsExactly("between", "deep", "out.txt");
    }

    @Test
    void aLinkThatLeadsNowhereIsRefused() throws IOException {
        Files.createSymbolicLink(target, folder.resolve("none"));
        assertThatThrownBy(() -> OutputFile.create(target, true))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("not a regular file");
    }

    /** A killed process leaves the file without its lock. */
    @Test
    void whatAKilledWriterHasLeftIsRemovedAndOtherFilesAreNot() throws IOException {
        String id = "123e4567-e89b-42d3-a456-426614174000";
        Path left = Files.writeString(folder.resolve(".out.txt." + id + ".tmp"), "half");
        Path ofAnother = Files.writeString(folder.resolve(".other.txt." + id + ".tmp"), "half");
        Path byHand = Files.writeString(folder.resolve(".out.txt.mine.tmp"), "precious");
        try (OutputFile first = OutputFile.create(target, false)) {
            assertThat(left).doesNotExist();
            assertThat(ofAnother).exists();
            assertThat(byHand).exists();
            first.channel().write(text("first"));
            try (OutputFile second = OutputFile.create(target, false)) {
                second.channel().write(text("second"));
                second.commit();
            }
            assertThatThrownBy(first::commit).hasMessageContaining("exists");
        }
        assertThat(target).hasContent("second");
        assertThat(names()).hasSize(3).contains("out.txt");
    }
}
