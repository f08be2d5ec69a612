package io.eckart.cli.command;

import io.eckart.cli.Failures;
import io.eckart.cli.Interruption;
import io.eckart.cli.Output;
import io.eckart.cli.UsageException;
import io.eckart.cli.option.InGroup;
import io.eckart.cli.option.OptionGroup;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The {@code eckart} command itself: which commands there are, and the options that all of them have. */
@Command(
        name = "eckart",
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        description = "Learns from rows without labels: codes, clean values, filled cells, odd rows, groups.",
        footer = {
            "eckart demo                      # what it does, on data that it makes",
            "eckart explore data.csv          # what is in a table",
            "eckart help fit                  # what a command does, and its options"
        })
@InGroup(OptionGroup.RUN)
public final class Eckart implements Runnable {

    /** One command: its name on the command line, and how it is made with the output it prints to. */
    record Named(String name, Function<Output, Object> maker) {}

    /** In the order in which the help lists them. */
    public static final List<Named> COMMANDS = List.of(
            new Named("demo", DemoCommand::new),
            new Named("explore", ExploreCommand::new),
            new Named("compare", CompareCommand::new),
            new Named("study", StudyCommand::new),
            new Named("fit", FitCommand::new),
            new Named("fine-tune", FineTuneCommand::new),
            new Named("encode", EncodeCommand::new),
            new Named("reconstruct", ReconstructCommand::new),
            new Named("denoise", DenoiseCommand::new),
            new Named("predict", PredictCommand::new),
            new Named("label", LabelCommand::new),
            new Named("evaluate", EvaluateCommand::new),
            new Named("score", ScoreCommand::new),
            new Named("fill", FillCommand::new),
            new Named("inspect", InspectCommand::new),
            new Named("sample", SampleCommand::new),
            new Named("help", HelpCommand::new),
            new Named("completion", CompletionCommand::new),
            new Named("man", ManCommand::new),
            new Named(Eckart.HIDDEN, WarmUpCommand::new));

    /** The command that is not for people. */
    static final String HIDDEN = "warm-up";

    private static final List<String> VERSION = List.of("-V", "--version");

    /** The commands that tell about all others. */
    private static final List<String> ABOUT_ALL = List.of("help", "completion", "man");

    private final Output output;
    private final Interruption interruption;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the command runs
    private CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this help.")
    @SuppressWarnings("unused") // picocli reads it from the annotation
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version and the Java in use.")
    @SuppressWarnings("unused") // picocli reads it from the annotation
    private boolean version;

    @Option(
            names = Failures.VERBOSE,
            scope = ScopeType.INHERIT,
            description = "Log what goes on; on failure, show where in the program it happened.")
    @SuppressWarnings("unused") // Failures looks for it in the arguments, which may be too broken to parse
    private boolean verbose;

    public Eckart(Output output) {
        this(output, Interruption.none());
    }

    /** @param interruption asked by the command while it works */
    public Eckart(Output output, Interruption interruption) {
        this.output = output;
        this.interruption = interruption;
    }

    /** Runs one command line and returns the exit code: 0 done, 1 the run failed, 2 bad input or usage. */
    public int run(String... args) {
        boolean loud = Arrays.asList(args).contains(Failures.VERBOSE);
        if (loud) {
            // Read once, when the first logger is made.
            System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "info");
        }
        Failures failures = new Failures(output, loud);
        CommandLine line = with(commandsFor(args));
        // Only the commands that are there by now hear of it.
        line.setOut(output.out())
                .setErr(output.err())
                .setExecutionStrategy(this::checkedRun)
                .setParameterExceptionHandler(failures)
                .setExecutionExceptionHandler(failures)
                .setCaseInsensitiveEnumValuesAllowed(true);
        try {
            return output.end(line.execute(args));
        } catch (OutOfMemoryError e) {
            return failures.outOfMemory(e);
        }
    }

    /** The program with these commands. */
    CommandLine with(List<Named> commands) {
        CommandLine line = new CommandLine(this);
        commands.forEach(
                command -> line.addSubcommand(command.name(), command.maker().apply(output)));
        return line;
    }

    private int checkedRun(ParseResult parsed) {
        if (parsed.isUsageHelpRequested()) {
            return help(parsed);
        }
        if (parsed.hasSubcommand() && parsed.subcommand().isUsageHelpRequested()) {
            return help(parsed.subcommand());
        }
        if (parsed.hasSubcommand()) {
            try {
                CommandFiles.check(parsed.subcommand());
            } catch (UsageException e) {
                throw new ExecutionException(parsed.commandSpec().commandLine(), String.valueOf(e.getMessage()), e);
            }
        }
        return interruptible(parsed);
    }

    private int interruptible(ParseResult parsed) {
        if (parsed.hasSubcommand() && parsed.subcommand().commandSpec().userObject() instanceof Job job) {
            job.interruption = interruption;
        }
        int exitCode = new RunLast().execute(parsed);
        if (exitCode == 0 && interruption.isWanted()) {
            output.note("interrupted when all was done: what was written is complete");
            return CommandLine.ExitCode.SOFTWARE;
        }
        return exitCode;
    }

    private int help(ParseResult asked) {
        TextCommand.print(HelpCommand.of(asked.commandSpec()), output);
        return 0;
    }

    /** The commands the arguments name, or all where they name none: loading the others would only delay the start. */
    private static List<Named> commandsFor(String... args) {
        if (args.length == 1 && VERSION.contains(args[0])) {
            return List.of();
        }
        List<Named> named = COMMANDS.stream()
                .filter(command -> Arrays.asList(args).contains(command.name()))
                .toList();
        boolean aboutAll = named.stream().anyMatch(command -> ABOUT_ALL.contains(command.name()));
        return named.isEmpty() || aboutAll ? COMMANDS : named;
    }

    /** No command given: shows what there is. */
    @Override
    public void run() {
        TextCommand.print(HelpCommand.of(spec), output);
    }
}
