package io.eckart.cli;

import static io.eckart.cli.Console.json;
import static io.eckart.cli.Console.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Labels in a file of their own say the same as a label column, to every command that reads labels. */
class LabelFileTest {
    @TempDir
    Path folder;

    private Path whole = Path.of("");
    private Path rows = Path.of("");
    private Path labels = Path.of("");

    @BeforeEach
    void apart() throws IOException {
        List<String> lines = SampleFiles.groups(60).lines().toList();
        whole = Files.write(folder.resolve("whole.csv"), lines);
        int column = List.of(lines.getFirst().split(",", -1)).indexOf("group");
        assertThat(column).as("the last").isEqualTo(lines.getFirst().split(",", -1).length - 1);
        rows = Files.write(
                folder.resolve("rows.csv"),
                lines.stream()
                        .map(line -> line.substring(0, line.lastIndexOf(',')))
                        .toList());
        labels = Files.write(
                folder.resolve("labels.csv"),
                lines.stream()
                        .map(line -> line.substring(line.lastIndexOf(',') + 1))
                        .toList());
    }

    @Test
    void comparingAndExploring() {
        Object[] settings = {"-k", 1, "--folds", 2, "--models", "kmeans"};
        assertThat(json(words("compare", rows, "--labels", labels, settings)).at("/entries/0/label"))
                .isEqualTo(json(words("compare", whole, "--label", "group", settings))
                        .at("/entries/0/label"));
        Path page = folder.resolve("page.html");
        assertThat(Console.run("explore", rows, "--labels", labels, "--report", page)
                        .exitCode())
                .isZero();
        assertThat(page).content().contains("\"label\":\"g1\"");
    }

    @Test
    void scoring() {
        Path model = folder.resolve("model");
        json("fit", rows, "-k", 1, "-o", model);
        assertThat(json("score", model, rows, "--labels", labels, "--positive", "g1", "-o", folder.resolve("a.csv"))
                        .path("area_under_roc"))
                .isEqualTo(json(
                                "score",
                                model,
                                whole,
                                "--label",
                                "group",
                                "--positive",
                                "g1",
                                "-o",
                                folder.resolve("b.csv"))
                        .path("area_under_roc"))
                .isNotEmpty();
    }

    @Test
    void fineTuningAndPredicting() {
        Path model = folder.resolve("network");
        json("fit", rows, "--model", "network", "-k", 2, "--epochs", 5, "-o", model);
        Object[] settings = {"--epochs", 5, "-o", folder.resolve("predictor"), "--force"};
        JsonNode apart = json(words("fine-tune", model, rows, "--labels", labels, settings));
        assertThat(apart.path("model").asString()).isEqualTo("network_classifier");
        assertThat(apart.path("check"))
                .isEqualTo(json(words("fine-tune", model, whole, "--label", "group", settings))
                        .path("check"));
    }

    private static Object[] words(Object... wordsAndMore) {
        return Stream.of(wordsAndMore)
                .flatMap(word -> word instanceof Object[] more ? Stream.of(more) : Stream.of(word))
                .toArray();
    }

    @Test
    void labelsThatDoNotFitAreRefused() throws IOException {
        Path few = Files.write(
                folder.resolve("few.csv"), Files.readAllLines(labels).subList(0, 31));
        assertThat(refused(folder, "explore", rows, "--labels", few)).contains("few.csv", "30 labels", "60 rows");
        assertThat(refused(folder, "explore", rows, "--labels", whole)).contains("whole.csv", "one column");
        assertThat(refused(folder, "explore", whole, "--label", "group", "--labels", labels))
                .contains("--labels names a file and --label a column");
        assertThat(refused(folder, "explore", rows, "--labels", folder.resolve("none.csv")))
                .contains("none.csv");
    }
}
