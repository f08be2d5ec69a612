package io.eckart.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.eckart.cli.Console;
import io.eckart.cli.Output;
import io.eckart.study.demo.DemoSize;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DemoCommandTest {
    @TempDir
    Path folder;

    private String small(String... more) {
        StringWriter text = new StringWriter();
        Output out = new Output(new PrintWriter(text), new PrintWriter(new StringWriter()));
        CommandLine line = new CommandLine(new Eckart(out)).addSubcommand(new DemoCommand(out, DemoSize.SMALL));
        String[] args = new String[3 + more.length];
        args[0] = "demo";
        args[1] = "--out";
        args[2] = folder.toString();
        System.arraycopy(more, 0, args, 3, more.length);
        assertThat(line.execute(args)).isZero();
        return text.toString();
    }

    @Test
    void theStoryHasFivePartsAndItsNextStepsWork() {
        String story = small();
        assertThat(story)
                .contains("1. Four ways", "2. Damaged", "3. Missing", "4. Broken", "5. Few labels")
                .doesNotContain("NaN", "null");
        assertThat(Pattern.compile("To learn: ").matcher(story).results().count())
                .isEqualTo(5);
        List<String> next =
                story.lines().filter(line -> line.startsWith("  ./eckart ")).toList();
        assertThat(next).hasSize(4).last().isEqualTo("  ./eckart study --quick");
        for (String step : next.subList(0, 3)) {
            Console.done((Object[]) step.strip().substring("./eckart ".length()).split(" ", -1));
        }
    }

    @Test
    void theObjectHasAllNumbersAndThePageHasThePictures() throws Exception {
        JsonNode demo = JsonMapper.builder().build().readTree(small("--json"));
        assertThat(demo.propertyNames())
                .containsExactly("folder", "report", "parameterizations", "digits", "holes", "broken_rows", "labels");
        assertThat(demo.path("parameterizations").path("runs")).hasSize(20);
        assertThat(demo.at("/digits/erased/0/error").asDouble()).isPositive();
        assertThat(demo.at("/labels/ways/0/half_width").isNull()).isTrue();
        assertThat(Files.readString(Path.of(demo.path("report").asString())))
                .contains(
                        "Four ways to build",
                        "Damaged drawings",
                        "Missing cells, filled",
                        "Broken rows, found",
                        "Few labels");
    }

    @Test
    @Tag("long")
    void atFullSizeItShowsWhatItSays() {
        JsonNode demo = Console.json("demo", "--out", folder);
        JsonNode erased = demo.at("/digits/erased");
        assertThat(error(erased, "P4, gaps left out")).isLessThan(0.8 * error(erased, "P4, gaps fed as zeros"));
        assertThat(error(erased, "network, gaps marked")).isLessThan(0.8 * error(erased, "P4, gaps fed as zeros"));
        assertThat(error(demo.at("/digits/noisy"), "network, gaps marked"))
                .isLessThan(error(demo.at("/digits/noisy"), "PCA"));
        assertThat(demo.at("/holes/ways/1/error").asDouble())
                .isLessThan(demo.at("/holes/ways/0/error").asDouble() / 5);
        assertThat(demo.at("/broken_rows/scores/0/found").asInt())
                .isEqualTo(demo.at("/broken_rows/broken").asInt());
        assertThat(demo.at("/broken_rows/scores/1/found").asInt())
                .isLessThan(demo.at("/broken_rows/broken").asInt() / 2);
        assertThat(demo.at("/labels/unlabelled").asInt()).isEqualTo(5000);
        // Ways: the commonest digit, two that use the labels alone, and spreading.
        assertThat(demo.at("/labels/ways/3/accuracy").asDouble()
                        - demo.at("/labels/ways/3/half_width").asDouble())
                .isGreaterThan(demo.at("/labels/ways/1/accuracy").asDouble()
                        + demo.at("/labels/ways/1/half_width").asDouble());
    }

    private static double error(JsonNode all, String what) {
        for (JsonNode one : all) {
            if (one.path("what").asString().equals(what)) {
                return one.path("error").asDouble();
            }
        }
        throw new AssertionError("there is no " + what);
    }
}
