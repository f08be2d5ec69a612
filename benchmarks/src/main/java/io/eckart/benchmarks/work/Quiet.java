package io.eckart.benchmarks.work;

import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;

/** Configures java.util.logging to say warnings only; the provider of linear algebra stands in the report. */
public final class Quiet {
    public Quiet() {
        LogManager.getLogManager().reset();
        Logger root = Logger.getLogger("");
        root.setLevel(Level.WARNING);
        root.addHandler(new java.util.logging.ConsoleHandler());
    }
}
