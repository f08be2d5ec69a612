package io.eckart.cli;

import static io.eckart.cli.Console.done;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The help of every command. */
class HelpTest {
    private static final String DATA =
            "--header --delimiter --missing --types --label --ignore --samples --size --color";
    private static final String RUN = "--json --threads --force --help --verbose";

    @ParameterizedTest
    @CsvSource({
        "demo, --out --seed",
        "compare, DATA -k --models --noise --hidden --folds --rows --output --seed --progress " + DATA,
        "explore, DATA --output --seed --progress " + DATA,
        "study, DATA --out --quick --full --seed --progress " + DATA,
        "fit, DATA --model -k --energy --output --center --solver --scale --seed --restarts --max-iterations " + DATA
                + " --progress --hidden --decoder --activation --tied --start --pretrain --depth --step --per-layer --sparsity --bias"
                + " --corrupt --objective --optimizer --epochs --batch --learning-rate --schedule --warm-up --momentum"
                + " --weight-decay --clip --held-out --patience --checkpoint --resume",
        "fine-tune, MODEL DATA --output --task --from-scratch --check --frozen-epochs --epochs --batch --head-rate"
                + " --learning-rate --weight-decay --dropout --corrupt --companions --temperature --held-out --seed "
                + DATA,
        "encode, MODEL DATA --output --safe-cells " + DATA,
        "reconstruct, MODEL DATA --output --safe-cells " + DATA,
        "denoise, MODEL DATA --output --fill-missing --safe-cells " + DATA,
        "predict, MODEL DATA --output --safe-cells " + DATA,
        "label, DATA --output --safe-cells --labels --save --labelled --curve --levels --seeds --methods --seed --model --task --scale -k"
                + " --neighbours --clusters --ridge --graph-neighbours --budget --progress " + DATA,
        "evaluate, MODEL DATA --corrupt --seed " + DATA,
        "score, MODEL DATA --output --safe-cells --per-feature --threshold --by --positive " + DATA,
        "fill, DATA --output --safe-cells --model -k --weights --networks --max-iterations --scale --hide --repeat --save --probability"
                + " --uncertainty --round --seed --progress " + DATA,
        "inspect, MODEL"
    })
    void theHelpOfACommandNamesItsOptions(String command, String options) {
        assertThat(done(command, "--help"))
                .startsWith("Usage: eckart " + command)
                .contains(options.split(" ", -1))
                .contains(RUN.split(" ", -1));
    }

    @Test
    void theHelpListsTheCommandsForPeople() {
        assertThat(done("--help"))
                .contains(
                        "demo",
                        "fit",
                        "encode",
                        "reconstruct",
                        "predict",
                        "label",
                        "evaluate",
                        "score",
                        "fill",
                        "inspect")
                .doesNotContain("warm-up");
    }
}
