package io.eckart.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/** A report in a browser, looked at and used as a person does. */
final class PageInBrowser {
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

    /** Texts of charts that end in an ellipsis or go beyond the drawing. */
    private static final String CUT = """
            eckart.charts.flatMap(({ title, chart }) => chart.getZr().storage.getDisplayList(true)
              .filter((drawn) => drawn.type === 'tspan' && drawn.style.text)
              .filter((drawn) => {
                const place = drawn.getBoundingRect().clone();
                place.applyTransform(drawn.getComputedTransform());
                const { x, y, width, height } = place;
                return drawn.style.text.includes('…') || x < -1 || y < -1
                  || x + width > chart.getWidth() + 1 || y + height > chart.getHeight() + 1;
              })
              .map((drawn) => title + ': ' + drawn.style.text)).join('; ')""";

    private final Browser browser;

    PageInBrowser(Browser browser) {
        this.browser = browser;
    }

    /** What holds for every page; it is left open. */
    void look(Path page) {
        browser.requests();
        browser.complaints();
        browser.open(page);
        long figures = browser.count("document.querySelectorAll('figure.chart').length");
        assertThat(figures).isPositive();
        assertThat(browser.count("eckart.charts.length")).isEqualTo(figures);
        assertThat(browser.count(DRAWN)).as("charts that show something").isEqualTo(figures);
        assertThat(cutLabels(browser)).as("labels that are cut").isEmpty();
        assertThat((String) browser.get("document.querySelector('main').textContent"))
                .contains("./eckart ")
                .doesNotContain("undefined")
                .doesNotContain("NaN");
        switchThemes(figures);
        readAsTables(figures);
        assertThat(browser.complaints()).as("console").isEmpty();
        assertThat(browser.count("performance.getEntriesByType('resource').length"))
                .isZero();
        assertThat(browser.requests()).as("requests").containsOnly(page.toUri().toString());
    }

    /** The labels of charts that are not whole, with the titles of their charts. */
    static String cutLabels(Browser browser) {
        return (String) browser.get(CUT);
    }

    private void switchThemes(long figures) {
        Object before = browser.get("getComputedStyle(document.body).backgroundColor");
        browser.driver().findElement(By.id("theme")).click();
        assertThat(browser.get("getComputedStyle(document.body).backgroundColor"))
                .isNotEqualTo(before);
        assertThat(browser.count(DRAWN)).isEqualTo(figures);
        browser.driver().findElement(By.id("theme")).click();
    }

    private void readAsTables(long figures) {
        browser.driver()
                .executeScript("document.querySelectorAll('figure.chart .toolbar').forEach((bar) =>"
                        + " [...bar.children].find((child) => child.textContent === 'Table').click())");
        assertThat(browser.count("document.querySelectorAll('figure.chart .chart-table:not([hidden]) tbody').length"))
                .isEqualTo(figures);
        assertThat(browser.get("[...document.querySelectorAll('figure.chart')]"
                        + ".filter((figure) => !figure.querySelector('.chart-table tbody').children.length)"
                        + ".map((figure) => figure.querySelector('figcaption').textContent).join('; ')"))
                .as("charts whose table is empty")
                .isEqualTo("");
        browser.driver()
                .executeScript("document.querySelectorAll('figure.chart .toolbar').forEach((bar) =>"
                        + " [...bar.children].find((child) => child.textContent === 'Table').click())");
    }

    static WebElement control(WebElement figure, String text) {
        return figure.findElements(By.cssSelector(".toolbar button")).stream()
                .filter(button -> button.getText().equals(text))
                .findFirst()
                .orElseThrow();
    }

    /** Draws a rectangle over a part of the first map, as with a mouse. */
    void selectInTheMap() {
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

    long rows(String title) {
        Object text = browser.get("[...document.querySelectorAll('figure.table')].find((figure) =>"
                + " figure.querySelector('figcaption').textContent === '" + title + "')"
                + ".querySelector('.pager').textContent");
        return Long.parseLong(
                ((String) text).replaceAll(".*?([0-9,]+) rows?.*", "$1").replace(",", ""));
    }
}
