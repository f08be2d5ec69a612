package io.eckart.cli.help;

import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;

/** A script that completes commands, options, known values and files in a shell. */
public enum CompletionScript {
    BASH {
        @Override
        public String of(CommandSpec root) {
            return BashCompletion.of(root);
        }
    },
    ZSH {
        @Override
        public String of(CommandSpec root) {
            return ZshCompletion.of(root);
        }
    },
    FISH {
        @Override
        public String of(CommandSpec root) {
            return FishCompletion.of(root);
        }
    };

    /** The script for all commands of a program. */
    public abstract String of(CommandSpec root);

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
