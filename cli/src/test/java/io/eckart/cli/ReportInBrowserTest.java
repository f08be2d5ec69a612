package io.eckart.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.eckart.report.Origin;
import io.eckart.report.ReportWriter;
import io.eckart.report.result.StudyPage;
import io.eckart.task.study.SmallStudy;
import io.eckart.task.study.Study;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/** Opens reports in a real browser and does with them what a person does. */
@SuppressWarnings("NullAway.Init") // set before all tests
class ReportInBrowserTest {
    /** A drawn chart has an ink other than nothing and one colour. */
    private static final String DRAWN = """
            eckart.charts.filter(({ chart }) => {
              const drawn = chart.getDom().querySelector('canvas');
              const canvas = Object.assign(document.createElement('canvas'), { width: drawn.width, height: drawn.height });
              const context = canvas.getContext('2d', { willReadFrequently: true });
              context.drawImage(drawn, 0, 0);
              const bytes = context.getImageData(0, 0, canvas.width, canvas.height).data;
              const inks = new Set();
              for (let at = 0; at < bytes.length; at += 4) {
                if (bytes[at + 3] > 0) inks.add(bytes[at] << 16 | bytes[at + 1] << 8 | bytes[at + 2]);
              }
              return inks.size > 3;
            }).length""";

    @TempDir
    static Path folder;

    private static Browser browser;

