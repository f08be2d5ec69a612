package io.eckart.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The commands of the pages in docs/how-to run as they stand there, on the real data they name. */
class HowToTest {
    @TempDir
    Path folder;

    private List<String> run(String page) {
        List<String> printed = PageCommands.run("docs/how-to/" + page, folder, false);
        assertThat(printed).as("commands of " + page).isNotEmpty();
        return printed;
    }

    private void unpack(String real, String name) {
        SampleFiles.text(folder, name, SampleFiles.lines(SampleFiles.real(real)));
    }

    @Test
    void report() {
        unpack("horse_colic/horse_colic.csv.gz", "horse_colic.csv");
        run("report.md");
        assertThat(folder.resolve("explore.html")).isNotEmptyFile();
        assertThat(folder.resolve("score.html")).isNotEmptyFile();
    }

    @Test
    void findOddRows() {
        unpack("adbench_thyroid/thyroid.csv.gz", "thyroid.csv");
        assertThat(run("find-odd-rows.md").get(1)).contains("odd rows", "area under ROC, norm");
        assertThat(SampleFiles.lines(folder.resolve("scores.csv"))).hasSize(3773);
    }

    @Test
    void cleanMeasurements() {
        unpack("wine/wine.csv.gz", "wine.csv");
        assertThat(run("clean-measurements.md").getFirst()).contains("noise level", "Gavish and Donoho");
        assertThat(SampleFiles.lines(folder.resolve("clean.csv"))).hasSize(179);
    }

    @Test
    void lookAtData() throws IOException {
        unpack("titanic/titanic.csv.gz", "titanic.csv");
        assertThat(run("look-at-data.md").getFirst())
                .contains(
                        "891 rows",
                        "left out: PassengerId, Name, Ticket, Cabin",
                        "177 rows  Age",
                        "oddest rows",
                        "row 738");
        assertThat(Files.readString(folder.resolve("titanic.json"))).contains("\"pca_map\"", "\"label\"");
    }

    @Test
    void readAMessyFile() throws IOException {
        String page = Files.readString(Path.of(System.getProperty("eckart.root", "."), "docs/how-to/messy-files.md"));
        String wells = page.substring(page.indexOf("```text\n") + 8, page.indexOf("```\n\n```sh"));
        Files.writeString(folder.resolve("wells.csv"), wells);
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
        unpack("wine/wine.csv.gz", "wine.csv");
        List<String> printed = run("choose-a-model.md");
        assertThat(printed.getFirst()).contains("linear floor", "Take ", "on the features themselves");
        assertThat(printed.get(1)).contains("code size", "95 %");
        // The means, three models of three sizes, three floors and the names.
        assertThat(SampleFiles.lines(folder.resolve("comparison.csv"))).hasSize(1 + 1 + 9 + 3);
    }
}
