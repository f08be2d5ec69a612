package io.eckart.data.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Who may do what with a file, kept when another file takes its place.
 *
 * @param old those of the file; empty if there is none, or on a system without POSIX permissions
 */
record KeptAttributes(Optional<PosixFileAttributes> old) {
    private static final Set<PosixFilePermission> OWNER =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    private static final Set<PosixFilePermission> GROUP =
            Set.of(PosixFilePermission.GROUP_READ, PosixFilePermission.GROUP_WRITE, PosixFilePermission.GROUP_EXECUTE);

    static KeptAttributes of(Path file) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        return new KeptAttributes(
                view == null || !Files.exists(file) ? Optional.empty() : Optional.of(view.readAttributes()));
    }

    /** Only its owner reads the new file until it has the permissions of the old one. */
    FileAttribute<?>[] whenCreated() {
        return old.isEmpty()
                ? new FileAttribute<?>[0]
                : new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER)};
    }

    /** Gives the new file the permissions of the old one, and its group and owner where this user may. */
    void giveTo(Path file) throws IOException {
        if (old.isEmpty()) {
            return;
        }
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        Set<PosixFilePermission> permissions = new HashSet<>(old.get().permissions());
        if (!hasGroup(view, old.get().group())) {
            // Another group must not do what was meant for that one.
            permissions.removeAll(GROUP);
        }
        keepOwner(view, old.get().owner());
        if (!view.readAttributes().permissions().equals(permissions)) {
            view.setPermissions(permissions);
        }
    }

    private static boolean hasGroup(PosixFileAttributeView view, GroupPrincipal group) throws IOException {
        if (view.readAttributes().group().equals(group)) {
            return true;
        }
        try {
            view.setGroup(group);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static void keepOwner(PosixFileAttributeView view, UserPrincipal owner) throws IOException {
        if (view.getOwner().equals(owner)) {
            return;
        }
        try {
            view.setOwner(owner);
        } catch (IOException e) {
            // Only an administrator may give a file away.
            return;
        }
    }
}