    @BeforeAll
    static void start() throws IOException {
        assumeTrue(Browser.isInstalled(), "no reports are looked at: chromium and chromium-driver are not installed");
        assertThat(Console.run("demo", "--out", folder).exitCode()).isZero();
        Files.writeString(folder.resolve("groups.csv"), SampleFiles.groups(90));
        browser = new Browser(folder);
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    private static Path page(String name, Object... args) {
        Path page = folder.resolve(name);
        Object[] all = java.util.Arrays.copyOf(args, args.length + 2);
        all[args.length] = "--report";
        all[args.length + 1] = page;
        Console.Answer answer = Console.run(all);
        assertThat(answer.exitCode()).as(answer.err()).isZero();
        return page;
    }

    /** What holds for every page; it is left open. */
    private static void look(Path page) {
        browser.requests();
        browser.complaints();
        browser.open(page);
        long figures = browser.count("document.querySelectorAll('figure.chart').length");
        assertThat(figures).isPositive();
        assertThat(browser.count("eckart.charts.length")).isEqualTo(figures);
        assertThat(browser.count(DRAWN)).as("charts that show something").isEqualTo(figures);
        assertThat((String) browser.get("document.querySelector('main').textContent"))
                .contains("./eckart ")
                .doesNotContain("undefined")
                .doesNotContain("NaN");
        switchThemes(figures);
        readAsTables(figures);
        assertThat(browser.complaints()).as("console").isEmpty();
        assertThat(browser.count("performance.getEntriesByType('resource').length"))
                .isZero();
        assertThat(browser.requests())
                .as("requests")
                .allMatch(url -> url.equals(page.toUri().toString()));
    }

    private static void switchThemes(long figures) {
        Object before = browser.get("getComputedStyle(document.body).backgroundColor");
        browser.driver().findElement(By.id("theme")).click();
        assertThat(browser.get("getComputedStyle(document.body).backgroundColor"))
                .isNotEqualTo(before);
        assertThat(browser.count(DRAWN)).isEqualTo(figures);
        browser.driver().findElement(By.id("theme")).click();
    }

    private static void readAsTables(long figures) {
        browser.driver()
                .executeScript("document.querySelectorAll('figure.chart .toolbar').forEach((bar) =>"
                        + " [...bar.children].find((child) => child.textContent === 'Table').click())");
        assertThat(browser.count("document.querySelectorAll('figure.chart .chart-table:not([hidden]) tbody').length"))
                .isEqualTo(figures);
        assertThat(browser.count("[...document.querySelectorAll('figure.chart .chart-table tbody')]"
                        + ".filter((body) => body.children.length > 0).length"))
                .isEqualTo(figures);
        browser.driver()
                .executeScript("document.querySelectorAll('figure.chart .toolbar').forEach((bar) =>"
                        + " [...bar.children].find((child) => child.textContent === 'Table').click())");
    }

    private static WebElement control(WebElement figure, String text) {
        return figure.findElements(By.cssSelector(".toolbar button")).stream()
                .filter(button -> button.getText().equals(text))
                .findFirst()
                .orElseThrow();
    }

    /** Draws a rectangle over a part of the first map, as with a mouse. */
    private static void selectInTheMap() {
        WebElement select = browser.driver().findElements(By.cssSelector("figure.chart button")).stream()
                .filter(button -> button.getText().equals("Select area"))
                .findFirst()
                .orElseThrow();
        if (!"true".equals(select.getDomAttribute("aria-pressed"))) {
            select.click();
        }
        WebElement drawing =
                select.findElement(By.xpath("ancestor::figure")).findElement(By.cssSelector(".drawing canvas"));
        browser.driver()
                .executeScript("arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })", drawing);
        new Actions(browser.driver())
                .moveToElement(
                        drawing,
                        -drawing.getSize().getWidth() / 5,
                        -drawing.getSize().getHeight() / 5)
                .clickAndHold()
                .moveByOffset(40, 40)
                .moveByOffset(
                        drawing.getSize().getWidth() / 5, drawing.getSize().getHeight() / 4)
                .release()
                .perform();
    }

    private static long rows(String title) {
        Object text = browser.get("[...document.querySelectorAll('figure.table')].find((figure) =>"
                + " figure.querySelector('figcaption').textContent === '" + title + "')"
                + ".querySelector('.pager').textContent");
        return Long.parseLong(
                ((String) text).replaceAll(".*?([0-9,]+) rows?.*", "$1").replace(",", ""));
    }

    @Test
    void demo() {
        look(folder.resolve("report.html"));
        String images = "document.querySelector('.image-grid .count').textContent";
        Object all = browser.get(images);
        assertThat(rows("The drawings of the map")).isEqualTo(5000);
        selectInTheMap();
        browser.await(images + ".includes('selected')");
        assertThat(browser.get(images)).isNotEqualTo(all);
        assertThat(rows("The drawings of the map")).isBetween(1L, 4999L);
        browser.driver().findElement(By.xpath("//button[text()='Clear']")).click();
        assertThat(browser.get(images)).isEqualTo(all);
    }

    @Test
    void explore() throws IOException {
        look(page("explore.html", "explore", folder.resolve("groups.csv"), "--label", "group"));
        assertThat(rows("Rows")).isEqualTo(90);
        selectInTheMap();
        browser.await("[...document.querySelectorAll('figure.chart button')]"
                + ".some((button) => button.textContent === 'Clear' && !button.hidden)");
        assertThat(rows("Rows")).isBetween(1L, 89L);
        download();
    }

    private static void download() throws IOException {
        WebElement figure = browser.driver()
                .findElement(By.xpath("//figure[figcaption='Rows by their first two principal components']"));
        String name = figure.findElement(By.tagName("figcaption")).getText();
        String file = name.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        control(figure, "CSV").click();
        control(figure, "SVG").click();
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
        look(page(
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
        look(page("label.html", "label", folder.resolve("groups.csv"), "--label", "group", "--labelled", "3"));
        look(page(
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
        look(page("fill.html", "fill", folder.resolve("groups.csv"), "--label", "group", "--repeat", "1"));
    }

    @Test
    void fit() {
        look(page(
                "fit.html", "fit", folder.resolve("groups.csv"), "--label", "group", "--model", "unrolled", "-k", "2"));
    }

    @Test
    void study() {
        Study study = SmallStudy.run();
        Path page = folder.resolve("study.html");
        Origin origin = new Origin("./eckart study", "1", "7", 2, "none", "2026-01-01T00:00:00Z");
        ReportWriter.write(StudyPage.of(study, StudyPage.json(study), origin), page, false);
        look(page);
        assertThat(rows("The claims, in the order of the subject"))
                .isEqualTo(study.claims().size());
        assertThat(rows("Every number that was measured for them"))
                .isEqualTo(study.claims().stream()
                        .mapToLong(claim -> claim.numbers().size())
                        .sum());
        assertThat(browser.count(
                        "[...document.querySelectorAll('.multiples')].at(0).querySelectorAll('figure.chart').length"))
                .as("what was trained on, and early or late")
                .isEqualTo(8);
    }

    @Test
    void score() {
        Path model = folder.resolve("groups.pca");
        assertThat(Console.run("fit", folder.resolve("groups.csv"), "--label", "group", "-k", "2", "-o", model)
                        .exitCode())
                .isZero();
        look(page(
                "score.html",
                "score",
                model,
                folder.resolve("groups.csv"),
                "--label",
                "group",
                "-o",
                folder.resolve("scores.csv"),
                "--positive",
                "g1"));
        look(page("denoise.html", "denoise", model, folder.resolve("groups.csv"), "-o", folder.resolve("clean.csv")));
    }

    @Test
    void fineTune() {
        Path model = folder.resolve("groups.eckart");
        assertThat(Console.run(
                                "fit",
                                folder.resolve("groups.csv"),
                                "--label",
                                "group",
                                "--model",
                                "network",
                                "-k",
                                "2",
                                "--epochs",
                                "10",
                                "-o",
                                model)
                        .exitCode())
                .isZero();
        look(page(
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
                        java.util.Map.of("width", 400, "height", 800, "deviceScaleFactor", 1, "mobile", false));
        browser.open(folder.resolve("report.html"));
        assertThat(browser.count("document.documentElement.scrollWidth"))
                .as("nothing stands out to the right")
                .isEqualTo(browser.count("document.documentElement.clientWidth"));
        browser.driver().executeCdpCommand("Emulation.clearDeviceMetricsOverride", java.util.Map.of());
        browser.driver().manage().window().setSize(new org.openqa.selenium.Dimension(1280, 900));
    }
}
