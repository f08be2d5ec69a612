package io.eckart.cli;

import io.eckart.data.DataException;
import io.eckart.data.SettingException;
import io.eckart.data.format.ColumnNames;
import io.eckart.model.ModelFileException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns whatever went wrong into one line for the user and an exit code: 2 for bad input or usage, 1 for the rest. */
public final class Failures implements IParameterExceptionHandler, IExecutionExceptionHandler {
    /** The option that asks for the stack trace as well. */
    public static final String VERBOSE = "--verbose";

    private static final String MODELS = "; models are the files that eckart fit -o writes";

    private final Output output;
    private final boolean verbose;

    public Failures(Output output, boolean verbose) {
        this.output = output;
        this.verbose = verbose;
    }

    /** The arguments could not be understood. */
    @Override
    public int handleParseException(ParameterException thrown, String[] args) {
        ParameterException failure = misspelt(thrown, args);
        String command = failure.getCommandLine().getCommandSpec().qualifiedName();
        String message = problem(failure) + suggestion(failure) + " (see " + command + " --help)";
        output.failure(message, failure, verbose);
        return ExitCode.USAGE;
    }

    /** The command ran and threw. */
    @Override
    public int handleExecutionException(Exception failure, CommandLine line, ParseResult arguments) {
        return switch (failure) {
            case DataException bad -> report(bad, OptionRemedies.message(bad), ExitCode.USAGE);
            case SettingException bad -> report(bad, OptionRemedies.message(bad), ExitCode.USAGE);
            case ModelFileException bad -> report(bad, bad.getMessage() + MODELS, ExitCode.USAGE);
            case UsageException bad -> report(bad, ExitCode.USAGE);
            case IllegalArgumentException bad -> report(bad, ExitCode.USAGE);
            case CancellationException stopped ->
                report(stopped, "interrupted, and nothing was written", ExitCode.SOFTWARE);
            default -> report(failure, ExitCode.SOFTWARE);
        };
    }

    public int outOfMemory(OutOfMemoryError failure) {
        String message =
                "out of memory: give it more, for example with ECKART_OPTS=-Xmx8g (" + megabytes() + " MiB now)";
        output.failure(message, failure, verbose);
        return ExitCode.SOFTWARE;
    }

    private int report(Exception failure, int exitCode) {
        String message = failure.getMessage();
        return report(failure, message == null || isDefect(failure) ? defect(failure) : message, exitCode);
    }

    private int report(Exception failure, String message, int exitCode) {
        output.failure(message, failure, verbose);
        return exitCode;
    }

    /** True for exceptions that no input should cause: their message alone does not help a user. */
    private static boolean isDefect(Exception failure) {
        return switch (failure) {
            case NullPointerException _, IndexOutOfBoundsException _, ClassCastException _ -> true;
            default -> false;
        };
    }

    private static String defect(Exception failure) {
        return "internal failure, please report it with what " + VERBOSE + " adds: " + failure;
    }

    /** Where something is missing, a misspelt option among the arguments is the likelier reason. */
    private static ParameterException misspelt(ParameterException failure, String... args) {
        CommandLine line = failure.getCommandLine();
        Set<String> known = line.getCommandSpec().optionsMap().keySet();
        List<String> unknown = Arrays.stream(args)
                .map(arg -> arg.split("=", 2)[0])
                .filter(arg -> arg.startsWith("--") && arg.length() > 2 && !known.contains(arg))
                .toList();
        boolean other = failure instanceof MissingParameterException && !unknown.isEmpty();
        return other ? new UnmatchedArgumentException(line, unknown) : failure;
    }

    /** An unmatched word where a command is expected is a command that is not there. */
    private static String problem(ParameterException failure) {
        if (failure instanceof UnmatchedArgumentException unmatched
                && failure.getCommandLine().getParent() == null
                && !unmatched.isUnknownOption()) {
            return "there is no command '" + unmatched.getUnmatched().getFirst() + "'";
        }
        ArgSpec given = failure.getArgSpec();
        if (given != null && given.type().isEnum() && failure.getValue() != null) {
            String name = given instanceof OptionSpec option ? option.longestName() : given.paramLabel();
            return String.valueOf(UsageException.unknownWord(name, failure.getValue(), given.type())
                    .getMessage());
        }
        return String.valueOf(failure.getMessage());
    }

    private static String suggestion(ParameterException failure) {
        if (failure instanceof UnmatchedArgumentException unmatched) {
            String unknown = unmatched.getUnmatched().getFirst();
            // Those of picocli are also names that have hardly a letter in common with it.
            List<String> suggestions = unmatched.getSuggestions().stream()
                    .filter(name -> ColumnNames.distance(unknown, name) <= unknown.length() / 2)
                    .toList();
            return suggestions.isEmpty() ? "" : "; did you mean " + String.join(" or ", suggestions) + "?";
        }
        return "";
    }

    private static long megabytes() {
        return Runtime.getRuntime().maxMemory() >> 20;
    }
}
