package io.eckart.data.format;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * A hidden file {@code .NAME.*.tmp} beside the file that it will become. Its writer holds a lock on it, which the system releases
 * when the process ends in whatever way; so the next writer of the same file can tell what a killed process has left from what
 * another one is writing, and removes it.
 */
record TemporaryFile(Path path, FileChannel channel) {
    private static final Set<OpenOption> OPTIONS =
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);

    /** The length of a UUID and of {@code .tmp}. */
    private static final int RANDOM = 40;

    /** Creates one for this file, with at most these permissions, and removes what killed writers of the file have left. */
    static TemporaryFile create(Path target, KeptAttributes kept) throws IOException {
        Path folder = Objects.requireNonNull(target.toAbsolutePath().getParent(), "a file is in a folder");
        String start = "." + target.getFileName() + ".";
        removeLeft(folder, start);
        Path path = folder.resolve(start + UUID.randomUUID() + ".tmp");
        FileChannel channel = FileChannel.open(path, OPTIONS, kept.whenCreated());
        if (isOurs(path, channel)) {
            return new TemporaryFile(path, channel);
        }
        channel.close();
        return create(target, kept);
    }

    /** False if, between its creation and its lock, another process has taken the file for left; that one removes it. */
    private static boolean isOurs(Path path, FileChannel channel) {
        try {
            return channel.tryLock() != null && Files.exists(path);
        } catch (IOException e) {
            // A file system without locks, where nothing is taken for left.
            return true;
        }
    }

    private static void removeLeft(Path folder, String start) {
        // A filter, not a pattern: the name may have characters that mean something in patterns.
        DirectoryStream.Filter<Path> ours = path -> {
            String name = String.valueOf(path.getFileName());
            return name.startsWith(start)
                    && name.endsWith(".tmp")
                    && name.length() == start.length() + RANDOM
                    && Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
        };
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, ours)) {
            for (Path path : left) {
                removeUnlessLocked(path);
            }
        } catch (IOException | DirectoryIteratorException e) {
            // A folder that cannot be listed can be written to all the same.
            return;
        }
    }

    private static void removeUnlessLocked(Path path) {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
            if (channel.tryLock() != null) {
                Files.deleteIfExists(path);
            }
        } catch (IOException | OverlappingFileLockException e) {
            // Another user's, removed by another process, or written by another thread of this one.
            return;
        }
    }

    /**
     * Moves the file into place, while it is still locked.
     *
     * @param replace whether a file that is there is replaced
     * @throws FileAlreadyExistsException if there is one and it must not be replaced, also if it came into being this moment
     */
    void moveTo(Path target, boolean replace) throws IOException {
        if (replace || !isLinked(target)) {
            Files.move(path, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Of two that move at once a rename would let the last one win, unseen; of two links the second fails. */
    private boolean isLinked(Path target) throws IOException {
        try {
            Files.createLink(target, path);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (FileSystemException | UnsupportedOperationException e) {
            if (Files.exists(target)) {
                throw new FileAlreadyExistsException(target.toString());
            }
            return false;
        }
        Files.deleteIfExists(path);
        return true;
    }
}
