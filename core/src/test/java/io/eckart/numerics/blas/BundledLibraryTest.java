package io.eckart.numerics.blas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
