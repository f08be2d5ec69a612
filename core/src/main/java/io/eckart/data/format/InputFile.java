package io.eckart.data.format;

import io.eckart.data.DataException;
import io.eckart.data.Place;
import io.eckart.data.Remedy;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipException;

/** A file to read: opens it, decompresses gzip, and makes errors that name it. */
public final class InputFile {
    private static final int BUFFER = 1 << 16;

    private final Path path;
    private final long size;
    private final boolean gzip;

    private InputFile(Path path, long size, boolean gzip) {
        this.path = path;
        this.size = size;
        this.gzip = gzip;
    }

    /**
     * The file at a path.
     *
     * @throws DataException if there is no regular, readable file with this path or it is empty
     */
    public static InputFile of(Path path) {
        if (!Files.exists(path)) {
            throw new DataException(Place.of(path), "no such file", Remedy.byHand("check the path"));
        }
        if (!Files.isRegularFile(path)) {
            throw new DataException(
                    Place.of(path), "not a regular file; data is read several times", Remedy.byHand("save it to one"));
        }
        if (!Files.isReadable(path)) {
            throw new DataException(Place.of(path), "no permission to read it");
        }
        try {
            return of(path, Files.size(path));
        } catch (IOException e) {
            throw failure(path, e);
        }
    }

    private static InputFile of(Path path, long size) throws IOException {
        if (size == 0) {
            throw new DataException(Place.of(path), "the file is empty; it must hold at least one row");
        }
        try (InputStream in = Files.newInputStream(path)) {
            byte[] magic = in.readNBytes(2);
            boolean gzip = magic.length == 2 && magic[0] == (byte) 0x1f && magic[1] == (byte) 0x8b;
            return new InputFile(path, size, gzip);
        }
    }

    public Path path() {
        return path;
    }

    /** The last part of the path. */
    public String name() {
        Path last = path.getFileName();
        return last == null ? path.toString() : last.toString();
    }

    /** The number of bytes on disk, compressed or not. */
    public long size() {
        return size;
    }

    public boolean isGzip() {
        return gzip;
    }

    /** A stream of the decompressed bytes. */
    public InputStream open() throws IOException {
        InputStream raw = Files.newInputStream(path);
        if (!gzip) {
            return raw;
        }
        try {
            return new GzipMembers(raw, BUFFER);
        } catch (IOException e) {
            raw.close();
            throw e;
        }
    }

    /** The first decompressed bytes, fewer if the file is shorter. */
    public byte[] head(int count) {
        try (InputStream in = open()) {
            return in.readNBytes(count);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    public DataException error(String problem, Remedy... remedies) {
        return new DataException(Place.of(path), problem, remedies);
    }

    /** The error of a cell. */
    public DataException error(long row, String column, String problem, Remedy... remedies) {
        return new DataException(Place.of(path).row(row).column(column), problem, remedies);
    }

    /** The error of a whole row. */
    public DataException rowError(long row, String problem, Remedy... remedies) {
        return new DataException(Place.of(path).row(row), problem, remedies);
    }

    /** The error of a whole column. */
    public DataException columnError(String column, String problem, Remedy... remedies) {
        return new DataException(Place.of(path).column(column), problem, remedies);
    }

    public DataException failure(IOException cause) {
        return failure(path, cause);
    }

    private static DataException failure(Path path, IOException cause) {
        String problem = switch (cause) {
            case EOFException e -> "the file is cut short; copy or download it again";
            case ZipException e -> "the gzip data is damaged (" + e.getMessage() + "); copy or download it again";
            case AccessDeniedException e -> "no permission to read it";
            default -> "cannot be read: " + cause;
        };
        return DataException.because(cause, Place.of(path), problem);
    }
}
