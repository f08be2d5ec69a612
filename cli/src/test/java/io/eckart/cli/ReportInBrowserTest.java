package io.eckart.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.eckart.report.Origin;
import io.eckart.report.ReportWriter;
import io.eckart.report.result.DemoPage;
import io.eckart.report.result.StudyPage;
import io.eckart.study.Study;
import io.eckart.study.demo.Demo;
import io.eckart.study.demo.DemoFindings;
import io.eckart.study.demo.DemoSize;
import io.eckart.task.FitOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** Opens reports in a real browser and does with them what a person does. */
@SuppressWarnings("NullAway.Init") // set before all tests
class ReportInBrowserTest {
    @TempDir
    static Path folder;

    private static Browser browser;
    private static PageInBrowser reader;

    @BeforeAll
    static void start() throws IOException {
        assumeTrue(Browser.isInstalled(), "no reports are looked at: chromium and chromium-driver are not installed");
        Files.writeString(folder.resolve("groups.csv"), SampleFiles.groups(90));
        browser = new Browser(folder);
        reader = new PageInBrowser(browser);
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    private static Path page(String name, Object... args) {
        Path page = folder.resolve(name);
        Object[] all = Arrays.copyOf(args, args.length + 2);
        all[args.length] = "--report";
        all[args.length + 1] = page;
        Console.Answer answer = Console.run(all);
        assertThat(answer.exitCode()).as(answer.err()).isZero();
        return page;
    }

    @Test
    void demo() {
        DemoFindings found = new Demo(folder, DemoSize.SMALL, FitOptions.DEFAULT.withSeed(42), false).run();
        Origin origin = new Origin("./eckart demo", "1", "42", 2, "none", "2026-01-01T00:00:00Z");
        ReportWriter.write(DemoPage.of(found, origin), found.page(), false);
        reader.look(found.page());
        assertThat(browser.count("document.querySelectorAll('.image-lines').length"))
                .isEqualTo(2);
        assertThat(browser.count("document.querySelectorAll('.image-line').length"))
                .isEqualTo(found.pictures().noisy().views().size()
                        + found.pictures().erased().views().size());
        assertThat(browser.count("document.querySelectorAll('.version .value').length"))
                .isEqualTo(
                        found.digits().noisy().size() + found.digits().erased().size());
        String images = "[...document.querySelectorAll('.image-grid .count')].at(-1).textContent";
        Object all = browser.get(images);
        reader.selectInTheMap();
        browser.await(images + ".includes('selected')");
        assertThat(browser.get(images)).isNotEqualTo(all);
        browser.driver().findElement(By.xpath("//button[text()='Clear']")).click();
        assertThat(browser.get(images)).isEqualTo(all);
    }

    @Test
    void explore() throws IOException {
        reader.look(page("explore.html", "explore", folder.resolve("groups.csv"), "--label", "group"));
        assertThat(reader.rows("Rows")).isEqualTo(90);
        assertThat(browser.count("document.querySelectorAll('.card').length"))
                .as("a card for each column")
                .isEqualTo(browser.count("eckart.data.result.profile.columns.length"));
        String map = "eckart.charts.find(({ title }) => title.startsWith('Rows by their first')).chart";
        browser.driver().executeScript(map + ".dispatchAction({ type: 'showTip', seriesIndex: 0, dataIndex: 0 })");
        browser.await(map + ".getZr().storage.getDisplayList(true)"
                + ".some((drawn) => drawn.type === 'tspan' && drawn.style.text.startsWith('length: '))");
        reader.selectInTheMap();
        browser.await("[...document.querySelectorAll('figure.chart button')]"
                + ".some((button) => button.textContent === 'Clear' && !button.hidden)");
        assertThat(reader.rows("Rows")).isBetween(1L, 89L);
        download();
    }

    /** More points than the library draws at once, and more different labels than colours. */
    @Test
    void aMapOfManyRowsIsColouredByTheNumberOfTheirLabel() {
        SplittableRandom random = new SplittableRandom(5);
        String rows = IntStream.range(0, 4000)
                .mapToObj(i -> random.nextGaussian() + "," + random.nextGaussian() + "," + random.nextInt(1000))
                .collect(Collectors.joining("\n"));
        Path data = SampleFiles.text(folder, "many.csv", "a,b,price\n" + rows);
        reader.look(page("many.html", "explore", data, "--label", "price"));
        String map = "eckart.charts.find(({ title }) => title.startsWith('Rows by their first')).chart.getOption()";
        assertThat(browser.count(map + ".visualMap.length")).isEqualTo(1);
        assertThat(browser.count(map + ".series.length")).isEqualTo(1);
    }

    private static void download() throws IOException {
        WebElement figure = browser.driver()
                .findElement(By.xpath("//figure[figcaption='Rows by their first two principal components']"));
        String name = figure.findElement(By.tagName("figcaption")).getText();
        String file = name.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        PageInBrowser.control(figure, "CSV").click();
        PageInBrowser.control(figure, "SVG").click();
        Path csv = folder.resolve(file + ".csv");
        Path svg = folder.resolve(file + ".svg");
        long end = System.nanoTime() + 20_000_000_000L;
        while (!(Files.exists(csv) && Files.exists(svg)) && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        List<String> lines = Files.readAllLines(csv);
        assertThat(lines).hasSize(91);
        assertThat(lines.getFirst()).startsWith("row,principal component 1");
        assertThat(Files.readString(svg)).startsWith("<svg").contains("principal component 1");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void compare() {
        reader.look(page(
                "compare.html",
                "compare",
                folder.resolve("groups.csv"),
                "--label",
                "group",
                "-k",
                "1,2",
                "--folds",
                "2"));
    }

    @Test
    void label() {
        reader.look(page("label.html", "label", folder.resolve("groups.csv"), "--label", "group", "--labelled", "3"));
        reader.look(page(
                "curve.html",
                "label",
                folder.resolve("groups.csv"),
                "--label",
                "group",
                "--curve",
                "--levels",
                "1,3",
                "--seeds",
                "2",
                "--methods",
                "softmax,nearest,spread"));
    }

    @Test
    void fill() {
        reader.look(page("ways.html", "fill", folder.resolve("groups.csv"), "--label", "group", "--repeat", "1"));
        Path filled = folder.resolve("filled.csv");
        Path holed = SampleFiles.text(folder, "holed.csv", "a,b,c", "1,2,3", "2,,5", "3,6,9", "4,8,", "5,10,16");
        reader.look(page("filled.html", "fill", holed, "--model", "gaussian", "-o", filled));
        assertThat(reader.rows("Rows with missing cells, filled")).isEqualTo(2);
        assertThat(browser.count("document.querySelectorAll('mark.filled').length"))
                .isEqualTo(2);
        assertThat(browser.get("[...[...document.querySelectorAll('figure.table')]"
                        + ".find((figure) => figure.querySelector('mark')).querySelectorAll('th')]"
                        + ".map((cell) => cell.textContent).join()"))
                .as("each column once")
                .isEqualTo("row,a,b,c");
    }

    @Test
    void fit() {
        reader.look(page(
                "fit.html", "fit", folder.resolve("groups.csv"), "--label", "group", "--model", "unrolled", "-k", "2"));
    }

    @Test
    void clusters() {
        reader.look(page(
                "clusters.html",
                "fit",
                folder.resolve("groups.csv"),
                "--label",
                "group",
                "--model",
                "kmeans",
                "-k",
                "3"));
        assertThat(reader.rows("Centroids in the units of the columns")).isEqualTo(3);
        assertThat(reader.rows("Typical rows: the nearest to each centroid")).isEqualTo(9);
    }

    @Test
    void study() {
        Study study = SmallStudy.run();
        Path page = folder.resolve("study.html");
        Origin origin = new Origin("./eckart study", "1", "7", 2, "none", "2026-01-01T00:00:00Z");
        ReportWriter.write(StudyPage.of(study, origin), page, false);
        reader.look(page);
        assertThat(reader.rows("What is said, and what was measured"))
                .isEqualTo(study.claims().size());
        assertThat(reader.rows("Every setting"))
                .isEqualTo(study.claims().stream()
                        .mapToLong(claim -> claim.settings().size())
                        .sum());
        assertThat(browser.count("document.querySelectorAll('details').length")).isEqualTo(4);
        assertThat(browser.count("document.querySelectorAll('td .verdict').length"))
                .isEqualTo(study.claims().size());
    }

    @Test
    void score() {
        Path model = folder.resolve("groups.pca");
        assertThat(Console.run("fit", folder.resolve("groups.csv"), "--label", "group", "-k", "2", "-o", model)
                        .exitCode())
                .isZero();
        reader.look(page(
                "score.html",
                "score",
                model,
                folder.resolve("groups.csv"),
                "--label",
                "group",
                "-o",
                folder.resolve("scores.csv"),
                "--positive",
                "g1",
                "--threshold",
                "1"));
        reader.look(page(
                "denoise.html", "denoise", model, folder.resolve("groups.csv"), "-o", folder.resolve("clean.csv")));
    }

    @Test
    void fineTune() {
        Path model = SampleFiles.network(folder);
        reader.look(page(
                "fine-tune.html",
                "fine-tune",
                model,
                folder.resolve("groups.csv"),
                "--label",
                "group",
                "--epochs",
                "10"));
    }

    @Test
    void narrow() {
        browser.driver().manage().window().setSize(new org.openqa.selenium.Dimension(500, 900));
        browser.driver()
                .executeCdpCommand(
                        "Emulation.setDeviceMetricsOverride",
                        Map.of("width", 400, "height", 800, "deviceScaleFactor", 1, "mobile", false));
        browser.open(page("narrow.html", "explore", folder.resolve("groups.csv"), "--label", "group"));
        assertThat(browser.count("document.documentElement.scrollWidth"))
                .as("nothing stands out to the right")
                .isEqualTo(browser.count("document.documentElement.clientWidth"));
        assertThat(PageInBrowser.cutLabels(browser)).isEmpty();
        browser.driver().executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
        browser.driver().manage().window().setSize(new org.openqa.selenium.Dimension(1280, 900));
    }
}
