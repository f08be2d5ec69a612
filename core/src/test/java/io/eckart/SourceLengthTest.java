package io.eckart;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SourceLengthTest {
    private static final int LIMIT = 300;

    /** Files that may be longer, each a kernel that would not be clearer in pieces. */
    private static final Set<String> LONG_KERNELS = Set.of();

    @Test
    void noFileIsLongerThanAReaderHoldsInMind() {
        List<Path> files = files();
        assertThat(files).as("all source files").hasSizeGreaterThan(50);
        assertThat(files)
                .filteredOn(file -> !LONG_KERNELS.contains(name(file)))
                .allSatisfy(file -> assertThat(SourceTree.read(file).lines().count())
                        .as("lines of %s", file)
                        .isLessThanOrEqualTo(LIMIT));
    }

    @Test
    void everyExceptionIsStillNeeded() {
        assertThat(files())
                .filteredOn(file -> SourceTree.read(file).lines().count() > LIMIT)
                .map(SourceLengthTest::name)
                .containsExactlyInAnyOrderElementsOf(LONG_KERNELS);
    }

    private static List<Path> files() {
        return SourceTree.ALL.stream()
                .flatMap(module -> module.files().stream())
                .toList();
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }
}
