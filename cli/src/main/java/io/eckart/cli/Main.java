package io.eckart.cli;

import io.eckart.cli.command.Eckart;

/** Where the process starts and ends. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        Output output = Output.standard();
        System.exit(new Eckart(output, Interruption.bySignals(output, System::exit)).run(args));
    }
}
