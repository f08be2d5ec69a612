package io.eckart.cli.command;

import io.eckart.cli.Output;
import io.eckart.cli.option.OptionRules;
import io.eckart.cli.option.RunArguments;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.node.ObjectNode;

/** A command that does one job: the options that all of them have, and the answer. */
abstract class Job implements Callable<Integer> {
    @Mixin
    RunArguments run = new RunArguments();

    @Mixin
    OptionRules rules = new OptionRules();

    final Output out;

    Job(Output out) {
        this.out = out;
    }

    /** Prints the answer, as JSON or for a person; the exit code of a job that is done. */
    int answer(ObjectNode json, String text) {
        out.result(run.json(), json, text);
        return 0;
    }
}
