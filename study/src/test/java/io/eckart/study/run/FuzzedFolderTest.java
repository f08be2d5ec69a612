package io.eckart.study.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.eckart.data.DataException;
import io.eckart.numerics.RandomStreams;
import io.eckart.study.StudyScale;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Studies that go on from changed files: they do, or refuse the folder with a {@link DataException}, in bounded time. */
class FuzzedFolderTest {
    private static final long SEED = 31;
    private static final int FEW = 300;
    private static final int MANY = 10_000;
    private static final int FEW_STUDIES = 3;
    private static final int MANY_STUDIES = 200;
    private static final List<String> WORDS = List.of(
            "",
            "0",
            "-1",
            "NaN",
            "Infinity",
            "1e999",
            "2147483648",
            "\"",
            "\"\"",
            ",",
            "\n",
            "\r\n",
            " ",
            "\0",
            "#",
            "late",
            "none",
            "P4 unrolled",
            "setting",
            "note",
            "1 2 3",
            "9".repeat(400),
            "\u00e9");

    @TempDir
    private static Path whole;

    @TempDir
    private Path folder;

    private static final Map<String, String> TEXTS = new LinkedHashMap<>();

    @BeforeAll
    static void runOnce() throws IOException {
        StudyRunnerTest.run(StudyRunnerTest.ROWS, 7, 2, whole, () -> false);
        for (Path file : StudyFolder.files(whole)) {
            TEXTS.put(file.getFileName().toString(), Files.readString(file));
        }
    }

    /** One of the files, with one to four changes: a word put in, characters lost, lines lost or twice. */
    private void change(SplittableRandom random) throws IOException {
        List<String> names = List.copyOf(TEXTS.keySet());
        String changed = names.get(random.nextInt(names.size()));
        for (Map.Entry<String, String> text : TEXTS.entrySet()) {
            String content = text.getValue();
            for (int count = text.getKey().equals(changed) ? random.nextInt(1, 5) : 0; count > 0; count--) {
                content = random.nextBoolean() ? withOtherCharacters(content, random) : withOtherLines(content, random);
            }
            Files.writeString(folder.resolve(text.getKey()), content);
        }
    }

    private static String withOtherCharacters(String text, SplittableRandom random) {
        int from = random.nextInt(text.length() + 1);
        int to = Math.min(text.length(), from + random.nextInt(6));
        return text.substring(0, from) + WORDS.get(random.nextInt(WORDS.size())) + text.substring(to);
    }

    private static String withOtherLines(String text, SplittableRandom random) {
        List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        int at = random.nextInt(lines.size());
        switch (random.nextInt(3)) {
            case 0 -> lines.remove(at);
            case 1 -> lines.add(random.nextInt(lines.size()), lines.get(at));
            default -> lines.subList(at, lines.size()).clear();
        }
        return String.join("\n", lines);
    }

    /** Works or is refused; anything else fails. */
    private void run(int trials, Runnable work) throws IOException {
        for (int i = 0; i < trials; i++) {
            String description = "seed " + SEED + ", trial " + i;
            change(new SplittableRandom(SEED * 1_000_003 + i));
            long start = System.nanoTime();
            try {
                work.run();
            } catch (DataException e) {
                assertThat(e.getMessage()).as(description).contains(folder.toString());
            } catch (RuntimeException | Error e) {
                fail(description + " gave " + e, e);
            }
            assertThat(System.nanoTime() - start).as(description).isLessThan(TimeUnit.SECONDS.toNanos(10));
        }
    }

    private void open() {
        StudyFolder opened = new StudyFolder(
                Optional.of(folder), StudyRunnerTest.ROWS.data(), StudyScale.QUICK, new RandomStreams(7));
        opened.results().open();
        opened.curves().open();
        opened.claims().open();
    }

    @Test
    void changedFoldersAreReadOrRefused() throws IOException {
        run(FEW, this::open);
    }

    @Tag("long")
    @Test
    void manyChangedFoldersAreReadOrRefused() throws IOException {
        run(MANY, this::open);
    }

    @Test
    void changedFoldersAreGoneOnFromOrRefused() throws IOException {
        run(FEW_STUDIES, () -> StudyRunnerTest.run(StudyRunnerTest.ROWS, 7, 2, folder, () -> false));
    }

    @Tag("long")
    @Test
    void manyChangedFoldersAreGoneOnFromOrRefused() throws IOException {
        run(MANY_STUDIES, () -> StudyRunnerTest.run(StudyRunnerTest.ROWS, 7, 2, folder, () -> false));
    }
}
