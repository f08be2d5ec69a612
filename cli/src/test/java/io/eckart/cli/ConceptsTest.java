package io.eckart.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of the pages in docs/concepts run as they stand there, and print what the pages quote. */
class ConceptsTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void makeTheArc() {
        Stream<String> rows = IntStream.range(0, 400)
                .mapToDouble(i -> Math.PI * i / 400)
                .mapToObj(t -> Math.cos(t) + "," + Math.sin(t));
        SampleFiles.text(
                folder, "arc.csv", Stream.concat(Stream.of("x,y"), rows).toArray(String[]::new));
    }

    private void unpack(String... names) {
        for (String name : names) {
            Path real = SampleFiles.real(name + "/" + name + ".csv.gz");
            SampleFiles.text(folder, name + ".csv", SampleFiles.lines(real));
        }
    }

    private List<String> run(String page) {
        List<String> printed = PageCommands.run("docs/concepts/" + page, folder, false);
        assertThat(printed).as("commands of " + page).isNotEmpty();
        return printed;
    }

    @Test
    void autoencoder() {
        List<String> printed = run("autoencoder.md");
        assertThat(printed.getFirst()).contains("84.07 %");
        assertThat(printed.get(1)).contains("100.00 %");
        assertThat(SampleFiles.lines(folder.resolve("angle.csv"))).hasSize(401);
    }

    @Test
    void linearFloor() {
        unpack("wine", "digits");
        List<String> printed = run("linear-floor.md");
        assertThat(printed.getFirst()).contains("99.79 %, 0.21 %", "27.6384");
        assertThat(printed.get(1)).contains("99.81 %, 0.17 %");
        assertThat(printed.get(2)).contains("36.20 %, 19.21 %");
        assertThat(printed.get(3)).contains("46.03 %");
        assertThat(printed.get(4)).contains("73.82 %");
    }

    @Test
    void parameterizations() {
        unpack("wine");
        List<String> printed = run("parameterizations.md");
        assertThat(printed.get(3))
                .contains("filter factors                   1.00000, 1.00000, 1.00000, 1.00000, 1.00000");
        assertThat(printed.get(4)).contains("nothing to learn");
        assertThat(words(printed.get(5))).contains("this model has learnt the identity");
        assertThat(words(printed.get(6))).contains("this model has learnt the identity");
        assertThat(words(printed.getLast())).doesNotContain("this model has learnt the identity");
    }

    /** Without the line ends of a narrow terminal. */
    private static String words(String printed) {
        return printed.replaceAll("\\s+", " ");
    }

    @Test
    void noise() {
        unpack("wine");
        List<String> printed = run("noise.md");
        assertThat(printed.getFirst()).contains("noise gain                              3.66");
        assertThat(printed.get(1)).contains("noise gain                              5.00000");
        assertThat(printed.get(2)).contains("noise gain                              13.0000");
        assertThat(printed.get(4)).contains("0.94987, 0.90918");
        assertThat(printed.get(5)).contains("0.94987, 0.90918");
    }

    @Test
    @Tag("long")
    void allCommandsOfAllPages() throws IOException {
        unpack("wine", "digits", "breast_cancer");
        List<String> printed = new ArrayList<>();
        try (Stream<Path> pages = Files.list(PageCommands.root().resolve("docs/concepts"))) {
            for (Path page : pages.sorted().toList()) {
                printed.addAll(PageCommands.run("docs/concepts/" + page.getFileName(), folder, true));
            }
        }
        assertThat(printed).hasSizeGreaterThan(25);
        assertThat(folder.resolve("study/report.html")).isNotEmptyFile();
    }
}
