package io.eckart.data.format;

import io.eckart.data.DataException;
import io.eckart.data.Place;
import io.eckart.data.Remedy;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file that appears completely or not at all: it is written to a hidden temporary file {@code .NAME.*.tmp} in the same directory
 * and moved into place by {@link #commit()}. Without a commit, {@link #close()} deletes what was written, and so does the end of the
 * process unless it is killed; then the next writer of the same file does.
 *
 * <p>A file that is replaced keeps its permissions, and its group and owner where this user may set them; a symbolic link stays and
 * the file it leads to is replaced.
 */
public final class OutputFile implements AutoCloseable {

    /** Writes the content of a file. */
    @FunctionalInterface
    public interface Content {
        void writeTo(FileChannel channel) throws IOException;
    }

    private final Path target;
    private final Path place;
    private final TemporaryFile temporary;
    private final KeptAttributes kept;
    private final boolean force;
    private boolean committed;

    /** @param place where the file is, the target or what it leads to */
    private OutputFile(Path target, Path place, boolean force) throws IOException {
        this.target = target;
        this.place = place;
        this.force = force;
        this.kept = KeptAttributes.of(place);
        this.temporary = TemporaryFile.create(place, kept);
    }

    /**
     * Starts a file.
     *
     * @param force whether an existing file is replaced
     * @throws DataException if the target exists and {@code force} is false, is not a regular file, or its directory cannot
     *     be written to
     */
    public static OutputFile create(Path target, boolean force) {
        OutputFile file = createUnwatched(target, force);
        try {
            // Deleted after all shutdown hooks, so that a hook can wait until the file is complete.
            file.temporary.path().toFile().deleteOnExit();
        } catch (IllegalStateException e) {
            // The process is ending.
            return file;
        }
        return file;
    }

    /**
     * Like {@link #create}, but the end of the process may leave the temporary file: for files that are written repeatedly, where
     * the next write deletes it.
     */
    public static OutputFile createUnwatched(Path target, boolean force) {
        requireWritable(target, force);
        try {
            return new OutputFile(target, place(target), force);
        } catch (IOException e) {
            throw failure(target, e);
        }
    }

    private static Path place(Path target) throws IOException {
        return Files.isSymbolicLink(target) ? target.toRealPath() : target;
    }

    /**
     * Writes a complete file.
     *
     * @throws DataException as {@link #create}, or if writing fails; then no file is left
     */
    public static void write(Path target, boolean force, Content content) {
        try (OutputFile file = create(target, force)) {
            content.writeTo(file.channel());
            file.commit();
        } catch (IOException e) {
            throw failure(target, e);
        }
    }

    /**
     * Writes a complete file of text, in UTF-8.
     *
     * @throws DataException as {@link #create}, or if writing fails; then no file is left
     */
    public static void write(Path target, boolean force, String text) {
        write(target, force, channel -> {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        });
    }

    /**
     * Checks that a file can be written, so that a failure comes before the work for it.
     *
     * @return the directory of the file, for a symbolic link of the file it leads to
     * @throws DataException if the target exists and {@code force} is false, is not a regular file, or its directory does
     *     not exist or cannot be written to
     */
    public static Path requireWritable(Path target, boolean force) {
        checkTarget(target, force);
        Path directory = directory(target);
        if (directory == null || !Files.isDirectory(directory)) {
            throw new DataException(
                    Place.of(target), "there is no directory " + directory, Remedy.byHand("create it first"));
        }
        if (!Files.isWritable(directory)) {
            throw new DataException(
                    Place.of(target), "cannot write in " + directory, Remedy.byHand("choose another directory"));
        }
        return directory;
    }

    private static @Nullable Path directory(Path target) {
        try {
            return place(target).toAbsolutePath().getParent();
        } catch (IOException e) {
            throw failure(target, e);
        }
    }

    private static void checkTarget(Path target, boolean force) {
        if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (!Files.isRegularFile(target)) {
            throw new DataException(
                    Place.of(target), "exists and is not a regular file", Remedy.byHand("choose another name"));
        }
        if (!force) {
            throw exists(target);
        }
    }

    private static DataException exists(Path target) {
        return new DataException(
                Place.of(target), "exists", new Remedy.Replace(), Remedy.byHand("choose another name"));
    }

    public Path target() {
        return target;
    }

    /** The channel of the temporary file, for writing at any position. */
    public FileChannel channel() {
        return temporary.channel();
    }

    /** An unbuffered stream that writes at the position of the channel; closing it leaves the channel open. */
    public OutputStream stream() {
        return new FilterOutputStream(Channels.newOutputStream(channel())) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                out.write(bytes, offset, length);
            }

            @Override
            public void close() {}
        };
    }

    /**
     * Writes the content to the disk, then moves the file into place.
     *
     * @throws DataException if that fails, or if the target has been created meanwhile and must not be replaced
     */
    public void commit() {
        try {
            channel().force(true);
            checkTarget(target, force);
            kept.giveTo(temporary.path());
            temporary.moveTo(place, force);
            committed = true;
            channel().close();
        } catch (FileAlreadyExistsException e) {
            throw exists(target);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /** Deletes what was written unless it has been committed. */
    @Override
    public void close() {
        try {
            channel().close();
        } catch (IOException e) {
            throw failure(e);
        } finally {
            removeTemporary();
        }
    }

    private void removeTemporary() {
        if (committed) {
            return;
        }
        try {
            Files.deleteIfExists(temporary.path());
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /** The error of a failed write, naming the file. */
    public DataException failure(IOException cause) {
        return failure(target, cause);
    }

    private static DataException failure(Path target, IOException cause) {
        String problem = switch (cause) {
            case AccessDeniedException e -> "no permission to write there";
            case FileSystemException e when e.getReason() != null -> e.getReason();
            case FileSystemException e ->
                "no file can be created there (" + e.getClass().getSimpleName() + ")";
            default -> cause.getMessage() == null ? cause.toString() : cause.getMessage();
        };
        return DataException.because(cause, Place.of(target), "cannot be written: " + problem);
    }
}
