package io.eckart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ArchitectureDocumentTest {
    private static final Pattern EXPORTED = Pattern.compile("exports (io\\.eckart\\.[a-z.]+);");
    private static final Pattern API_ROW = Pattern.compile("(?m)^\\| `(io\\.eckart\\.[a-z.]+)` \\| (.*) \\|$");
    private static final Pattern SENTENCE = Pattern.compile("/\\*\\* (.*) \\*/");

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

    /** Each exported package with the sentence of its documentation. */
    @Test
    void theJavaApiListsWhatTheCoreExports() {
        String document = SourceTree.read(SourceTree.ROOT.resolve("docs/reference/java-api.md"));
        List<String> listed = API_ROW.matcher(document)
                .results()
                .map(row -> row.group(1) + ": " + row.group(2))
                .toList();
        List<String> exported = EXPORTED.matcher(
                        SourceTree.read(SourceTree.CORE.main().resolve("module-info.java")))
                .results()
                .map(export -> export.group(1) + ": " + sentence(export.group(1)))
                .toList();
        assertThat(listed).as("packages of docs/reference/java-api.md").isEqualTo(exported);
    }

    private static String sentence(String name) {
        String file = name.replace('.', '/') + "/package-info.java";
        Matcher matcher =
                SENTENCE.matcher(SourceTree.read(SourceTree.CORE.main().resolve(file)));
        assertThat(matcher.find()).as("a sentence in %s", file).isTrue();
        return matcher.group(1);
    }
}
