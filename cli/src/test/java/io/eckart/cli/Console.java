package io.eckart.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.eckart.cli.command.Eckart;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs command lines as a person would, and keeps what they print. Arguments are given with {@code toString}. */
public final class Console {

    /** What one run left on the screen. */
    public record Answer(int exitCode, String out, String err) {
        /** The one object on standard output. */
        JsonNode json() {
            return JsonMapper.builder().build().readTree(out);
        }
    }

    private Console() {}

    public static Answer run(Object... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Eckart eckart = new Eckart(new Output(new PrintWriter(out), new PrintWriter(err)));
        int exitCode = eckart.run(Arrays.stream(args).map(String::valueOf).toArray(String[]::new));
        return new Answer(exitCode, out.toString(), err.toString());
    }

    /** What is on standard error besides notes about the data. */
    private static String withoutNotes(String err) {
        return err.lines()
                .filter(line -> !line.startsWith("eckart: note: "))
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    /** Runs what must succeed with nothing but notes on standard error; returns standard output. */
    public static String done(Object... args) {
        Answer answer = run(args);
        assertThat(withoutNotes(answer.err())).as(Arrays.toString(args)).isEmpty();
        assertThat(answer.exitCode()).as(Arrays.toString(args)).isZero();
        return answer.out();
    }

    /** Runs what must succeed, with {@code --json}; returns the object. */
    public static JsonNode json(Object... args) {
        Object[] all = Arrays.copyOf(args, args.length + 1);
        all[args.length] = "--json";
        return JsonMapper.builder().build().readTree(done(all));
    }

    /**
     * Runs what must be refused: exit code 2, one line on standard error, nothing on standard output, and every file in the
     * folder as it was, none added.
     *
     * @return the line, without the program's name
     */
    public static String refused(Path folder, Object... args) {
        Map<String, Integer> before = contents(folder);
        Answer answer = run(args);
        String what = Arrays.toString(args);
        assertThat(answer.err()).as(what).startsWith("eckart: ");
        assertThat(answer.err().strip()).as(what).hasLineCount(1).doesNotContain("internal failure", ": null");
        assertThat(answer.out()).as(what).isEmpty();
        assertThat(answer.exitCode()).as(what + ": " + answer.err()).isEqualTo(2);
        assertThat(contents(folder)).as("files after " + what).isEqualTo(before);
        return answer.err().strip().substring("eckart: ".length());
    }

    /** Each file below a folder, hidden ones too, with a hash of its bytes. */
    public static Map<String, Integer> contents(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            Map<String, Integer> contents = new TreeMap<>();
            for (Path file : files.toList()) {
                contents.put(
                        file.toString(), Files.isRegularFile(file) ? Arrays.hashCode(Files.readAllBytes(file)) : 0);
            }
            return contents;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
