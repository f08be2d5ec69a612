package io.eckart.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The system's Chromium, without a window and with a fresh profile. */
final class Browser implements AutoCloseable {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

    private final ChromeDriver driver;

    /** @param folder for the profile and for downloads */
    Browser(Path folder) {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(CHROMIUM.toFile());
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--window-size=1280,900",
                "--user-data-dir=" + folder.resolve("profile"));
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(DRIVER.toFile())
                .build();
        driver = new ChromeDriver(service, options);
        driver.executeCdpCommand(
                "Browser.setDownloadBehavior", Map.of("behavior", "allow", "downloadPath", folder.toString()));
        // In the place of the browser's start page, which makes requests.
        driver.get("about:blank");
    }

    static boolean isInstalled() {
        return Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER);
    }

    ChromeDriver driver() {
        return driver;
    }

    void open(Path page) {
        driver.get(page.toUri().toString());
        await("document.documentElement.dataset.ready === 'true'");
        await("document.documentElement.dataset.drawn === 'true'");
    }

    /** The value of an expression on the page. */
    Object get(String expression) {
        return Objects.requireNonNullElse(driver.executeScript("return " + expression), "null");
    }

    long count(String expression) {
        return ((Number) get(expression)).longValue();
    }

    /** Waits until an expression is true on the page. */
    void await(String expression) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!Boolean.TRUE.equals(get(expression))) {
            assertThat(System.nanoTime()).as("waiting for %s", expression).isLessThan(end);
            Thread.onSpinWait();
        }
    }

    /** What the console said since it was last asked, but for plain notes. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(Object::toString)
                .toList();
    }

    /** The addresses that pages have asked for since this was last asked, without what the browser does for itself. */
    List<String> requests() {
        return driver.manage().logs().get(LogType.PERFORMANCE).getAll().stream()
                .map(entry -> JsonMapper.shared().readTree(entry.getMessage()).path("message"))
                .filter(message -> message.path("method").asString("").equals("Network.requestWillBeSent"))
                .filter(message -> !isOwn(message.at("/params/documentURL").asString("")))
                .map((JsonNode message) -> message.at("/params/request/url").asString(""))
                .toList();
    }

    /** Whether a document is the browser's own, such as the start page of a tab or its tools. */
    private static boolean isOwn(String document) {
        return document.startsWith("chrome") || document.startsWith("devtools:");
    }

    @Override
    public void close() {
        driver.quit();
    }
}
