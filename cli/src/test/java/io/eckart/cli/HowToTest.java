package io.eckart.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The commands of the pages in docs/how-to run as they are there, in an empty folder: each page makes its data itself. */
class HowToTest {
    /** Pages with calls from Java only, which other tests run. */
    private static final Set<String> WITHOUT_COMMANDS = Set.of("serve-rows.md");

    private static final Set<String> TESTED_HERE = Set.of(
            "choose-a-model.md",
            "clean-measurements.md",
            "fill-missing-cells.md",
            "find-odd-rows.md",
            "fine-tune.md",
            "label-rows.md",
            "look-at-data.md",
            "messy-files.md",
            "packaged.md",
            "report.md",
            "understand-the-subject.md");

    @TempDir
    Path folder;

    private List<String> run(String page) {
        return run(page, false);
    }

    private List<String> run(String page, boolean all) {
        List<String> printed = PageCommands.run("docs/how-to/" + page, folder, all);
        assertThat(printed).as("commands of " + page).isNotEmpty();
        return printed;
    }

    private String[] lines(String file) {
        return SampleFiles.lines(folder.resolve(file));
    }

    @Test
    void everyPageIsTested() throws IOException {
        try (Stream<Path> pages = Files.list(PageCommands.root().resolve("docs/how-to"))) {
            Set<String> names = pages.map(page -> page.getFileName().toString()).collect(Collectors.toSet());
            names.removeAll(WITHOUT_COMMANDS);
            names.remove("README.md");
            assertThat(names).isEqualTo(TESTED_HERE);
        }
    }

    @Test
    void report() {
        run("report.md");
        assertThat(folder.resolve("explore.html")).isNotEmptyFile();
        assertThat(folder.resolve("score.html")).isNotEmptyFile();
    }

    @Test
    void findOddRows() {
        assertThat(run("find-odd-rows.md").get(2)).contains("odd rows", "area under ROC, norm");
        assertThat(lines("scores.csv")).hasSize(1001);
        assertThat(lines("by-feature.csv")[0]).contains("error:temp_01");
    }

    @Test
    void cleanMeasurements() {
        assertThat(run("clean-measurements.md").get(1)).contains("noise level", "Gavish and Donoho");
        assertThat(lines("clean.csv")).hasSize(1001);
    }

    @Test
    void lookAtData() throws IOException {
        assertThat(run("look-at-data.md").get(1))
                .contains("500 rows", "left out: id, name", "rows  age", "oddest rows", "row 100");
        assertThat(Files.readString(folder.resolve("people.json"))).contains("\"pca_map\"", "\"label\"");
    }

    @Test
    void readAMessyFile() throws IOException {
        String page = PageCommands.text("docs/how-to/messy-files.md");
        run("messy-files.md");
        Console.Answer all = Console.run("explore", folder.resolve("wells.csv"), "--verbose");
        all.err()
                .lines()
                .filter(line -> line.startsWith("eckart: note:"))
                .forEach(line -> assertThat(page).contains(line));
        assertThat(Files.readString(folder.resolve("filled.csv")))
                .startsWith("# pumping tests")
                .contains("\n3;02193;9,75;-;None")
                .doesNotContain("unknown", "-999");
        JsonNode filled =
                Console.json("fill", folder.resolve("wells.csv"), "-o", folder.resolve("again.csv"), "--model", "mean");
        assertThat(filled.at("/filled/Depth").asInt()).as("'unknown' stays").isZero();
        assertThat(filled.at("/filled/Yield").asInt()).isEqualTo(1);
    }

    @Test
    void chooseAModel() {
        List<String> printed = run("choose-a-model.md");
        assertThat(printed.get(1)).contains("linear floor", "Take ", "on the features themselves");
        assertThat(printed.get(2)).contains("code size", "95 %");
        // The means, three models of three sizes, three floors and the names.
        assertThat(lines("comparison.csv")).hasSize(1 + 1 + 9 + 3);
    }

    @Test
    void labelRows() {
        List<String> printed = run("label-rows.md");
        assertThat(printed).hasSize(7);
        assertThat(printed.get(2))
                .containsPattern("labels given +60\\R")
                .containsPattern("rows labelled +1,140\\R")
                .containsPattern("rows unknown +0\\R");
        assertThat(printed.get(4)).contains("spread at 1");
        assertThat(lines("curve.csv")).hasSize(9);
        assertThat(lines("predicted.csv")).hasSize(1201);
    }

    @Test
    void fineTune() {
        assertThat(run("fine-tune.md")).hasSize(4);
        assertThat(lines("labels.csv")).hasSize(601);
    }

    @Test
    void fillMissingCellsByOneModel() throws IOException {
        assertThat(run("fill-missing-cells.md")).hasSize(5);
        assertThat(lines("sure.csv")[0])
                .startsWith(lines("people.csv")[0])
                .contains("weight:deviation", "sport:probability");
        assertThat(Files.readString(folder.resolve("later-filled.csv"))).doesNotContain(",,");
    }

    @Test
    @Tag("long")
    void fillMissingCells() throws IOException {
        List<String> printed = run("fill-missing-cells.md", true);
        assertThat(printed).hasSize(7);
        assertThat(printed.get(2)).contains("R²", "filled by", "name (text or left out)");
        assertThat(printed.getLast()).contains("mnar:0.2").doesNotContain("written");
        String[] before = lines("people.csv");
        assertThat(PageCommands.text("docs/how-to/fill-missing-cells.md"))
                .contains(String.join("\n", List.of(before).subList(0, 6)));
        String[] after = lines("filled.csv");
        assertThat(after).hasSameSizeAs(before);
        for (int i = 0; i < before.length; i++) {
            String[] was = before[i].split(",", -1);
            String[] is = after[i].split(",", -1);
            for (int j = 0; j < was.length; j++) {
                assertThat(is[j]).isNotEmpty();
                assertThat(was[j]).isIn("", is[j]);
            }
        }
    }

    @Test
    void aPackage() {
        assertThat(PageCommands.text("docs/how-to/packaged.md")).contains("./package");
    }

    @Test
    @Tag("long")
    void understandTheSubject() {
        PageCommands.run("docs/how-to/understand-the-subject.md", folder, true);
        assertThat(folder.resolve("groups-study/report.html")).isNotEmptyFile();
        assertThat(lines("groups-study/claims.csv").length).isGreaterThan(100);
    }
}
