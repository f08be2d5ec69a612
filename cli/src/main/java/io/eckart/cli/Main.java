package io.eckart.cli;

import io.eckart.cli.command.Eckart;

/** Where the process starts and ends. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.exit(new Eckart(Output.standard()).run(args));
    }
}
