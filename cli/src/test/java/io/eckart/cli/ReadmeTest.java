package io.eckart.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README tells to type does what it says. */
class ReadmeTest {
    private static final Pattern JSHELL = Pattern.compile("(?ms)^```jshell\\n(.*?)^```$");
    private static final Pattern VERSION = Pattern.compile("<artifactId>eckart-parent</artifactId>\\s*<version>(.*?)<");

    @TempDir
    Path folder;

    @Test
    void theCommandsRun() {
        assertThat(PageCommands.run("README.md", folder, false)).hasSize(4);
        assertThat(folder.resolve("explore.html")).isNotEmptyFile();
        assertThat(SampleFiles.lines(folder.resolve("scores.csv"))).hasSize(501);
    }

    @Test
    void theCoordinatesAreThoseOfTheBuild() {
        Matcher version = VERSION.matcher(PageCommands.text("pom.xml"));
        assertThat(version.find()).isTrue();
        assertThat(PageCommands.text("README.md"))
                .contains(
                        "<version>" + version.group(1) + "</version>",
                        "io.eckart:eckart-core:" + version.group(1),
                        "org.bytedeco:openblas:" + property("openblas.version"));
    }

    private static String property(String name) {
        Matcher value = Pattern.compile("<" + name + ">(.*?)<").matcher(PageCommands.text("pom.xml"));
        assertThat(value.find()).isTrue();
        return value.group(1);
    }

    @Test
    void theLinesForJshellRun() throws IOException, InterruptedException {
        Console.done("sample", "people", "-o", folder.resolve("people.csv"));
        Matcher lines = JSHELL.matcher(PageCommands.text("README.md"));
        assertThat(lines.find()).isTrue();
        Path jshell = Path.of(System.getProperty("java.home"), "bin", "jshell");
        String classPath = Arrays.stream(
                        System.getProperty("java.class.path").split(System.getProperty("path.separator"), -1))
                .filter(place -> !place.contains("test-classes"))
                .collect(Collectors.joining(System.getProperty("path.separator")));
        Process process = new ProcessBuilder(
                        jshell.toString(),
                        "-R--enable-native-access=ALL-UNNAMED",
                        "--feedback",
                        "concise",
                        "--class-path",
                        classPath)
                .directory(folder.toFile())
                .redirectInput(Files.writeString(folder.resolve("lines"), lines.group(1) + "/exit\n")
                        .toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        List<String> results = said.lines().filter(line -> line.contains("==>")).toList();
        assertThat(results).as(said).hasSize(2);
        assertThat(results.get(0)).contains("==> 0.");
        assertThat(results.get(1)).contains("float[3] {");
    }
}
