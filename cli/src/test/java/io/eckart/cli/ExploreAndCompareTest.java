package io.eckart.cli;

import static io.eckart.cli.Console.json;
import static io.eckart.cli.Console.refused;
import static io.eckart.cli.SampleFiles.numbers;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ExploreAndCompareTest {
    @TempDir
    Path folder;

    private Path data = Path.of("");

    @BeforeEach
    void write() {
        data = SampleFiles.csv(folder, "data.csv", numbers(60, 6, 2));
    }

    @Test
    void anExplorationIsOneObject() {
        JsonNode found = json("explore", data);
        assertThat(found.path("profile").path("columns").size()).isEqualTo(6);
        assertThat(found.path("pca_map").path("points").size()).isEqualTo(60);
        assertThat(found.path("dimension").path("parallel_analysis").asInt()).isEqualTo(1);
        assertThat(json("explore", data).path("odd_rows")).isEqualTo(found.path("odd_rows"));
    }

    @Test
    void whatIsPrintedFitsANarrowTerminal() throws IOException {
        Path mixed = folder.resolve("mixed.csv");
        Files.writeString(mixed, SampleFiles.groups(60).replaceFirst("^[^,]*", "a_column_with_quite_a_long_name"));
        String explored = Console.done("explore", mixed);
        assertThat(explored)
                .contains("a_column_with_quite_a_long_name", "median", "unique", "█")
                .contains("directions above chance", "A linear model can use these.");
        String compared =
                Console.done("compare", mixed, "--label", "group", "-k", 1, "--models", "kmeans", "--folds", 2);
        assertThat(compared).contains("holes alone", "label");
        String filled = Console.done("fill", mixed, "--label", "group", "--repeat", 1);
        assertThat(filled).contains("R²", "seconds");
        assertThat((explored + compared + filled).lines())
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }

    @Test
    void aComparisonIsOneObject() {
        JsonNode found = json("compare", data, "-k", "1,2", "--models", "kmeans", "--noise", 0.5);
        assertThat(found.path("entries").size()).isEqualTo(1 + 2 + 2);
        assertThat(found.path("entries").path(1).path("model").asString()).isEqualTo("pca");
        assertThat(found.path("noise").asDouble()).isEqualTo(.5);
        assertThat(found.path("recommendation").asString()).startsWith("Take pca");
        assertThat(found.path("raw_label").isNull()).isTrue();
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThat(refused(folder, "compare", data, "--models", "forest")).contains("'forest'", "network");
        assertThat(refused(folder, "compare", data, "-k", "7")).contains("data.csv", "k = 7", "at most 6");
        assertThat(refused(folder, "compare", data, "-k", "some")).contains("'some'");
        assertThat(refused(folder, "compare", data, "--hidden", 1)).contains("below 1");
        assertThat(refused(folder, "compare", data, "--noise", "much")).contains("'much'");
        Path one = SampleFiles.csv(folder, "one.csv", numbers(1, 3, 2));
        assertThat(refused(folder, "explore", one)).contains("one.csv", "one row");
        Path taken = SampleFiles.text(folder, "taken.json", "{}");
        assertThat(refused(folder, "explore", data, "-o", taken)).contains("taken.json", "--force");
    }
}
