package io.eckart.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A report's data is the object that {@code --json} prints. */
class ReportNumbersTest {
    private static final Pattern DATA = Pattern.compile("id=\"data\">(.*?)</script>", Pattern.DOTALL);

    @TempDir
    Path folder;

    @BeforeEach
    void data() throws IOException {
        Files.writeString(folder.resolve("groups.csv"), SampleFiles.groups(60));
    }

    private static JsonNode data(Path page) throws IOException {
        Matcher found = DATA.matcher(Files.readString(page));
        assertThat(found.find()).isTrue();
        return JsonMapper.shared().readTree(found.group(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "explore DATA --label group",
                "compare DATA --label group -k 1 --folds 2 --models pca,kmeans",
                "fit DATA --label group -k 2",
                "fit DATA --label group --model kmeans -k 3",
                "fit DATA --label group --model unrolled -k 2 --progress none",
                "fit DATA --label group --model network -k 2 --epochs 20 --progress none",
                "fit DATA --label group --model gaussian",
                "fill DATA --label group --repeat 1",
                "fill DATA --label group --model mean -o OUT",
                "score MODEL DATA --label group --positive g1 --threshold quantile:0.9 -o OUT",
                "denoise MODEL DATA --label group -o OUT",
                "fine-tune MODEL DATA --label group --epochs 5 --progress none",
                "label DATA --label group --labelled 3",
                "label DATA --label group --curve --levels 1,3 --seeds 2 --methods softmax,spread"
            })
    void aReportHoldsWhatIsPrinted(String line) throws IOException {
        Path page = folder.resolve("page.html");
        String words = line.replace("DATA", folder.resolve("groups.csv").toString())
                .replace(
                        "MODEL",
                        line.contains("MODEL") ? SampleFiles.network(folder).toString() : "")
                .replace("OUT", folder.resolve("out.csv").toString());
        Object[] args = (words + " --json --report " + page).split(" ");
        Console.Answer answer = Console.run(args);
        assertThat(answer.exitCode()).as(answer.err()).isZero();
        JsonNode data = data(page);
        ObjectNode printed = (ObjectNode) JsonMapper.shared().readTree(answer.out());
        assertThat(data.at("/origin/notes")).isNotEmpty().isEqualTo(printed.remove("reading_notes"));
        assertThat(data.path("result")).isEqualTo(printed);
        assertThat(data.at("/origin/command").asString())
                .isEqualTo("./eckart " + String.join(" ", Arrays.copyOf(args, args.length, String[].class)));
    }

    @Test
    void whatCannotBeWrittenIsRefusedBeforeTheWork() throws IOException {
        Path page = Files.writeString(folder.resolve("page.html"), "mine");
        String csv = folder.resolve("groups.csv").toString();
        assertThat(Console.refused(folder, "explore", csv, "--report", page)).contains("page.html", "--force");
        assertThat(Console.refused(folder, "fit", csv, "-k", "1", "--report", folder.resolve("no/page.html")))
                .contains("no directory");
        assertThat(Console.run("fit", csv, "--label", "group", "-k", "1", "--report", page, "--force")
                        .exitCode())
                .isZero();
        assertThat(Files.readString(page)).startsWith("<!doctype html>");
    }
}
