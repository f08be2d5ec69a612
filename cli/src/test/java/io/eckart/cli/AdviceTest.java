package io.eckart.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each option that an error or a note prints works as it is printed, on the same file. */
class AdviceTest {
    /** An option with its value as a shell reads it. */
    private static final Pattern OPTION = Pattern.compile("(--[a-z]+) ('(?:[^']|'\\\\'')*'|[^\\s;,]+(?:,[^\\s;,]+)*)");

    @TempDir
    Path folder;

    /** A file, and the options under which the command gives advice. */
    record Case(String name, String text, List<String> options) {
        static Case of(String name, String text, String... options) {
            return new Case(name, text, List.of(options));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static Stream<Case> refused() {
        return Stream.of(
                Case.of("a comma in a name", "\"price, USD\",a\n1.5,2\nx,3\n3.5,4\n1.25,9\n", "--strict"),
                Case.of("a quote in a name", "it's,a\n1.5,2\nx,3\n3.5,4\n1.25,9\n", "--strict"),
                Case.of("a dash for a name", "-k,a\n1.5,2\nx,3\n3.5,4\n1.25,9\n", "--strict"),
                Case.of("a dash for a value", "b,a\n1.5,2\n-,3\n3.5,4\n1.25,9\n", "--strict"),
                Case.of("a comma in a value", "b;a\n1.5;2\n\"x, y\";3\n3.5;4\n1.25;9\n", "--strict"),
                Case.of("a constant column", "a,\"b,c\"\n1,5\n2,5\n4,5\n", "--scale", "standard"),
                Case.of("no row below the header", "1,2\n", "--header", "yes"),
                Case.of("a number of no number", "a,b\nx,1\ny,2\nz,4\n", "--types", "a=number"),
                Case.of("no cell observed", "a,b\n,1\n,2\n,4\n", "--types", "a=number"));
    }

    private static Stream<Case> noted() {
        return Stream.of(
                Case.of("years for names", "town,2021,2022\nA,1.5,2\nB,2.5,1\nC,4,4\n"),
                Case.of("texts that come again", "x,y\nx,z\ny,y\nx,z\ny,y\n"),
                Case.of("a comma that may be two things", "a;b\n1,234;1\n5,678;3\n9,012;2\n"),
                Case.of("codes", "zip,x\n02131,1\n02162,3\n02131,2\n02162,9\n"),
                Case.of("row numbers", "i,x\n1,3\n2,5\n3,1\n4,7\n5,8\n6,5\n7,4\n8,8\n9,9\n"),
                Case.of("None among texts", "x,\"a,b\"\n1,None\n2,big\n5,None\n4,big\n"),
                Case.of("a word among numbers", "x,y\n1,2\n3,?!\n5,4\n6,1\n2,2\n9,8\n"),
                Case.of("codes for classes", "x,c\n1,1\n2,1\n5,2\n4,2\n5,U\n9,U\n"),
                Case.of("dates", "d,x\n2020-01-01,1\n2020-02-01,3\n2020-02-05,2\n"),
                Case.of("percent", "\"a b\",x\n1%,1\n5%,3\n7%,9\n"));
    }

    private static List<String> options(String line) {
        List<String> options = new ArrayList<>();
        Matcher matcher = OPTION.matcher(line);
        while (matcher.find()) {
            options.add(matcher.group(1));
            String value = matcher.group(2);
            options.add(
                    value.startsWith("'")
                            ? value.substring(1, value.length() - 1).replace("'\\''", "'")
                            : value);
        }
        return options;
    }

    private Console.Answer fit(Case given, List<String> more) {
        Path file = SampleFiles.bytes(folder, "t.csv", given.text().getBytes(StandardCharsets.UTF_8));
        List<Object> args = new ArrayList<>(List.of("fit", file, "-k", "1"));
        if (more.isEmpty() || !given.options().contains(more.getFirst())) {
            args.addAll(given.options());
        }
        args.addAll(more);
        return Console.run(args.toArray());
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatAnErrorAdvisesIsNotRefusedForTheSameReason(Case given) {
        String error = fit(given, List.of()).err();
        List<String> advice = options(error);
        assertThat(advice).as(error).isNotEmpty();
        for (int i = 0; i < advice.size(); i += 2) {
            Console.Answer answer = fit(given, advice.subList(i, i + 2));
            assertThat(answer.err())
                    .as("%s after %s", advice.subList(i, i + 2), error)
                    .doesNotContain(error.strip());
            assertThat(answer.exitCode())
                    .as("%s: %s", advice.subList(i, i + 2), answer.err())
                    .isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("noted")
    void whatANoteAdvisesChangesTheDecision(Case given) {
        List<String> notes = fit(given, List.of())
                .err()
                .lines()
                .filter(line ->
                        line.startsWith("eckart: note: ") && !options(line).isEmpty())
                .toList();
        assertThat(notes).isNotEmpty();
        for (String note : notes) {
            List<String> advice = options(note);
            for (int i = 0; i < advice.size(); i += 2) {
                Console.Answer answer = fit(given, advice.subList(i, i + 2));
                assertThat(answer.err().lines())
                        .as("%s after %s", advice.subList(i, i + 2), note)
                        .doesNotContain(note);
            }
        }
    }

    @Test
    void levelsThatAModelDoesNotKnowAreDeclaredMissingOneByOne() {
        Path train = SampleFiles.text(folder, "train.csv", "c,x", "a,1", "b,2", "a,3", "b,5");
        Path model = folder.resolve("m.safetensors");
        Console.done("fit", train, "-k", 1, "-o", model);
        Path fresh = SampleFiles.text(folder, "new.csv", "c,x", "a,1", "\"d,e\",2");
        String error = Console.refused(folder, "encode", model, fresh, "-o", folder.resolve("o.csv"));
        assertThat(options(error)).containsExactly("--missing", "\"c=d,e\"");
        Console.done("encode", model, fresh, "-o", folder.resolve("o.csv"), "--missing", "\"c=d,e\"");
    }
}
