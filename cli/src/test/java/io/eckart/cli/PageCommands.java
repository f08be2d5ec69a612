package io.eckart.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The commands of a page of the documentation, run as they stand there. They are the lines of its blocks that are marked {@code sh},
 * or {@code sh long} where they take long; the files they name lie in a folder of the test.
 */
final class PageCommands {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```sh( long)?\\n(.*?)^```$");
    private static final Pattern FILE = Pattern.compile("[A-Za-z][\\w-]*\\.[a-z]+");

    private PageCommands() {}

    static Path root() {
        return Path.of(System.getProperty("eckart.root", "."));
    }

    static String text(String page) {
        try {
            return Files.readString(root().resolve(page));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs the page's commands in order, all of them or only the short ones; returns what they printed. */
    static List<String> run(String page, Path folder, boolean longOnesToo) {
        List<String> printed = new ArrayList<>();
        Matcher blocks = BLOCK.matcher(text(page));
        while (blocks.find()) {
            if (blocks.group(1) == null || longOnesToo) {
                blocks.group(2).replace("\\\n", " ").lines().forEach(line -> printed.add(run(page, line, folder)));
            }
        }
        return printed;
    }

    private static String run(String page, String line, Path folder) {
        assertThat(line).as(page).startsWith("./eckart ");
        String[] words = line.substring("./eckart ".length()).strip().split("\\s+", -1);
        Object[] arguments = new Object[words.length];
        for (int i = 0; i < words.length; i++) {
            boolean file = FILE.matcher(words[i]).matches() || (i > 0 && words[i - 1].equals("--out"));
            arguments[i] = file ? folder.resolve(words[i]) : words[i];
        }
        Console.Answer answer = Console.run(arguments);
        assertThat(answer.exitCode()).as("%s: %s: %s", page, line, answer.err()).isZero();
        return answer.out();
    }
}
