package io.eckart.benchmarks.comparison;

import io.eckart.benchmarks.side.Introduction;
import io.eckart.benchmarks.side.Reply;
import io.eckart.benchmarks.side.Request;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One side as a process that answers requests; its standard error is this one's. */
final class Side implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    private final String name;
    private final Process process;
    private final BufferedWriter requests;
    private final BufferedReader replies;
    private final Introduction introduction;

    private Side(String name, Process process) {
        this.name = name;
        this.process = process;
        this.requests = process.outputWriter(StandardCharsets.UTF_8);
        this.replies = process.inputReader(StandardCharsets.UTF_8);
        this.introduction = JSON.treeToValue(read(), Introduction.class);
    }

    /**
     * Starts a side and waits until it has loaded the data.
     *
     * @throws IllegalStateException if it ends before that; what it said stands on the standard error
     */
    static Side start(String name, List<String> command, Map<String, String> environment) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(environment);
        try {
            return new Side(name, builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + command.getFirst(), e);
        }
    }

    Introduction introduction() {
        return introduction;
    }

    Reply ask(Request request) {
        try {
            requests.write(request.line());
            requests.newLine();
            requests.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(name + " ended before '" + request.line() + "'", e);
        }
        JsonNode reply = read();
        double check = reply.path("check").asDouble(Double.NaN);
        return new Reply(
                reply.path("seconds").doubleValue(),
                check,
                reply.path("iterations").intValue());
    }

    private JsonNode read() {
        try {
            String line = replies.readLine();
            if (line == null) {
                throw new IllegalStateException(name + " ended; what it said stands above");
            }
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JacksonException e) {
            throw new IllegalStateException(name + " answered what is no JSON", e);
        }
    }

    /** Ends the side: no more requests will come. */
    @Override
    public void close() {
        try {
            requests.close();
        } catch (IOException e) {
            process.destroy();
        }
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
        }
    }
}
