package io.eckart.benchmarks.comparison;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** One side as a process that answers requests; its standard error is this one's. */
final class Side implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    private final Process process;
    private final BufferedWriter requests;
    private final BufferedReader replies;
    private final Introduction introduction;

    private Side(Process process) {
        this.process = process;
        this.requests = process.outputWriter(StandardCharsets.UTF_8);
        this.replies = process.inputReader(StandardCharsets.UTF_8);
        this.introduction = read(Introduction.class);
    }

    /** Starts a side and waits until it has loaded the data. */
    static Side start(List<String> command, Map<String, String> environment) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(environment);
        try {
            return new Side(builder.start());
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
            throw new UncheckedIOException("a side ended before '" + request.line() + "'", e);
        }
        return read(Reply.class);
    }

    private <T> T read(Class<T> type) {
        try {
            String line = replies.readLine();
            if (line == null) {
                throw new IllegalStateException("a side ended; what it said stands above");
            }
            return JSON.readValue(line, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JacksonException e) {
            throw new IllegalStateException("a side answered what is no " + type.getSimpleName(), e);
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
    }
}
