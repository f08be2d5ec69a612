package io.eckart.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.eckart.data.Scaling;
import io.eckart.data.Table;
import io.eckart.data.file.Tables;
import io.eckart.data.format.ReadOptions;
import io.eckart.task.FitOptions;
import io.eckart.task.fill.Fill;
import io.eckart.task.fill.FillPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands and the Java of docs/how-to/fill-missing-cells.md run, and do what is said of them. */
class FillHowToTest {
    private static final Path ROOT = Path.of(System.getProperty("eckart.root", ".."));
    private static final Path PAGE = ROOT.resolve("docs/how-to/fill-missing-cells.md");
    private static final Path SOURCE = ROOT.resolve("cli/src/test/java/io/eckart/cli/FillHowToTest.java");

    @TempDir
    private Path folder;

    private static String people(int rows, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        StringBuilder text = new StringBuilder("name,age,height,weight,sport\n");
        for (int i = 0; i < rows; i++) {
            double tall = random.nextGaussian();
            String age = random.nextInt(8) == 0 ? "" : String.valueOf(18 + random.nextInt(50));
            String weight =
                    random.nextInt(8) == 0 ? "" : String.valueOf(Math.round(72 + 9 * tall + 3 * random.nextGaussian()));
            String sport = random.nextInt(8) == 0 ? "" : tall + random.nextGaussian() > 0 ? "yes" : "no";
            text.append(
                    String.format(Locale.ROOT, "P%d,%s,%d,%s,%s%n", i, age, Math.round(174 + 8 * tall), weight, sport));
        }
        return text.toString();
    }

    @Test
    void theCommandsRun() throws IOException {
        Path data = Files.writeString(folder.resolve("people.csv"), people(80, 1));
        Files.writeString(folder.resolve("later.csv"), people(5, 2));
        List<String> commands = Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("./eckart "))
                .toList();
        assertThat(commands).hasSize(5);
        List<String> answers = new ArrayList<>();
        for (String command : commands) {
            Object[] words = Arrays.stream(
                            command.substring("./eckart ".length()).split(" ", -1))
                    .map(word -> word.matches(".*\\.(csv|model)") ? folder.resolve(word) : word)
                    .toArray();
            answers.add(Console.done(words));
        }
        assertThat(answers.getFirst()).contains("R²", "filled by", "name (text or left out)");
        assertThat(answers.getLast()).contains("mnar:0.2").doesNotContain("written");
        List<String> before = Files.readAllLines(data);
        List<String> after = Files.readAllLines(folder.resolve("filled.csv"));
        assertThat(after).hasSameSizeAs(before);
        for (int i = 0; i < before.size(); i++) {
            String[] was = before.get(i).split(",", -1);
            String[] is = after.get(i).split(",", -1);
            for (int j = 0; j < was.length; j++) {
                assertThat(is[j]).isNotEmpty();
                assertThat(was[j]).isIn("", is[j]);
            }
        }
        assertThat(Files.readAllLines(folder.resolve("sure.csv")).getFirst())
                .isEqualTo(
                        "name,age,height,weight,sport,age:deviation,height:deviation,weight:deviation,sport:probability");
        assertThat(Files.readString(folder.resolve("later-filled.csv"))).doesNotContain(",,");
    }

    private static Table example(Path data) {
        // HOW-TO
        Table table = Tables.read(data, ReadOptions.DEFAULT);
        Fill.Choice choice = Fill.auto(table, FillPlan.DEFAULT, FitOptions.DEFAULT.withScaling(Scaling.STANDARD));
        Table filled = choice.model().fill(table); // fills tables with rows never seen as well
        // HOW-TO
        return filled;
    }

    @Test
    void theJavaRunsAndIsWhatThePageShows() throws IOException {
        Table filled = example(Files.writeString(folder.resolve("people.csv"), people(60, 1)));
        for (int i = 0; i < filled.rows(); i++) {
            for (int j = 0; j < filled.width(); j++) {
                assertThat(filled.isMissing(i, j)).isFalse();
            }
        }
        Matcher run =
                Pattern.compile("(?ms)^ *// HOW-TO\\n(.*?)^ *// HOW-TO\\n").matcher(Files.readString(SOURCE));
        assertThat(run.find()).isTrue();
        assertThat(Files.readString(PAGE)).contains(run.group(1).stripTrailing().stripIndent());
    }
}
