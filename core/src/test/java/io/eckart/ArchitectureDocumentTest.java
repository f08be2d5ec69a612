package io.eckart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ArchitectureDocumentTest {
    /** A row of the package table: its first cell is the package's name in backquotes. */
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(io\\.eckart\\.[a-z.]+)` \\|");

    @Test
    void thePackageTableListsEveryPackageAndNoOther() {
        String document = SourceTree.read(SourceTree.ROOT.resolve("ARCHITECTURE.md"));
        List<String> listed =
                ROW.matcher(document).results().map(row -> row.group(1)).toList();
        List<String> packages = SourceTree.ALL.stream()
                .flatMap(module -> module.packages().stream())
                .toList();
        assertThat(listed).as("package table of ARCHITECTURE.md").containsExactlyInAnyOrderElementsOf(packages);
    }
}
