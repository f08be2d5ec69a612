package io.eckart.cli;

import static io.eckart.cli.Console.refused;
import static io.eckart.cli.SampleFiles.csv;
import static io.eckart.cli.SampleFiles.numbers;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Options without sense are refused in one line that says what would make sense. */
class BadUsageTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            -k 0                                  | k must be at least 1, got 0
            -k -3                                 | k must be at least 1, got -3
            -k 5                                  | data.csv: k = 5; take k from 1 to 4
            -k three                              | -k must be a whole number or auto, got 'three'
            -k 2.5                                | -k must be a whole number or auto, got '2.5'
            -k 99999999999                        | -k must be a whole number
            --model kmeans -k 0                   | k must be at least 1, got 0
            --model kmeans -k 13                  | data.csv: k = 13; the data has 12; take a smaller k
            --model kmeans                        | -k N
            --model kmeans -k 2 --restarts 0      | restarts must be at least 1, got 0
            --restarts 0                          | --restarts goes with --model kmeans
            --max-iterations 5                    | --max-iterations goes with --model kmeans
            --model kmeans -k 2 --center          | --center goes with --model pca
            --model kmeans -k 2 --solver moments  | --solver goes with --model pca
            --model kmeans -k 2 --energy 0.9      | --energy goes with -k auto
            -k 2 --energy 0.9                     | --energy goes with -k auto
            --model kmeans -k 2 --max-iterations 0 | iterations must be at least 1, got 0
            --model ica                           | --model cannot be 'ica'; pca or kmeans
            --scale log                           | --scale cannot be 'log'; none, center, standard or minmax
            --solver magic                        | --solver cannot be 'magic'; moments, thin_svd
            --samples diagonal                    | --samples cannot be 'diagonal'; columns, rows
            --header perhaps                      | --header cannot be 'perhaps'; no, yes, auto
            --color pink                          | --color cannot be 'pink'; grey, rgb, auto
            --background pink                     | --background must be white, black, grey or '#rrggbb'; 'pink'
            --background 336699                   | --background must be white; '336699'
            --delimiter ::                        | --delimiter must be one character
            --size 28                             | --size must be HEIGHTxWIDTH; 28x28; '28'
            --size 0x28                           | --size must be HEIGHTxWIDTH
            --size 28x28x3                        | --size must be HEIGHTxWIDTH
            --threads 0                           | --threads must be at least 1, got 0
            --threads many                        | --threads; 'many'; eckart fit --help
            --seed x                              | --seed; 'x'; eckart fit --help
            --energy 0                            | above 0 and at most 1, got 0
            --energy 1.5                          | above 0 and at most 1, got 1.5
            --energy NaN                          | above 0 and at most 1, got NaN
            --types c1=float                      | --types c1=float; number, boolean, category
            --types nope=number                   | data.csv: there is no column 'nope' (given a type)
            --label nope                          | data.csv: there is no column 'nope' (named as the label); 'c1'
            --ignore C1                           | data.csv: there is no column 'C1' (to be left out); did you mean 'c1'
            --ignore c1,c2,c3,c4                  | data.csv: there are no feature columns
            --unknown                             | Unknown option: '--unknown'; eckart fit --help
            --scael none                          | Unknown options: '--scael'; did you mean --scale
            """)
    void fitRefusesOptionsWithoutSense(String options, String expected) {
        List<Object> args = new ArrayList<>(List.of("fit", csv(folder, "data.csv", numbers(12, 4, 1))));
        args.addAll(List.of("-o", folder.resolve("model.safetensors")));
        args.addAll(List.of(options.split(" ", -1)));
        assertThat(refused(folder, args.toArray())).contains(expected.split("; ", -1));
    }

    @Test
    void anUnknownCommandIsNamed() {
        assertThat(refused(folder, "learn")).contains("there is no command 'learn'", "eckart --help");
        assertThat(refused(folder, "nothere"))
                .contains("there is no command 'nothere'")
                .doesNotContain("did you mean");
        assertThat(refused(folder, "encod")).contains("there is no command 'encod'", "did you mean", "encode");
    }

    @Test
    void whatIsLeftOutIsNamed() {
        assertThat(refused(folder, "fit")).contains("Missing required parameter", "DATA", "eckart fit --help");
        assertThat(refused(folder, "encode", "m", "d")).contains("--output", "eckart encode --help");
        assertThat(refused(folder, "evaluate", "m")).contains("DATA", "eckart evaluate --help");
        assertThat(refused(folder, "inspect")).contains("MODEL", "eckart inspect --help");
    }

    @Test
    void aMisspeltOptionIsNamedBeforeWhatIsLeftOut() {
        assertThat(refused(folder, "fit", "--hlep"))
                .contains("Unknown option", "'--hlep'")
                .doesNotContain("Missing");
        assertThat(refused(folder, "encode", "m", "d", "--outptu=c.csv"))
                .contains("'--outptu'", "--output")
                .doesNotContain("Missing");
    }

    @Test
    void anUnknownWordOfAParameterIsAnsweredLikeThatOfAnOption() {
        assertThat(refused(folder, "completion", "tcsh")).contains("cannot be 'tcsh'; it is bash, zsh or fish");
    }

    @ParameterizedTest
    @CsvSource({"encode", "reconstruct", "predict", "score"})
    void anUnknownExtensionOfTheOutput(String command) {
        Path data = csv(folder, "data.csv", numbers(12, 4, 1));
        Path model = folder.resolve("model.safetensors");
        Console.done("fit", data, "--model", "kmeans", "-k", 2, "-o", model);
        assertThat(refused(folder, command, model, data, "-o", folder.resolve("out.json")))
                .contains("out.json: ", ".csv", ".npy");
        assertThat(refused(folder, command, model, data, "--threads", 0, "-o", folder.resolve("out.csv")))
                .contains("--threads must be at least 1");
    }
}
