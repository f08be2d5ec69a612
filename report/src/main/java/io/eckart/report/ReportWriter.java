package io.eckart.report;

import io.eckart.data.format.OutputFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes a page as one HTML file that needs nothing else: style, scripts, charts and data are in it, and its content security
 * policy forbids it to load or run anything more.
 */
public final class ReportWriter {
    private static final List<String> SCRIPTS = List.of(
            "values.js",
            "links.js",
            "theme.js",
            "frame.js",
            "ticks.js",
            "axes.js",
            "lines.js",
            "bars.js",
            "histogram.js",
            "scatter.js",
            "heatmap.js",
            "tables.js",
            "cards.js",
            "images.js",
            "page.js");

    private ReportWriter() {}

    /**
     * Writes the file, whole or not at all.
     *
     * @throws io.eckart.data.DataException if it exists and {@code force} is false, or cannot be written
     */
    public static void write(ReportPage page, Path file, boolean force) {
        OutputFile.write(file, force, html(page));
    }

    /** The whole file. */
    public static String html(ReportPage page) {
        String charts = resource("echarts/echarts.min.js");
        String script = "'use strict';\n(() => {\n"
                + SCRIPTS.stream().map(ReportWriter::resource).collect(Collectors.joining("\n"))
                + "})();\n";
        String style = resource("report.css");
        String policy = "default-src 'none'; base-uri 'none'; form-action 'none'; img-src data: blob:; style-src "
                + hash(style) + "; script-src " + hash(charts) + " " + hash(script);
        return "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta http-equiv=\"Content-Security-Policy\" content=\"" + policy + "\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                + "<meta name=\"color-scheme\" content=\"light dark\">\n"
                + "<title>" + escape(page.title() + ": " + page.subtitle()) + "</title>\n"
                + "<style>" + style + "</style>\n</head>\n<body>\n"
                + "<header><div><h1>" + escape(page.title()) + "</h1><p class=\"subtitle\">" + escape(page.subtitle())
                + "</p></div></header>\n<nav aria-label=\"Sections\"></nav>\n<main></main>\n"
                + "<footer>Made by Eckart. This file needs no network and sends nothing.</footer>\n"
                + "<noscript>The charts and tables of this page are drawn by its script, which is turned off here.</noscript>\n"
                + "<script type=\"application/json\" id=\"data\">" + inert(page.data()) + "</script>\n"
                + "<script type=\"application/json\" id=\"layout\">" + inert(page.layout()) + "</script>\n"
                + "<script>" + charts + "</script>\n<script>" + script + "</script>\n</body>\n</html>\n";
    }

    /** Text without markup. */
    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** JSON that cannot end the element it is in: a less-than sign can only be in a text, where it may be escaped. */
    private static String inert(String json) {
        return json.replace("<", "\\u003c");
    }

    private static String hash(String content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String resource(String name) {
        try (InputStream in = ReportWriter.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
