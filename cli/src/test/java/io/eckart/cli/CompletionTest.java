package io.eckart.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scripts of {@code completion} load in their shells, and complete what is known there. */
class CompletionTest {
    private static final String IN_BASH = """
            compopt() { echo "no files"; }
            source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _eckart
            ((${#COMPREPLY[@]} == 0)) || printf '%s\\n' "${COMPREPLY[@]}"
            """;
    private static final String IN_FISH = "source $argv[1]; cd (dirname $argv[1]); complete -C $argv[2]";

    /** zsh completes at a terminal only: another zsh gets one, is given the line and two tabs, and shows the list. */
    private static final String IN_ZSH = """
            zmodload zsh/zpty; zpty shell zsh -fi
            say() { zpty -w shell "$1" }
            say "PS1=; PROMPT_EOL_MARK=; stty -echo; autoload -U compinit; compinit -u -d $1.dump; source $1; cd ${1:h}"
            say "bindkey '^I' complete-word; zstyle ':completion:*' list-prompt ''; LISTMAX=1000; print -r -- ready''-now"
            zpty -r shell out '*ready-now*'
            zpty -w -n shell "$2"$'\\t\\t'; sleep 1
            zpty -r -t shell out && while zpty -r -t shell more; do out+=$more; done
            print -r -- "$out"; zpty -d shell""";

    @TempDir
    Path folder;

    private Path script(String shell) throws IOException {
        Files.writeString(folder.resolve("passengers.csv"), "a\n1\n");
        return Files.writeString(folder.resolve("eckart." + shell), Console.done("completion", shell));
    }

    private static void assumeInstalled(String shell) {
        boolean found = Arrays.stream(System.getenv("PATH").split(":", -1))
                .anyMatch(place -> Files.isExecutable(Path.of(place, shell)));
        assumeTrue(found, "no " + shell);
    }

    private static String output(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(text).isZero();
        return text;
    }

    private String bash(String... words) throws IOException, InterruptedException {
        assumeInstalled("bash");
        List<String> command = new ArrayList<>(
                List.of("bash", "--norc", "-c", IN_BASH, "bash", script("bash").toString()));
        command.addAll(List.of(words));
        return output(command.toArray(String[]::new));
    }

    private String fish(String line) throws IOException, InterruptedException {
        assumeInstalled("fish");
        return output("fish", "-N", "-c", IN_FISH, script("fish").toString(), line);
    }

    private String zsh(String line) throws IOException, InterruptedException {
        assumeInstalled("zsh");
        return output("zsh", "-f", "-c", IN_ZSH, "zsh", script("zsh").toString(), line);
    }

    @Test
    void bashCompletesWords() throws IOException, InterruptedException {
        assertThat(bash("eckart", "").lines())
                .contains("fit", "sample", "--version")
                .doesNotContain("warm-up");
        assertThat(bash("./eckart", "fi").lines()).containsExactly("fit", "fine-tune", "fill");
        assertThat(bash("eckart", "fit", "x.csv", "--mod").lines()).containsExactly("--model");
        assertThat(bash("eckart", "fit", "--model", "pi").lines()).containsExactly("pinv");
        assertThat(bash("eckart", "fit", "--model", "=", "pi").lines()).containsExactly("pinv");
        assertThat(bash("eckart", "fit", "--activation", "").lines()).contains("relu", "gelu");
        assertThat(bash("eckart", "fit", "--progress", "").lines()).containsExactly("auto", "bar", "json", "none");
        assertThat(bash("eckart", "help", "en").lines()).containsExactly("encode");
        assertThat(bash("eckart", "completion", "").lines()).containsExactly("bash", "zsh", "fish");
    }

    @Test
    void bashCompletesFiles() throws IOException, InterruptedException {
        assertThat(bash("eckart", "fit", "pass")).as("left to the shell").isEmpty();
        assertThat(bash("eckart", "fit", "x.csv", "-o", ""))
                .as("left to the shell")
                .isEmpty();
        assertThat(bash("eckart", "fit", "x.csv", "--epochs", ""))
                .as("any number")
                .isEqualTo("no files\n");
    }

    @Test
    void fishCompletesWordsAndFiles() throws IOException, InterruptedException {
        assertThat(fish("eckart f").lines().map(line -> line.split("\t", 2)[0])).contains("fit", "fill", "fine-tune");
        assertThat(fish("eckart fit --mod")).startsWith("--model\t");
        assertThat(fish("eckart fit --model pi").strip()).startsWith("pinv");
        assertThat(fish("eckart fit pass")).contains("passengers.csv");
        assertThat(fish("eckart fit x.csv -o pass")).contains("passengers.csv");
        assertThat(fish("eckart fit x.csv --epochs pass")).doesNotContain("passengers.csv");
        assertThat(fish("eckart completion ").lines().map(line -> line.split("\t", 2)[0]))
                .containsExactlyInAnyOrder("bash", "fish", "zsh");
    }

    @Test
    void zshCompletesWordsAndFiles() throws IOException, InterruptedException {
        assertThat(zsh("eckart fi")).contains("fill", "fine-tune", "fit");
        assertThat(zsh("eckart fit --model pi")).contains("nv");
        assertThat(zsh("eckart fit pass")).contains("engers.csv");
        assertThat(zsh("eckart fit --he")).contains("--header", "--held-out", "--help");
    }

    @Test
    void everyCommandIsInEveryScript() throws IOException {
        for (String shell : List.of("bash", "zsh", "fish")) {
            String script = Files.readString(script(shell));
            assertThat(script)
                    .contains("fine-tune", "learning-rate", "reconstruct")
                    .doesNotContain("Load what the other commands");
        }
    }
}
