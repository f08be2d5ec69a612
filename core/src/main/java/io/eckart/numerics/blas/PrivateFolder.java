package io.eckart.numerics.blas;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Collections;
import java.util.Set;

/**
 * A folder in which nobody but this user can put, change or exchange a file. On systems without POSIX permissions, where the
 * folders of users are private by their access lists, nothing is checked.
 */
final class PrivateFolder {
    private static final Set<PosixFilePermission> PRIVATE = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> OTHERS_WRITE =
            Set.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

    private static final int WRITABLE_BY_ALL = 2;
    private static final int STICKY = 0x200;

    private PrivateFolder() {}

    /**
     * Makes the folder and its parent private, creating them if needed.
     *
     * @throws AccessDeniedException if others may have put something there, or may later
     * @throws IOException if a folder cannot be created or is none
     */
    static void make(Path folder) throws IOException {
        if (Files.getFileAttributeView(folder, PosixFileAttributeView.class) == null) {
            Files.createDirectories(folder);
            return;
        }
        Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(PRIVATE));
        UserPrincipal user = user(folder);
        Path parent = folder.toAbsolutePath().getParent();
        if (parent != null) {
            close(parent, user);
        }
        close(folder, user);
        requireSafePath(folder.toRealPath());
    }

    /** Whether this is a file of this user, not a link. */
    static boolean hasOwn(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                && (folder == null
                        || Files.getFileAttributeView(file, PosixFileAttributeView.class) == null
                        || Files.getOwner(file).equals(Files.getOwner(folder)));
    }

    private static void close(Path folder, UserPrincipal user) throws IOException {
        PosixFileAttributes attributes =
                Files.readAttributes(folder, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (!attributes.isDirectory()) {
            throw refused(folder, "is a link or no folder");
        }
        if (!attributes.owner().equals(user)) {
            throw refused(folder, "belongs to " + attributes.owner().getName());
        }
        if (!Collections.disjoint(attributes.permissions(), OTHERS_WRITE)) {
            throw refused(folder, "can be written to by others");
        }
        if (!attributes.permissions().equals(PRIVATE)) {
            Files.setPosixFilePermissions(folder, PRIVATE);
        }
    }

    /** Who can write in a folder can exchange what is in it, unless it is sticky, as {@code /tmp} is. */
    private static void requireSafePath(Path folder) throws IOException {
        for (Path above = folder.getParent(); above != null; above = above.getParent()) {
            int mode = (int) Files.getAttribute(above, "unix:mode");
            if ((mode & WRITABLE_BY_ALL) != 0 && (mode & STICKY) == 0) {
                throw refused(above, "can be written to by everybody");
            }
        }
    }

    /** Who this process runs as: the owner of what it creates. */
    private static UserPrincipal user(Path folder) throws IOException {
        Path process = Path.of("/proc/self");
        if (Files.exists(process)) {
            return Files.getOwner(process);
        }
        Path created = Files.createTempFile(folder, "owner", ".tmp");
        try {
            return Files.getOwner(created);
        } finally {
            Files.delete(created);
        }
    }

    private static AccessDeniedException refused(Path folder, String reason) {
        return new AccessDeniedException(folder.toString(), null, reason);
    }
}
