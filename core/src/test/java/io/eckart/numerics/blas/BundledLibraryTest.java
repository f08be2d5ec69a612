package io.eckart.numerics.blas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URL;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BundledLibraryTest {

    @TempDir
    Path folder;

    private final BundledLibrary library = BundledLibrary.openBlas();

    private List<String> names() throws Exception {
        try (Stream<Path> files = Files.list(folder.resolve("cache"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void filesAreExtractedWholeOnce() throws Exception {
        List<Path> extracted = library.extract(folder.resolve("cache"));
        assertThat(names()).hasSameSizeAs(extracted).noneMatch(name -> name.endsWith(".tmp"));
        Path last = extracted.getLast();
        assertThat(last).hasSameBinaryContentAs(copy(library.files().getLast()));
        FileTime then = FileTime.fromMillis(1_000_000);
        Files.setLastModifiedTime(last, then);
        library.extract(folder.resolve("cache"));
        assertThat(Files.getLastModifiedTime(last)).isEqualTo(then);
    }

    private Path copy(URL url) throws Exception {
        try (var in = url.openStream()) {
            Path copy = folder.resolve("copy");
            Files.copy(in, copy);
            return copy;
        }
    }

    @Test
    void halfWrittenFileIsReplaced() throws Exception {
        Path last = library.extract(folder.resolve("cache")).getLast();
        long whole = Files.size(last);
        Files.write(last, new byte[1000]);
        library.extract(folder.resolve("cache"));
        assertThat(Files.size(last)).isEqualTo(whole);
        assertThat(library.open(folder.resolve("cache")).find("cblas_sgemm")).isPresent();
    }

    @Test
    void damagedFileOfTheSameSizeIsReplaced() throws Exception {
        Path last = library.extract(folder.resolve("cache")).getLast();
        byte[] whole = Files.readAllBytes(last);
        byte[] damaged = whole.clone();
        damaged[damaged.length / 2] ^= 1;
        Files.write(last, damaged);
        library.extract(folder.resolve("cache"));
        assertThat(Files.readAllBytes(last)).isEqualTo(whole);
    }

    private static void assumePosix(Path file) {
        assumeTrue(file.getFileSystem().supportedFileAttributeViews().contains("posix"), "no POSIX permissions");
    }

    private static void permit(Path file, String permissions) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    @Test
    void cacheIsPrivate() throws Exception {
        assumePosix(folder);
        Path cache = Files.createDirectory(folder.resolve("eckart"));
        permit(cache, "rwxr-xr-x");
        small().extract(cache.resolve("library"));
        assertThat(permissions(cache)).as("one of an earlier version").isEqualTo("rwx------");
        assertThat(permissions(cache.resolve("library"))).isEqualTo("rwx------");
    }

    /** A small one, which is not opened. */
    private BundledLibrary small() throws IOException {
        Path file = Files.writeString(folder.resolve("libsmall.so"), "not opened");
        return new BundledLibrary("small", List.of(file.toUri().toURL()));
    }

    /** Also where what is there is right at this moment: it could be exchanged before it is loaded. */
    private void assertRefused(BundledLibrary refused, Path cache, Path open) {
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> refused.extract(cache))
                .withMessageContaining(open.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"rwxrwx---", "rwx----w-", "rwxrwxrwx"})
    void cacheThatOthersMayWriteToIsRefused(String permissions) throws Exception {
        assumePosix(folder);
        BundledLibrary small = small();
        Path parent = folder.resolve("eckart");
        Path cache = parent.resolve("library");
        small.extract(cache);
        permit(cache, permissions);
        assertRefused(small, cache, cache);
        permit(cache, "rwx------");
        permit(parent, permissions);
        assertRefused(small, cache, parent);
    }

    @Test
    void cacheBelowAFolderOfEverybodyIsRefused() throws Exception {
        assumePosix(folder);
        Path home = Files.createDirectory(folder.resolve("home"));
        permit(home, "rwxrwxrwx");
        assertRefused(small(), home.resolve("eckart").resolve("library"), home);
    }

    @Test
    void cacheThatIsALinkIsRefused() throws Exception {
        assumePosix(folder);
        Path planted = Files.createDirectory(folder.resolve("planted"));
        Path cache = Files.createSymbolicLink(folder.resolve("library"), planted);
        assertRefused(small(), cache, cache);
        assertThat(planted).isEmptyDirectory();
    }

    @Test
    void cacheOfAnotherUserIsRefused() throws Exception {
        assumePosix(folder);
        BundledLibrary small = small();
        Path cache = folder.resolve("eckart").resolve("library");
        small.extract(cache);
        try {
            Files.setAttribute(cache, "unix:uid", 12345);
        } catch (IOException e) {
            assumeTrue(false, "this user cannot give folders away");
        }
        assertRefused(small, cache, cache);
    }

    @Test
    void refusedCacheIsReplacedByATemporaryFolder() throws Exception {
        assumePosix(folder);
        Path cache = Files.createDirectory(folder.resolve("cache"));
        permit(cache, "rwxrwxrwx");
        assertThat(library.open(cache).find("cblas_sgemm")).isPresent();
        assertThat(cache).isEmptyDirectory();
    }

    @Test
    void linkToAFileElsewhereIsReplaced() throws Exception {
        assumePosix(folder);
        BundledLibrary small = small();
        Path last = small.extract(folder.resolve("cache")).getLast();
        Path elsewhere = Files.move(last, folder.resolve("elsewhere.so"));
        Files.createSymbolicLink(last, elsewhere);
        small.extract(folder.resolve("cache"));
        assertThat(Files.isSymbolicLink(last)).isFalse();
        assertThat(last).hasSameBinaryContentAs(elsewhere);
    }

    @Test
    void folderThatCannotBeWrittenIsReplacedByATemporaryOne() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "in the way");
        assertThat(library.open(file.resolve("cache")).find("cblas_sgemm")).isPresent();
    }

    @Test
    void anUnknownHomeIsNoPlaceForACache() throws Exception {
        Path cache = BundledLibrary.userCache("Linux", Path.of("?"), name -> null);
        assertThat(library.open(cache.resolve("library")).find("cblas_sgemm")).isPresent();
        assertThat(Path.of("?")).doesNotExist();
    }

    @Test
    void fileThatDoesNotLoadIsReported() throws Exception {
        Path text = Files.writeString(folder.resolve("libtext.so"), "no library");
        BundledLibrary broken =
                new BundledLibrary("broken", List.of(text.toUri().toURL()));
        assertThatIllegalStateException()
                .isThrownBy(() -> broken.open(folder.resolve("cache")))
                .withMessageContaining("broken does not load");
    }

    @Test
    void platformsAreSpelledAsTheJarsSpellThem() {
        assertThat(BundledLibrary.platform("Linux", "amd64")).isEqualTo("linux-x86_64");
        assertThat(BundledLibrary.platform("Linux", "aarch64")).isEqualTo("linux-arm64");
        assertThat(BundledLibrary.platform("Mac OS X", "aarch64")).isEqualTo("macosx-arm64");
        assertThat(BundledLibrary.platform("Windows 11", "amd64")).isEqualTo("windows-x86_64");
        assertThat(BundledLibrary.platform("FreeBSD", "amd64")).isEqualTo("freebsd-x86_64");
    }

    @Test
    void cacheFollowsTheCustomsOfTheSystem() {
        Path home = folder.resolve("home");
        String elsewhere = folder.resolve("elsewhere").toString();
        assertThat(BundledLibrary.userCache("Linux", home, name -> null)).isEqualTo(home.resolve(".cache/eckart"));
        assertThat(BundledLibrary.userCache("Linux", home, Map.of("XDG_CACHE_HOME", elsewhere)::get))
                .isEqualTo(folder.resolve("elsewhere/eckart"));
        assertThat(BundledLibrary.userCache("Linux", home, Map.of("XDG_CACHE_HOME", "not/absolute")::get))
                .isEqualTo(home.resolve(".cache/eckart"));
        assertThat(BundledLibrary.userCache("Mac OS X", home, name -> null))
                .isEqualTo(home.resolve("Library/Caches/eckart"));
        assertThat(BundledLibrary.userCache("Windows 11", home, Map.of("LOCALAPPDATA", elsewhere)::get))
                .isEqualTo(folder.resolve("elsewhere/eckart"));
    }
}
