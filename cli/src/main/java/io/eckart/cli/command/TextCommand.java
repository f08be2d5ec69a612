package io.eckart.cli.command;

import io.eckart.cli.Output;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that prints a text about the commands and opens no data. */
abstract class TextCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the command runs
    private CommandSpec spec;

    private final Output out;

    TextCommand(Output out) {
        this.out = out;
    }

    /** What is printed. */
    abstract String text(CommandSpec root);

    @Override
    public Integer call() {
        print(text(spec.root()), out);
        return 0;
    }

    static void print(String text, Output out) {
        out.out().print(text);
        out.out().flush();
    }
}
