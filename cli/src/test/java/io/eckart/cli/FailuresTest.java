package io.eckart.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.eckart.data.DataException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class FailuresTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    /** A command that fails as it is told. */
    @Command(name = "failing")
    private record Failing(Exception failure) implements Callable<Integer> {
        @Override
        public Integer call() throws Exception {
            throw failure;
        }
    }

    @Test
    void badDataIsExitCode2AndItsMessageOnOneLine() {
        assertThat(run(new DataException("x.csv, row 3:\n  expected a number"), false))
                .isEqualTo(2);
        assertThat(err.toString()).isEqualTo("eckart: x.csv, row 3: expected a number" + System.lineSeparator());
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void aValueOutOfRangeIsExitCode2() {
        assertThat(run(new IllegalArgumentException("k must be at least 1, got 0"), false))
                .isEqualTo(2);
        assertThat(err.toString().strip()).isEqualTo("eckart: k must be at least 1, got 0");
    }

    @Test
    void anyOtherFailureIsExitCode1() {
        assertThat(run(new ArithmeticException("no convergence after 30 sweeps"), false))
                .isEqualTo(1);
        assertThat(err.toString().strip()).isEqualTo("eckart: no convergence after 30 sweeps");
    }

    @Test
    void anInterruptionIsExitCode1AndSaysWhatIsLeft() {
        assertThat(run(new java.util.concurrent.CancellationException("asked to stop"), false))
                .isEqualTo(1);
        assertThat(err.toString().strip()).isEqualTo("eckart: interrupted, and nothing was written");
    }

    @Test
    void aDefectSaysThatItIsOne() {
        assertThat(run(new NullPointerException("because \"x\" is null"), false))
                .isEqualTo(1);
        assertThat(err.toString().strip())
                .hasLineCount(1)
                .startsWith("eckart: internal failure")
                .contains("--verbose", "NullPointerException", "because \"x\" is null");
    }

    @Test
    void aFailureWithoutAMessageIsNamed() {
        assertThat(run(new IllegalStateException(), false)).isEqualTo(1);
        assertThat(err.toString()).contains("java.lang.IllegalStateException");
    }

    @Test
    void verboseShowsWhereItHappened() {
        assertThat(run(new DataException("x.csv is empty"), true)).isEqualTo(2);
        assertThat(err.toString()).startsWith("eckart: x.csv is empty").contains("at io.eckart.cli.FailuresTest");
    }

    @Test
    void outOfMemorySaysHowToGetMore() {
        assertThat(failures(false).outOfMemory(new OutOfMemoryError())).isEqualTo(1);
        assertThat(err.toString().strip()).hasLineCount(1).contains("out of memory", "ECKART_OPTS=-Xmx", "MiB now");
    }

    private int run(Exception failure, boolean verbose) {
        return new CommandLine(new Failing(failure))
                .setExecutionExceptionHandler(failures(verbose))
                .execute();
    }

    private Failures failures(boolean verbose) {
        return new Failures(new Output(new PrintWriter(out), new PrintWriter(err)), verbose);
    }
}
