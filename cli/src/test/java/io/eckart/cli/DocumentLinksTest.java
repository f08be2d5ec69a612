package io.eckart.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every relative link of the documentation leads to a file that is there, and to a heading in it; pictures say what they show. */
class DocumentLinksTest {
    private static final Pattern CODE = Pattern.compile("(?ms)^```.*?^```$|`[^`\\n]*`");
    private static final Pattern LINK = Pattern.compile("(!?)\\[([^\\]]*)\\]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.+?) *$");
    private static final long LARGEST_PICTURE = 200_000;

    private static List<Path> documents() throws IOException {
        Path root = PageCommands.root();
        try (Stream<Path> top = Files.list(root);
                Stream<Path> docs = Files.walk(root.resolve("docs"))) {
            return Stream.concat(top, docs)
                    .filter(path -> path.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The anchors of a page as GitHub makes them: lower case, punctuation left out, blanks as hyphens, repeats numbered. */
    private static Set<String> anchors(Path page) {
        String text = Pattern.compile("(?ms)^```.*?^```$").matcher(read(page)).replaceAll("");
        Set<String> anchors = new HashSet<>();
        HEADING.matcher(text).results().forEach(heading -> {
            String anchor = heading.group(1)
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("\\[([^\\]]*)\\]\\([^)]*\\)", "$1")
                    .replaceAll("[^\\p{L}\\p{N}_ -]", "")
                    .replace(' ', '-');
            int repeat = 0;
            String unique = anchor;
            while (!anchors.add(unique)) {
                repeat++;
                unique = anchor + "-" + repeat;
            }
        });
        return anchors;
    }

    private static void check(Path page, String target, List<String> broken) {
        String[] parts = target.split("#", 2);
        Path file = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]).normalize();
        boolean found =
                Files.exists(file) && (parts.length == 1 || anchors(file).contains(parts[1]));
        if (!found) {
            broken.add(page + ": " + target);
        }
    }

    @Test
    void everyRelativeLinkLeadsSomewhere() throws IOException {
        List<String> broken = new ArrayList<>();
        int checked = 0;
        for (Path page : documents()) {
            String text = CODE.matcher(read(page)).replaceAll("");
            List<String> targets =
                    LINK.matcher(text).results().map(link -> link.group(3)).toList();
            for (String target : targets) {
                if (!target.matches("[a-z]+:.*")) {
                    check(page, target, broken);
                    checked++;
                }
            }
        }
        assertThat(broken).isEmpty();
        assertThat(checked).as("links checked").isGreaterThan(50);
    }

    @Test
    void everyPictureSaysWhatItShowsAndIsSmall() throws IOException {
        int pictures = 0;
        for (Path page : documents()) {
            for (var link : LINK.matcher(read(page)).results().toList()) {
                if (link.group(1).equals("!")) {
                    assertThat(link.group(2).length())
                            .as("%s: %s", page, link.group(3))
                            .isGreaterThan(20);
                    assertThat(Files.size(page.resolveSibling(link.group(3)))).isLessThan(LARGEST_PICTURE);
                    pictures++;
                }
            }
        }
        assertThat(pictures).isGreaterThanOrEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"docs/concepts", "docs/how-to"})
    void theIndexNamesEveryPage(String folder) throws IOException {
        Path place = PageCommands.root().resolve(folder);
        String index = read(place.resolve("README.md"));
        try (Stream<Path> pages = Files.list(place)) {
            assertThat(pages.map(page -> page.getFileName().toString()).filter(name -> !name.equals("README.md")))
                    .isNotEmpty()
                    .allSatisfy(name -> assertThat(index).contains("](" + name + ")"));
        }
    }
}
