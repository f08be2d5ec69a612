package io.eckart.study.run;

import io.eckart.data.DataException;
import io.eckart.data.Place;
import io.eckart.data.Remedy;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Optional;

/**
 * Keeps a second study from writing into the same files. The system releases the lock when the process ends, even if it is killed.
 *
 * @param channel empty where nothing is kept, or the file system has no locks
 */
record FolderLock(Optional<FileChannel> channel) implements AutoCloseable {
    /** Beyond the end of any file: a lock over its bytes would keep others from reading it on Windows. */
    private static final long PLACE = Long.MAX_VALUE - 1;

    /**
     * Takes the lock of a folder.
     *
     * @param file one of its files, which is not read or replaced while the lock is held
     * @throws DataException if another study has it
     */
    static FolderLock of(Optional<Path> file) {
        return file.map(FolderLock::of).orElseGet(() -> new FolderLock(Optional.empty()));
    }

    private static FolderLock of(Path file) {
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
            if (!isLocked(channel)) {
                channel.close();
                throw new DataException(
                        Place.of(Objects.requireNonNull(file.toAbsolutePath().getParent())),
                        "another study is running there",
                        Remedy.byHand("wait for its end"),
                        Remedy.choose(Remedy.Setting.OUTPUT_FOLDER, ""));
            }
            return new FolderLock(Optional.of(channel));
        } catch (IOException e) {
            return new FolderLock(Optional.empty());
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock(PLACE, 1, false) != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            if (channel.isPresent()) {
                channel.get().close();
            }
        } catch (IOException e) {
            // Nothing was written through it.
            return;
        }
    }
}
