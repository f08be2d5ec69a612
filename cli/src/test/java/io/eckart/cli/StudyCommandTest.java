package io.eckart.cli;

import static io.eckart.cli.Console.refused;
import static io.eckart.cli.SampleFiles.lines;
import static io.eckart.cli.SampleFiles.numbers;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyCommandTest {
    @TempDir
    Path folder;

    @Test
    void whatCannotBeStudiedIsRefused() {
        Path few = SampleFiles.csv(folder, "few.csv", numbers(20, 6, 2));
        assertThat(refused(folder, "study", few)).contains("few.csv", "20 rows", "at least 60");
        Path narrow = SampleFiles.csv(folder, "narrow.csv", numbers(80, 3, 2));
        assertThat(refused(folder, "study", narrow)).contains("narrow.csv", "3 features", "at least 4");
        assertThat(refused(folder, "study", folder.resolve("none.csv"))).contains("none.csv");
        assertThat(refused(folder, "study", "--quick", "--full")).contains("--quick and --full");
        assertThat(refused(folder, "study", "--threads", 0)).contains("--threads");
        assertThat(refused(folder, "study", "--out", few)).contains("few.csv", "folder");
        SampleFiles.text(folder, "results.csv", "a,b", "1,2");
        assertThat(refused(folder, "study", "--out", folder)).contains("results.csv", "settings.csv");
    }

    @Test
    void aStudyEndsOnCtrlCWithWholeLinesAndKnowsItsSettings() throws IOException, InterruptedException {
        Path data = SampleFiles.csv(folder, "data.csv", numbers(60, 4, 2));
        Path out = folder.resolve("study");
        Path results = out.resolve("results.csv");
        Path page = folder.resolve("page.html");
        try (OwnProcess study =
                OwnProcess.start(folder, "study", data, "--out", out, "--threads", 1, "--report", page)) {
            while (!Files.exists(results) || Files.size(results) < 4000) {
                Thread.sleep(20);
            }
            study.interrupt();
            assertThat(study.end()).isEqualTo(1);
            assertThat(study.lines()).anyMatch(line -> line.contains("the same command goes on from here"));
        }
        assertThat(Files.readString(page)).as("as far as it came").contains("Setting by parameterization");
        assertThat(out.resolve("report.html")).exists();
        String text = Files.readString(results);
        assertThat(text).endsWith("\n");
        String[] kept = lines(results);
        assertThat(kept.length % 2).as("a header and two lines for each run").isEqualTo(1);
        assertThat(Arrays.stream(kept).map(line -> line.split(",", -1).length).distinct())
                .hasSize(1);
        assertThat(refused(folder, "study", data, "--out", out, "--seed", 1)).contains("'seed,0' there, 'seed,1' now");
        assertThat(refused(folder, "study", data, "--out", out, "--full")).contains("'scale,quick' there");
        assertThat(Files.readString(results)).isEqualTo(text);
    }
}
