package io.eckart.data.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eckart.data.DataException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
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
}
