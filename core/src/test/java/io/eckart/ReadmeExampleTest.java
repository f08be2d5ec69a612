package io.eckart;

import static org.assertj.core.api.Assertions.assertThat;

import io.eckart.data.Encoding;
import io.eckart.data.Scaling;
import io.eckart.data.Table;
import io.eckart.data.format.ReadOptions;
import io.eckart.data.format.Tables;
import io.eckart.numerics.FloatMatrix;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example in README.md is the code between the two markers here: it compiles, runs and is the same text. */
class ReadmeExampleTest {
    private static final Path SOURCE =
            SourceTree.ROOT.resolve("core", "src", "test", "java", "io", "eckart", "ReadmeExampleTest.java");
    private static final Pattern REGION = Pattern.compile("(?ms)^ *// README\\n(.*?)^ *// README\\n");
    private static final Pattern FENCE = Pattern.compile("(?ms)^```java\\n(.*?)^```$");

    private static FloatMatrix example(Path file) {
        // README
        Table table = Tables.read(file, ReadOptions.DEFAULT);
        Encoding encoding = Encoding.fit(table, Scaling.STANDARD);
        FloatMatrix features = encoding.encode(table);
        // README
        return features;
    }

    @Test
    void readmeShowsTheCodeThatRunsHere() {
        String shown = find(FENCE, SourceTree.read(SourceTree.ROOT.resolve("README.md")));
        String run = find(REGION, SourceTree.read(SOURCE)).stripTrailing().stripIndent() + "\n";
        assertThat(shown).isEqualTo(run);
    }

    @Test
    void theExampleRuns(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("data.csv"), "a,b\n1,2\n3,\n5,4\n");
        assertThat(example(file).values())
                .as("columns scaled to mean 0, the missing cell still missing")
                .hasSize(6)
                .startsWith(-example(file).values()[4])
                .satisfies(values -> assertThat(values[3]).isNaN());
    }

    private static String find(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).as("a match of %s", pattern).isTrue();
        return matcher.group(1);
    }
}
